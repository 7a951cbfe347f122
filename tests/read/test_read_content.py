from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from mutagen.id3 import CHAP, COMM, CTOC, ID3, TDRC, TIT2, TLAN, TPE1, CTOCFlags

from antenne.model import Contributor, Credit, Episode, License
from antenne.problems import Where
from antenne.read import Content
from tests.support.audio import silent_mp3
from tests.support.content import read, report, write

PARIS = ZoneInfo("Europe/Paris")
PROJECT = Path(__file__).parent.parent.parent


def good(project: Path) -> Content:
    """Read a content folder that has nothing wrong."""
    content, problems = read(project)
    assert report(problems) == ""
    return content


def tagged(path: Path) -> Path:
    """Make a recording of a minute whose tags say all that tags can."""
    tags = ID3(silent_mp3(path, 60, title="Un entretien : le livre"))
    tags.add(TPE1(encoding=3, text=["Ada"]))
    tags.add(TDRC(encoding=3, text=["2013-11-05T11:41:00"]))
    tags.add(TLAN(encoding=3, text=["fra"]))
    tags.add(COMM(encoding=3, lang="fra", desc="", text=["On parle d'un livre."]))
    tags.add(CTOC(element_id="toc", flags=CTOCFlags.TOP_LEVEL, child_element_ids=["a", "b"], sub_frames=[]))
    for name, start in (("a", 0), ("b", 30_000)):
        title = TIT2(encoding=3, text=[f"Partie {name}"])
        tags.add(CHAP(element_id=name, start_time=start, end_time=start + 30_000, sub_frames=[title]))
    tags.save(path)
    return path


def episode(project: Path) -> Episode:
    """Read the only episode of a content folder that has nothing wrong."""
    (only,) = good(project).episodes
    return only


def test_a_recording_alone_is_a_whole_episode(tmp_path: Path) -> None:
    tagged(tmp_path / "content/episodes/entretien/piste01.mp3")
    only = episode(tmp_path)
    assert (only.key, only.slug, only.show, only.guid, only.enclosure_path) == ("entretien", "entretien", "", "", "")
    assert only.title == "Un entretien\u00a0: le livre"
    assert only.summary == "On parle d’un livre."
    assert only.artist == "Ada"
    assert str(only.language) == "fr"
    assert only.pub_date == datetime(2013, 11, 5, 11, 41, tzinfo=UTC)  # as ID3 has it
    assert [(chapter.start, chapter.title) for chapter in only.chapters] == [(0.0, "Partie a"), (30.0, "Partie b")]


def test_front_matter_and_files_beside_it_win_over_tags(tmp_path: Path) -> None:
    folder = "episodes/2013-11-06-entretien"
    tagged(tmp_path / "content" / folder / "piste01.mp3")
    keys = ["title: Autre titre", "date: 2014-01-02 10:00", "language: en", "people: [ada, {person: eve, role: host}]"]
    chapters = '{"version": "1.2.0", "chapters": [{"startTime": 1, "title": "JSON"}]}'
    write(
        tmp_path,
        **{
            f"{folder}/index.md": "---\n" + "\n".join(keys) + "\n---\nWords.\n",
            f"{folder}/chapters.json": chapters,
            f"{folder}/piste01.srt": "00:00:01,000 --> 00:00:02,000\nHello.\n",
        },
    )
    only = episode(tmp_path)
    assert (only.title, str(only.language), only.slug) == ("Autre titre", "en", "entretien")
    assert only.pub_date == datetime(2014, 1, 2, 10, tzinfo=PARIS)
    assert [chapter.title for chapter in only.chapters] == ["JSON"]
    assert only.transcript is not None
    assert only.transcript.cues[0].text == "Hello."
    assert only.people == (Credit(person="ada", role="guest"), Credit(person="eve", role="host"))


def test_a_text_beside_a_recording_is_its_transcript_but_one_of_its_name_is_not(tmp_path: Path) -> None:
    folder = "episodes/2013-07-05-ete"
    silent_mp3(tmp_path / "content" / folder / "son.mp3", title="Été")
    write(tmp_path, **{f"{folder}/son.txt": "Anne : Non.", f"{folder}/son.json": "{}"})
    content, problems = read(tmp_path)
    assert content.episodes[0].transcript is None
    assert [problem.hint[:24] for problem in problems.sorted()] == [
        "Name the file in index.m",
        "Call it transcript.txt o",
    ]
    for name in ("son.txt", "son.json"):
        (tmp_path / "content" / folder / name).unlink()
    write(tmp_path, **{f"{folder}/transcript.txt": "Anne : Bonjour."})
    transcript = episode(tmp_path).transcript
    assert transcript is not None
    assert [(turn.speaker, turn.text) for turn in transcript.turns] == [("Anne", "Bonjour.")]


def test_without_other_dates_the_folders_day_is_midnight_in_the_sites_zone(tmp_path: Path) -> None:
    silent_mp3(tmp_path / "content/episodes/2013-07-05-ete/a.mp3", title="Été", date="2013")
    only = episode(tmp_path)
    assert only.pub_date == datetime(2013, 7, 4, 22, tzinfo=UTC)
    assert only.pub_date.tzinfo == PARIS


def test_among_several_recordings_front_matter_chooses(tmp_path: Path) -> None:
    for name in ("a.mp3", "b.mp3"):
        silent_mp3(tmp_path / "content/episodes/2013-07-05-ete" / name, title=name)
    write(tmp_path, **{"episodes/2013-07-05-ete/index.md": "---\naudio: b.mp3\n---\n"})
    content, problems = read(tmp_path)
    assert [one.title for one in content.episodes] == ["b.mp3"]
    assert [(p.code, p.where.path) for p in problems.sorted()] == [
        ("stray-file", "content/episodes/2013-07-05-ete/a.mp3")
    ]


def test_a_book_keeps_its_digits_and_its_contributors_order(tmp_path: Path) -> None:
    keys = [
        "title: Un livre",
        "authors: [ada, eve]",
        "contributors: [{person: bob, role: A15}, {person: ada}]",
        "date: 2013-11",
        "editions: [{form: BC, isbn: 9782100000005, price: 25.90}]",
    ]
    write(tmp_path, **{"books/un-livre/index.md": "---\n" + "\n".join(keys) + "\n---\nUne phrase. Une autre.\n"})
    (book,) = good(tmp_path).books
    assert book.contributors == (
        Contributor(person="ada"),
        Contributor(person="eve"),
        Contributor(person="bob", role="A15"),
    )
    assert (str(book.date), str(book.editions[0].isbn), str(book.editions[0].price)) == (
        "2013-11",
        "9782100000005",
        "25.90",
    )
    assert book.summary == "Une phrase. Une autre."


def test_a_show_takes_a_licence_in_either_form(tmp_path: Path) -> None:
    head = "---\ntitle: Une\nsummary: Deux.\nlanguage: fr\nlicense: "
    write(
        tmp_path,
        **{
            "shows/a/index.md": head + "CC-BY-4.0\n---\n",
            "shows/b/index.md": head + "{name: La nôtre, url: https://a.example/}\n---\n",
        },
    )
    first, second = good(tmp_path).shows
    assert first.license == License(identifier="CC-BY-4.0")
    assert second.license == License(identifier="La nôtre", url="https://a.example/")


def test_references_have_their_lines_and_broken_files_their_names(tmp_path: Path) -> None:
    write(
        tmp_path,
        **{
            "books/casse/index.md": "---\ntitel: Un\nauthors:\n  - ada\n---\n",
            "books/Mon livre/index.md": "---\ntitle: Un\n---\n",
            "notes/2013-11-05-une.md": "---\ntitle: Une\nbooks:\n  - casse\n  - mon-livre\nauthor: eve\n---\n",
        },
    )
    content, problems = read(tmp_path)
    assert [problem.code for problem in problems.sorted()] == ["bad-slug", "unknown-key"]
    assert content.known["book"] >= {"casse", "mon-livre"}
    assert [(one.kind, one.key, str(one.where)) for one in content.references] == [
        ("person", "ada", "content/books/casse/index.md:4"),
        ("person", "eve", "content/notes/2013-11-05-une.md:6"),
        ("book", "casse", "content/notes/2013-11-05-une.md:4"),
        ("book", "mon-livre", "content/notes/2013-11-05-une.md:5"),
    ]


def test_ten_broken_files_are_ten_problems_and_hide_no_good_one(tmp_path: Path) -> None:
    files = {f"notes/2013-11-{day:02}-note.md": "---\ntitle: A : b\n---\n" for day in range(1, 11)}
    write(tmp_path, **files, **{"notes/2013-11-11-bonne.md": "---\ntitle: Bonne\n---\n"})
    content, problems = read(tmp_path)
    assert len(problems.sorted()) == 10
    assert [note.key for note in content.notes] == ["2013-11-11-bonne"]


def test_links_within_the_content_folder_are_followed_and_others_are_not(tmp_path: Path) -> None:
    (tmp_path / "secret.md").write_text("---\ntitle: Secret\n---\n", encoding="utf-8")
    write(tmp_path, **{"pages/une.md": "---\ntitle: Une\n---\n"})
    pages = tmp_path / "content/pages"
    (pages / "deux.md").symlink_to("une.md")
    (pages / "trois.md").symlink_to("../../secret.md")
    (pages / "quatre.md").symlink_to("nulle-part.md")
    (tmp_path / "content/books").symlink_to("/usr")
    content, problems = read(tmp_path)
    assert [page.key for page in content.pages] == ["deux", "une"]
    assert [p.where.path for p in problems.sorted()] == [
        "content/books",
        "content/pages/quatre.md",
        "content/pages/trois.md",
    ]


def test_a_missing_content_folder_is_told(tmp_path: Path) -> None:
    _, problems = read(tmp_path)
    assert [(problem.code, problem.where) for problem in problems.sorted()] == [("missing-file", Where("content"))]


def test_the_sample_reads_without_a_problem(tmp_path: Path) -> None:
    (tmp_path / "content").symlink_to(PROJECT / "content")
    content = good(tmp_path)
    assert len(content.books) >= 3
    assert len(content.episodes) >= 3
    assert {reference.key for reference in content.references if reference.kind == "book"} <= content.known["book"]
