"""A whole corpus: so many episodes, with notes and books in proportion, as a content folder of Antenne's."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.corpus.items import (
    Book,
    Episode,
    Note,
    count_books,
    count_notes,
    make_book,
    make_episode,
    make_note,
)
from benchmarks.corpus.layout import AUDIO, COVER, bundle_of, write_book, write_episode, write_note, write_show
from benchmarks.corpus.pictures import SEASONS, draw_artwork, draw_cover, draw_season_art
from benchmarks.corpus.recordings import write_recording

SHOW = "The Lantern Shelf"
_FACTS = "corpus.json"
VERSION = 1
"""To be raised when the same number of episodes makes another corpus."""


@dataclass(frozen=True, slots=True)
class Corpus:
    """A corpus of so many episodes, in `folder / "content"`."""

    folder: Path
    episodes: int
    arts: list[bytes] = field(default_factory=list, repr=False, compare=False)

    @property
    def content(self) -> Path:
        """The content folder."""
        return self.folder / "content"

    def all_episodes(self) -> Iterator[Episode]:
        """Give the episodes, the oldest first."""
        return (make_episode(number) for number in range(self.episodes))

    def all_notes(self) -> Iterator[Note]:
        """Give the notes, the oldest first."""
        return (make_note(number) for number in range(count_notes(self.episodes)))

    def all_books(self) -> Iterator[Book]:
        """Give the books."""
        return (make_book(number) for number in range(count_books(self.episodes)))

    def recording(self, episode: Episode) -> Path:
        """Return where the recording of an episode stands."""
        return bundle_of(self.content, episode) / AUDIO

    def cover(self, book: Book) -> Path:
        """Return where the cover of a book stands."""
        return self.content / "books" / book.slug / COVER

    def add_episode(self, number: int, into: Path | None = None) -> Episode:
        """Write the episode of a number into the corpus' content folder, or into another one."""
        if not self.arts:
            self.arts.extend(draw_season_art(season) for season in range(SEASONS))
        episode, content = make_episode(number), into or self.content
        write_episode(content, episode)
        write_recording(bundle_of(content, episode) / AUDIO, episode, SHOW, self.arts[number % SEASONS])
        return episode


def make_corpus(folder: Path, episodes: int) -> Corpus:
    """Return the corpus of so many episodes in a folder, made unless it is there; the same everywhere, byte for byte.

    Pictures are the same where Pillow is.
    """
    corpus, facts = Corpus(folder, episodes), {"version": VERSION, "episodes": episodes}
    done = folder / _FACTS
    if done.is_file() and json.loads(done.read_text(encoding="utf-8")) == facts:
        return corpus
    shutil.rmtree(folder, ignore_errors=True)
    _write(corpus)
    done.write_text(json.dumps(facts), encoding="utf-8")
    return corpus


def _write(corpus: Corpus) -> None:
    write_show(corpus.content, SHOW, draw_artwork(SHOW))
    for number in range(corpus.episodes):
        corpus.add_episode(number)
    for note in corpus.all_notes():
        write_note(corpus.content, note)
    books = list(corpus.all_books())
    for book in books:
        write_book(corpus.content, book)
    with ProcessPoolExecutor() as pool:
        covers = pool.map(draw_cover, range(len(books)), [book.title for book in books])
        for book, cover in zip(books, covers, strict=True):
            corpus.cover(book).write_bytes(cover)
