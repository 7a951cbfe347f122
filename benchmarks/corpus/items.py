"""What the corpus is made of: episode 42 is the same one in a corpus of a hundred and in one of ten thousand."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from random import Random

from benchmarks.corpus.texts import markdown, person_name, sentence, slug_of, title
from benchmarks.corpus.words import TAGS, chance

_NEWEST = datetime(2026, 6, 1, 6, tzinfo=UTC)
_EPISODES, _NOTES, _BOOKS = 20_000, 4_000, 500
"""So many items fit before the newest date: numbers count upwards in time."""

LEAST_BOOKS = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """What all items have: `slug` ends its address, `body` is Markdown."""

    slug: str
    title: str
    date: datetime
    summary: str
    body: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A chapter of a recording; `start` is in seconds."""

    start: int
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Episode(Item):
    """An episode; `book` is a book's number, and `duration` is in seconds."""

    number: int
    season: int
    duration: int
    guests: tuple[str, ...]
    tags: tuple[str, ...]
    book: int | None
    chapters: tuple[Mark, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Note(Item):
    """A note."""

    tags: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Book(Item):
    """A book."""

    author: str
    isbn: str


def count_books(episodes: int) -> int:
    """Return how many books a corpus of so many episodes has."""
    return max(LEAST_BOOKS, episodes // 50)


def count_notes(episodes: int) -> int:
    """Return how many notes a corpus of so many episodes has."""
    return episodes // 5


def book_slug(number: int) -> str:
    """Return the slug of a book by its number."""
    return f"book-{number:04d}"


def make_episode(number: int) -> Episode:
    """Return an episode by its number, from 0; the book that it is about has one that is there by then."""
    by = chance("episode", number)
    name = title(by)
    marks = by.randint(4, 9)
    return Episode(
        slug=f"{number:05d}-{slug_of(name)}",
        title=name,
        date=_NEWEST - timedelta(hours=10 * (_EPISODES - number)),
        summary=sentence(by, 14, 24),
        number=number + 1,
        season=1 + number // 50,
        duration=marks + 1,
        guests=tuple(dict.fromkeys(person_name(by) for _ in range(by.randint(1, 2)))),
        tags=_tags(by, 3),
        book=by.randrange(count_books(number + 1)) if by.random() < 0.7 else None,
        chapters=tuple(Mark(start=start, title=title(by, 2, 4)) for start in range(marks)),
        body=markdown(by, by.randint(3, 6)),
    )


def make_note(number: int) -> Note:
    """Return a note by its number, from 0."""
    by = chance("note", number)
    name = title(by)
    return Note(
        slug=f"n{number:05d}-{slug_of(name)}",
        title=name,
        date=_NEWEST - timedelta(hours=41 * (_NOTES - number) + 5),
        tags=_tags(by, 2),
        summary=sentence(by, 14, 24),
        body=markdown(by, by.randint(3, 6)),
    )


def make_book(number: int) -> Book:
    """Return a book by its number, from 0."""
    by = chance("book", number)
    return Book(
        slug=book_slug(number),
        title=title(by, 2, 5),
        date=_NEWEST - timedelta(days=3 * (_BOOKS - number)),
        author=person_name(by),
        isbn=_isbn(by),
        summary=sentence(by, 14, 24),
        body=markdown(by, by.randint(2, 4)),
    )


def _tags(by: Random, count: int) -> tuple[str, ...]:
    return tuple(sorted(by.sample(TAGS, count)))


def _isbn(by: Random) -> str:
    """Return an ISBN-13 whose last digit is right."""
    digits = "978" + "".join(by.choices("0123456789", k=9))
    total = sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(digits))
    return f"{digits}{-total % 10}"
