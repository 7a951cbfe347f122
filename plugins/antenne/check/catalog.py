"""Rules on the catalogue: what can be judged before anything is written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from antenne.model import Book, Catalog, Episode, Isbn13
from antenne.problems import Problem, Where
from antenne.problems.rules import SAME_GUID, SAME_ISBN


def check_catalog(catalog: Catalog, places: Mapping[tuple[str, str], Where]) -> Iterator[Problem]:
    """Give the problems of a settled catalogue; `places` says where each object was read, by kind and key."""
    yield from _same_guids(catalog, places)
    yield from _same_isbns(catalog, places)


def _same_guids(catalog: Catalog, places: Mapping[tuple[str, str], Where]) -> Iterator[Problem]:
    first: dict[str, Episode] = {}
    for episode in sorted(catalog.episodes, key=lambda e: e.key):
        other = first.setdefault(episode.guid, episode)
        if other is not episode:
            yield SAME_GUID.at(
                places.get(("episode", episode.key), Where("content/episodes")),
                f"“{episode.title}” and “{other.title}” have the same guid: apps would show only one of them.",
                "Take the line guid out of the newer one; it gets a guid of its own.",
            )


def _same_isbns(catalog: Catalog, places: Mapping[tuple[str, str], Where]) -> Iterator[Problem]:
    first: dict[Isbn13, Book] = {}
    for book in sorted(catalog.books, key=lambda b: b.key):
        for isbn in (edition.isbn for edition in book.editions if edition.isbn):
            other = first.get(isbn)
            if other is not None:
                whose = "two editions of this book" if other is book else f"an edition of “{other.title}” too"
                yield SAME_ISBN.at(
                    places.get(("book", book.key), Where("content/books")),
                    f"The ISBN {isbn} is that of {whose}.",
                    "Each edition has its own: look it up in the imprint of the book, or of the file.",
                )
            first.setdefault(isbn, book)
