"""The tools that Antenne is measured beside: each reads one Markdown file per item, with the same facts."""

from __future__ import annotations

import shutil
from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.corpus.corpus import Corpus
from benchmarks.corpus.items import Episode, Item, make_episode
from benchmarks.corpus.layout import write_text
from benchmarks.corpus.pictures import SEASONS, draw_season_art
from benchmarks.generators.facts import Facts, audio_name, book_facts, episode_facts, note_facts
from benchmarks.generators.files import link_or_copy
from benchmarks.generators.generator import ADD, FULL, SAME, Added, remove

HERE = Path(__file__).resolve().parents[1]
_SIZE = 90_000
"""Bytes that an added recording is said to have."""


@dataclass(slots=True, kw_only=True)
class Peer(ABC):
    """A tool whose site is made of templates in `benchmarks/templates` and of files that `text_of` writes.

    With `media`, recordings and covers stand among its static files.
    """

    folder: Path
    media: bool = False
    _added: Added = field(default_factory=Added)

    @property
    @abstractmethod
    def name(self) -> str:
        """What tables call it."""

    @property
    @abstractmethod
    def templates(self) -> str:
        """The folder of its templates."""

    @property
    def sources(self) -> Path:
        """The folder of Markdown files."""
        return self.folder / "content"

    @property
    def static(self) -> Path:
        """The folder of files that are published as they are."""
        return self.sources

    @abstractmethod
    def text_of(self, kind: str, facts: Facts, body: str) -> str:
        """Return the file of an item: its front matter and its Markdown."""

    def make(self, corpus: Corpus) -> None:
        """Make the site of a corpus."""
        shutil.rmtree(self.folder, ignore_errors=True)
        shutil.copytree(HERE / "templates" / self.templates, self.folder)
        for kind, item, facts in _items(corpus):
            write_text(self._place(kind, item), self.text_of(kind, facts, item.body))
        if self.media:
            self._link_media(corpus)

    def cases(self) -> tuple[str, ...]:
        """Return the cases that a tool has which reads no recordings."""
        return (FULL, SAME, ADD)

    def prepare(self, case: str) -> None:
        """Take away what a full build must not find."""
        if case == FULL:
            remove(self.folder / "output")

    def add(self, number: int) -> None:
        """Add the episode of a number."""
        episode = make_episode(number)
        path = self._place("episode", episode)
        write_text(path, self.text_of("episode", episode_facts(episode, _SIZE), episode.body))
        self._added.paths = (path,)

    def take_back(self) -> None:
        """Take the added episode away."""
        self._added.take_back()

    def _place(self, kind: str, item: Item) -> Path:
        return self.sources / f"{kind}s" / f"{item.slug}.md"

    def _link_media(self, corpus: Corpus) -> None:
        for episode in corpus.all_episodes():
            link_or_copy(corpus.recording(episode), self.static / "audio" / audio_name(episode))
        for book in corpus.all_books():
            link_or_copy(corpus.cover(book), self.static / "covers" / f"{book.slug}.jpg")
        for season in range(SEASONS):
            (self.static / "images").mkdir(parents=True, exist_ok=True)
            (self.static / "images" / f"season-{season}.jpg").write_bytes(draw_season_art(season))


def _items(corpus: Corpus) -> Iterator[tuple[str, Item, Facts]]:
    """Give every item with its kind and its facts."""
    for episode in corpus.all_episodes():
        yield "episode", episode, episode_facts(episode, _size(corpus, episode))
    yield from (("note", note, note_facts(note)) for note in corpus.all_notes())
    yield from (("book", book, book_facts(book)) for book in corpus.all_books())


def _size(corpus: Corpus, episode: Episode) -> int:
    return corpus.recording(episode).stat().st_size
