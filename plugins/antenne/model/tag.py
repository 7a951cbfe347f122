"""Tags: words by which the author ties together what is about the same thing."""

from __future__ import annotations

from msgspec import Struct

from antenne.model.book import Book
from antenne.model.podcast import Episode
from antenne.model.translation import Translation
from antenne.model.words import Note


class Tag(Struct, frozen=True, kw_only=True):
    """What stands under one tag, each kind newest first; `name` is the spelling that most of them have."""

    key: str
    name: str
    books: tuple[Book, ...] = ()
    episodes: tuple[Episode, ...] = ()
    notes: tuple[Note, ...] = ()
    translation: Translation | None = None

    @property
    def size(self) -> int:
        """How many things have the tag."""
        return len(self.books) + len(self.episodes) + len(self.notes)
