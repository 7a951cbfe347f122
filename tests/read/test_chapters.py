from __future__ import annotations

from pathlib import Path

import pytest
from mutagen.id3 import CHAP, ID3, TIT2
from PIL import Image

from antenne.model import Chapter
from antenne.read.marks import BadChapters, Mark
from antenne.read.plain_chapters import parse_plain_chapters, parse_vtt_chapters
from antenne.read.xml_chapters import parse_xml_chapters
from tests.support.audio import silent_mp3
from tests.support.content import read, write

FOLDER = "episodes/2013-11-05-entretien"
NOTES = "---\ntitle: Entretien\n---\nAu programme :\n\n* 00:00 Ouverture\n* 0:10 – Le *livre*\n* [0:20] Fin\n\nVoilà.\n"


def chapters(project: Path, **files: str) -> list[tuple[float, str]]:
    silent_mp3(project / "content" / FOLDER / "audio.mp3", 60, title="Entretien")
    content, problems = read(write(project, **{f"{FOLDER}/{name}": text for name, text in files.items()}))
    assert [p.code for p in problems.sorted() if p.is_error] == []
    return [(chapter.start, chapter.title) for chapter in content.episodes[0].chapters]


def psc(*marks: str) -> str:
    return f"<c:chapters xmlns:c='http://podlove.org/simple-chapters' version='1.2'>{''.join(marks)}</c:chapters>"


JSON = '{"version": "1.2.0", "chapters": [{"startTime": 0, "title": "A"}, {"startTime": 9, "title": "B"}]}'
PSC = psc("<c:chapter start='0' title='A'/>", "<c:chapter start='00:00:09.000' title='B'/>")
FILES = {
    "chapters.json": JSON,
    "chapters.vtt": "WEBVTT\n\n1\n00:00.000 --> 00:09.000\nA\n\n00:09.000 --> 00:30.000\nB\n",
    "chapters.psc": PSC,
    "chapters.xml": f"<rss><channel><item>{PSC}</item></channel></rss>",
    "chapters.txt": "00:00 A\n\n0:09 - B\n",
    "labels.txt": "0.000000\t0.000000\tA\n9,000\t12.5\tB\n",
}


@pytest.mark.parametrize("name", FILES)
def test_every_kind_of_file_gives_the_same_chapters(name: str, tmp_path: Path) -> None:
    assert chapters(tmp_path, **{name: FILES[name]}) == [(0, "A"), (9, "B")]


def test_a_list_of_times_in_the_notes_gives_chapters_and_stays_in_them(tmp_path: Path) -> None:
    assert chapters(tmp_path, **{"index.md": NOTES}) == [(0, "Ouverture"), (10, "Le livre"), (20, "Fin")]
    content, _ = read(tmp_path)
    assert "0:10" in content.episodes[0].body.html


@pytest.mark.parametrize(
    "lines",
    [
        "00:00 Un\n00:10 Deux",
        "00:05 Un\n00:10 Deux\n00:20 Trois",
        "00:00 Un\nAutre chose\n00:10 Deux\n00:20 Trois",
        "À 00:00 Un\nÀ 00:10 Deux\nÀ 00:20 Trois",
        "00:00 Un\n00:75 Deux\n00:20 Trois",
        "00:00\n00:10\n00:20",
    ],
)
def test_what_is_no_list_of_three_times_from_zero_on_is_left_alone(lines: str, tmp_path: Path) -> None:
    assert chapters(tmp_path, **{"index.md": f"---\ntitle: Un\n---\n{lines}\n"}) == []


def test_front_matter_goes_before_a_file_and_a_file_before_the_notes(tmp_path: Path) -> None:
    given = NOTES.replace("title: Entretien", "title: Entretien\nchapters: [{start: 0:05, title: Donné}]")
    assert chapters(tmp_path / "a", **{"index.md": given, "chapters.txt": "0:01 Fichier"}) == [(5, "Donné")]
    assert chapters(tmp_path / "b", **{"index.md": NOTES, "chapters.txt": "0:01 Fichier"}) == [(1, "Fichier")]
    none = NOTES.replace("title: Entretien", "title: Entretien\nchapters: []")
    assert chapters(tmp_path / "c", **{"index.md": none}) == []


def test_a_chapter_of_front_matter_has_a_picture_from_the_folder(tmp_path: Path) -> None:
    given = "chapters: [{start: 0, title: Un, image: carnet.png}, {start: 0:05, title: Deux}]"
    project = write(tmp_path, **{f"{FOLDER}/index.md": NOTES.replace("title: Entretien", f"title: Entretien\n{given}")})
    silent_mp3(project / "content" / FOLDER / "audio.mp3", 60)
    Image.new("RGB", (300, 200), "navy").save(project / "content" / FOLDER / "carnet.png")
    content, problems = read(project)
    first, second = content.episodes[0].chapters
    assert first.image is not None
    assert (first.image.width, second.image) == (300, None)
    assert problems.sorted() == ()


def test_a_picture_of_a_chapter_that_is_not_there_is_told(tmp_path: Path) -> None:
    given = "chapters: [{start: 0, title: Un, image: carnte.png}]"
    project = write(tmp_path, **{f"{FOLDER}/index.md": NOTES.replace("title: Entretien", f"title: Entretien\n{given}")})
    silent_mp3(project / "content" / FOLDER / "audio.mp3", 60)
    Image.new("RGB", (300, 200), "navy").save(project / "content" / FOLDER / "carnet.png")
    _, problems = read(project)
    hints = [problem.hint for problem in problems.sorted() if problem.code == "missing-file"]
    assert len(hints) == 1
    assert "carnet.png" in hints[0]


def test_tags_go_before_the_notes(tmp_path: Path) -> None:
    path = silent_mp3(tmp_path / "content" / FOLDER / "audio.mp3", 60)
    tags = ID3()
    tags.add(CHAP(element_id="a", start_time=2000, end_time=3000, sub_frames=[TIT2(encoding=3, text=["Tag"])]))
    tags.save(path)
    content, _ = read(write(tmp_path, **{f"{FOLDER}/index.md": NOTES}))
    assert [chapter.title for chapter in content.episodes[0].chapters] == ["Tag"]


def test_simple_chapters_keep_their_links_and_pictures_and_lines() -> None:
    mark = (
        "\n<c:chapter start='1:02.5' title='Un &amp; deux' href='https://a.example/' image='https://a.example/i.png'/>"
    )
    chapter = Chapter(start=62.5, title="Un & deux", url="https://a.example/", img="https://a.example/i.png")
    assert parse_xml_chapters(psc(mark)) == (Mark(chapter, 2),)


@pytest.mark.parametrize(
    "source",
    [
        "",
        "<a>",
        psc(),
        "<!DOCTYPE a><a/>",
        '<!DOCTYPE a [<!ENTITY b "c"><!ENTITY d "&b;&b;">]>' + psc("<c:chapter start='0' title='&d;'/>"),
        psc("<c:chapter title='A'/>"),
        psc("<c:chapter start='-1' title='A'/>"),
        psc("<c:chapter start='0' href='javascript:a()'/>"),
        psc("<c:chapter start='0'/>" * 1001),
        "<a>" * 5000,
    ],
)
def test_xml_that_holds_no_chapters_or_more_than_that_is_refused(source: str) -> None:
    with pytest.raises(BadChapters):
        parse_xml_chapters(source)


def test_another_declared_alphabet_does_not_matter() -> None:
    source = '<?xml version="1.0" encoding="ISO-8859-1"?>' + psc("<c:chapter start='0' title='Été'/>")
    assert parse_xml_chapters(source)[0].chapter.title == "Été"


def test_labels_keep_regions_and_leave_out_frequencies() -> None:
    assert parse_plain_chapters("0.5\t0.5\tUn\n1\t2.25\tDeux\n\\\t100.0\t200.0\n3\t3\n") == (
        Mark(Chapter(start=0.5, title="Un"), 1),
        Mark(Chapter(start=1, title="Deux", end=2.25), 2),
        Mark(Chapter(start=3), 4),
    )


@pytest.mark.parametrize("source", ["", "\n\n", "Un", "00:00 Un\nDeux", "0\t1\tUn\n2 3 Deux", "0:01 a\n" * 1001])
def test_lines_that_are_no_chapters_are_refused(source: str) -> None:
    with pytest.raises(BadChapters):
        parse_plain_chapters(source)


def test_chapters_in_webvtt_have_plain_titles_and_ends() -> None:
    source = "WEBVTT\n\nNOTE rien\n\n00:00:01.000 --> 00:00:02.000 align:start\n<b>Un</b> &amp;\ndeux\n"
    assert parse_vtt_chapters(source) == (Mark(Chapter(start=1, title="Un & deux", end=2), 5),)


@pytest.mark.parametrize("source", ["WEBVTT", "00:00 --> 00:01\nUn", "00:01.000 --> 00:02.000\nx\n\n" * 1001])
def test_webvtt_without_chapters_is_refused(source: str) -> None:
    with pytest.raises(BadChapters):
        parse_vtt_chapters(source)
