"""A file that nobody uses is told, but never one that an object with an error may mean."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.audio import silent_mp3
from tests.support.content import read, write

CHAPTERS = "---\ntitle: T\nchapters: [{start: 0, title: A, image: carnte.jpg}]\n---\n"


def codes(project: Path) -> set[str]:
    """Return the codes of what is wrong with a content folder."""
    return {problem.code for problem in read(project)[1].sorted()}


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: T\ncover: phto.jpg\n---\n",
        "---\ntitle: T\nsumary: S\ncover: photo.jpg\n---\n",
        "---\ntitle: T\n---\n![Une photo](phto.jpg)\n",
        "---\ntitle: T: U\n---\n![Une photo](photo.jpg)\n",
    ],
)
def test_what_a_note_with_an_error_may_mean_is_no_stray(tmp_path: Path, text: str) -> None:
    write(tmp_path, **{"notes/2013-11-05-une.md": text, "notes/photo.jpg": "x", "notes/2013-11-06-bonne.md": GOOD})
    found = codes(tmp_path)
    assert found
    assert "stray-file" not in found


def test_what_no_good_note_uses_is_a_stray(tmp_path: Path) -> None:
    write(tmp_path, **{"notes/2013-11-06-bonne.md": GOOD, "notes/photo.jpg": "x"})
    assert codes(tmp_path) == {"stray-file"}


def test_a_misspelt_picture_of_a_chapter_is_told_once(tmp_path: Path) -> None:
    silent_mp3(tmp_path / "content/episodes/2013-07-05-ete/a.mp3", 3)
    write(tmp_path, **{"episodes/2013-07-05-ete/index.md": CHAPTERS, "episodes/2013-07-05-ete/carnet.jpg": "x"})
    [problem] = read(tmp_path)[1].sorted()
    assert (problem.code, problem.hint) == ("missing-file", "Did you mean carnet.jpg?")


GOOD = "---\ntitle: Bonne\n---\nDes mots.\n"
LIVRE = "---\ntitle: T\nauthors: [ada]\nsummary: S\n---\n"


@pytest.mark.parametrize(
    ("name", "hint"), [("couverture.jpg", "`cover: couverture.jpg`"), ("oubli.mp4", "`videos: [oubli.mp4]`")]
)
def test_a_stray_is_told_what_it_may_be_for(tmp_path: Path, name: str, hint: str) -> None:
    write(tmp_path, **{"books/un-livre/index.md": LIVRE, f"books/un-livre/{name}": "x"})
    [problem] = read(tmp_path)[1].sorted()
    assert problem.code == "stray-file"
    assert hint in problem.hint


def test_a_note_from_a_word_processor_is_saved_as_text(tmp_path: Path) -> None:
    write(tmp_path, **{"notes/Ma note.docx": "x"})
    [problem] = read(tmp_path)[1].sorted()
    assert problem.hint == "Save it as plain text, under a name that ends in .md: ma-note.md."
