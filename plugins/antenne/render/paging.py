"""The pages of a long list: numbered from the oldest, so that what is added moves nothing (decision 0031)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import TypeVar

from msgspec import Struct

from antenne.model import Book, Episode, Note

Work = Book | Episode | Note
T = TypeVar("T")


class Paging(Struct, frozen=True, kw_only=True):
    """One page of a list: the works that it shows, its number of `total`, and the paths of its neighbours.

    The first page stands at the list's own `place`, a path, shows the newest and has the highest number; `title` is the
    list's. `count` says on the first page how many works all pages show; the others would change with each new one.
    """

    items: tuple[Work, ...]
    title: str
    place: str
    number: int = 1
    total: int = 1
    count: int = 0
    newer: str | None = None
    older: str | None = None

    @property
    def books(self) -> tuple[Book, ...]:
        """The books among the works."""
        return tuple(one for one in self.items if isinstance(one, Book))

    @property
    def episodes(self) -> tuple[Episode, ...]:
        """The episodes among the works."""
        return tuple(one for one in self.items if isinstance(one, Episode))

    @property
    def notes(self) -> tuple[Note, ...]:
        """The notes among the works."""
        return tuple(one for one in self.items if isinstance(one, Note))


def cut(items: Sequence[T], size: int) -> Iterator[tuple[T, ...]]:
    """Give what each page shows of a list that is newest first: the first page, then the others down to the oldest.

    All pages but the first hold `size` items, the first one from `size` to twice as many less one: so it is never
    short, and the item that fills it makes one new page. Without a size all stands on one page.
    """
    full = max(0, len(items) // size - 1) if size else 0
    first = len(items) - full * size
    yield tuple(items[:first])
    for start in range(first, len(items), size or 1):
        yield tuple(items[start : start + size])


def merged(episodes: Iterable[Episode], notes: Iterable[Note]) -> tuple[Episode | Note, ...]:
    """Return episodes and notes in one list, newest first, each once."""
    works: tuple[Episode | Note, ...] = (*episodes, *notes)
    found = {(type(one), one.key): one for one in works}
    return tuple(sorted(found.values(), key=_date, reverse=True))


def _date(work: Episode | Note) -> datetime:
    return work.pub_date
