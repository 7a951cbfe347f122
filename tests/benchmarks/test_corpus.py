"""The corpus of the benchmark: the same everywhere, and such as Antenne takes."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from antenne.pipeline import gather
from antenne.settings import load_config, read_settings
from benchmarks.corpus.corpus import make_corpus
from benchmarks.corpus.items import count_books, make_episode
from benchmarks.generators.antenne import KINDS, make_site


def files_of(folder: Path) -> dict[str, bytes]:
    """Return the bytes of every file below a folder."""
    paths = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a small corpus."""
    return make_corpus(tmp_path_factory.mktemp("corpus") / "small", 6).folder


def test_the_same_number_of_episodes_makes_the_same_bytes(made: Path, tmp_path: Path) -> None:
    assert files_of(make_corpus(tmp_path / "again", 6).folder) == files_of(made)


def test_what_is_in_a_corpus_stands_in_a_larger_one_with_the_same_bytes(made: Path, tmp_path: Path) -> None:
    small, large = files_of(made / "content"), files_of(make_corpus(tmp_path / "large", 11).content)
    assert len(large) > len(small)
    assert {name: large[name] for name in small} == small


def test_adding_the_next_episode_makes_the_next_larger_corpus(made: Path, tmp_path: Path) -> None:
    corpus = make_corpus(tmp_path / "growing", 6)
    corpus.add_episode(6)
    seven = files_of(make_corpus(tmp_path / "seven", 7).content)
    assert files_of(corpus.content) == seven


def test_an_episode_is_about_a_book_that_is_there_by_then() -> None:
    books = [(number, make_episode(number).book) for number in range(0, 3000, 7)]
    assert all(book is None or book < count_books(number + 1) for number, book in books)
    assert {book for _, book in books if book is not None and book >= 50}


def test_a_cover_has_the_size_of_a_printer_and_no_two_are_the_same(made: Path) -> None:
    covers = sorted(made.glob("content/books/*/cover.jpg"))
    assert len({cover.read_bytes() for cover in covers}) == len(covers) == 10
    with Image.open(covers[0]) as cover:
        assert cover.size == (1600, 2400)


@pytest.mark.parametrize("kind", KINDS)
def test_antenne_reads_the_corpus_without_a_problem(made: Path, tmp_path: Path, kind: str) -> None:
    site = make_site(make_corpus(made, 6), tmp_path / "site", kind)
    catalog = gather(read_settings(load_config(site / "publishconf.py"), site))
    assert (len(catalog.episodes), len(catalog.notes), len(catalog.books)) == (6, 1, 10)
    first, read = make_episode(0), catalog.episodes[-1]
    assert [chapter.title for chapter in read.chapters] == [mark.title for mark in first.chapters]
    assert round(read.audio.duration) == first.duration
