from __future__ import annotations

from pathlib import Path

from PIL import Image

from antenne.model import Platform, Video
from tests.support.content import read, report, write
from tests.support.video import tiny_mp4, tiny_webm

VTT = "WEBVTT\n\n00:00:01.000 --> 00:00:02.000\nBonjour, l'île !\n"


def films_of(project: Path, front_matter: str, *, told: str = "") -> tuple[Video, ...]:
    """Read a book with some front matter, and assert what is told of it."""
    write(project, **{"books/un-livre/index.md": f"---\ntitle: Un livre\n{front_matter}\n---\n"})
    content, problems = read(project)
    assert [problem.code for problem in problems.sorted()] == told.split()
    return content.books[0].videos if content.books else ()


def bundle(project: Path) -> Path:
    return project / "content/books/un-livre"


def test_a_film_takes_its_still_and_its_captions_from_the_files_that_are_called_like_it(tmp_path: Path) -> None:
    folder = bundle(tmp_path)
    tiny_mp4(folder / "Entretien.mp4", 30, (1280, 720))
    Image.new("RGB", (64, 36)).save(folder / "entretien.jpg")
    write(
        tmp_path,
        **{
            "books/un-livre/entretien.fr.vtt": VTT,
            "books/un-livre/entretien.en-GB.srt": "1\n00:00:01,000 --> 00:00:02,000\nHello.\n",
        },
    )
    (film,) = films_of(tmp_path, "videos: [Entretien.mp4]")
    assert film.file
    assert (film.file.width, film.file.duration) == (1280, 30)
    assert film.poster
    assert film.poster.source.name == "entretien.jpg"
    assert {str(one.language): one.transcript.cues[0].text for one in film.captions} == {
        "en-GB": "Hello.",
        "fr": "Bonjour, l'île !",
    }


def test_what_front_matter_names_wins_over_what_is_found(tmp_path: Path) -> None:
    folder = bundle(tmp_path)
    tiny_webm(folder / "film.webm", 30)
    for name in ("film.jpg", "large.png"):
        Image.new("RGB", (64, 36)).save(folder / name)
    for name in ("film.fr.vtt", "mots.vtt"):
        write(tmp_path, **{f"books/un-livre/{name}": VTT})
    front = "videos: [{source: film.webm, title: L'île, poster: large.png, poster_alt: Un phare, captions: [%s]}]"
    (film,) = films_of(tmp_path, front % "{file: mots.vtt, language: br}", told="stray-file stray-file")
    assert film.title == "L’île"
    assert film.poster
    assert (film.poster.source.name, film.poster.alt) == ("large.png", "Un phare")
    assert [str(one.language) for one in film.captions] == ["br"]


def test_an_address_is_short_for_a_video_elsewhere(tmp_path: Path) -> None:
    (film,) = films_of(tmp_path, "videos: ['https://youtu.be/essai_Essa1?t=90']")
    assert film.remote
    assert (film.remote.platform, film.remote.id, film.remote.start) == (Platform.YOUTUBE, "essai_Essa1", 90)


def test_chapters_of_a_film_are_typeset_and_kept_in_order(tmp_path: Path) -> None:
    chapters = '[{start: "0:00", title: L\'un}, {start: "1:02:05"}]'
    front = f'videos: [{{source: "https://vimeo.com/123456789", chapters: {chapters}}}]'
    (film,) = films_of(tmp_path, front)
    assert [(chapter.start, chapter.title) for chapter in film.chapters] == [(0, "L’un"), (3725, "")]


def test_captions_for_a_video_elsewhere_are_refused(tmp_path: Path) -> None:
    films_of(tmp_path, "videos: [{source: 'https://vimeo.com/123456789', captions: [a.vtt]}]", told="bad-value")


def test_a_note_and_an_episode_have_films_too(tmp_path: Path) -> None:
    tiny_mp4(tmp_path / "content/notes/film.mp4")
    note = "---\ntitle: Une note\ndate: 2013-11-05\nvideos: [film.mp4]\n---\n"
    write(tmp_path, **{"notes/une-note.md": note, "notes/film.fr.vtt": VTT})
    content, problems = read(tmp_path)
    assert report(problems) == ""
    assert content.notes[0].videos[0].file
