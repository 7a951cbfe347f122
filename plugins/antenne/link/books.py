"""Ties books to their publishers, to the series that they are volumes of, and to the episodes that speak of them."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from msgspec.structs import replace

from antenne.kept import Derived
from antenne.link.grouping import grouped
from antenne.model import Book, BookSeries, ContentItem, Publisher
from antenne.problems import Problems
from antenne.problems.rules import SAME_NAME, SAME_PART
from antenne.read import Content
from antenne.text import slugify


def named_as_bundles(books: tuple[Book, ...], publishers: tuple[Publisher, ...], derived: Derived) -> tuple[Book, ...]:
    """Return books whose publishers are named as their bundles name them, however the books write the name."""
    names = {publisher.key: publisher.name for publisher in publishers}
    names |= {slugify(publisher.name): publisher.name for publisher in publishers}
    return tuple(derived.of(book, publisher=names.get(slugify(book.publisher), book.publisher)) for book in books)


def gather_publishers(books: tuple[Book, ...], content: Content, problems: Problems) -> tuple[Publisher, ...]:
    """Return the publishers in order of their names: those with a bundle, and those that books alone name."""
    _judge_names(content, problems)
    bundles = {publisher.name: publisher for publisher in content.publishers}
    named = {
        name: Publisher(key=key, name=name)
        for key, name, _ in grouped("book", books, lambda book: book.publisher, content, problems)
    }
    return tuple(sorted((named | bundles).values(), key=lambda publisher: (slugify(publisher.name), publisher.key)))


def _judge_names(content: Content, problems: Problems) -> None:
    """Tell of a second bundle with a publisher's name: one of the two would be lost."""
    first: dict[str, str] = {}
    for publisher in content.publishers:
        other = first.setdefault(slugify(publisher.name), publisher.key)
        if other != publisher.key:
            where = content.places["publisher", publisher.key]
            message = f"The publisher “{publisher.name}” is there already: publishers/{other}."
            problems.add(SAME_NAME.at(where, message, "Keep one of the two folders, or write another name."))


def gather_book_series(books: tuple[Book, ...], content: Content, problems: Problems) -> tuple[BookSeries, ...]:
    """Return the series of books in order of their names; a volume without a number stands by its date, at the end."""
    series = []
    for key, name, members in grouped("book", books, lambda book: book.series, content, problems):
        ordered = sorted(members, key=lambda b: (b.volume is None, b.volume or 0, str(b.date or ""), b.key))
        for one, two in pairwise(ordered):
            if one.volume is not None and one.volume == two.volume:
                problems.add(
                    SAME_PART.at(
                        content.places[("book", two.key)],
                        f"Two books are volume {two.volume} of the series “{name}”: {one.key} and {two.key}.",
                        "Give each book of a series a number of its own in its line volume.",
                    )
                )
        series.append(BookSeries(key=key, name=name, books=tuple(ordered)))
    return tuple(series)


def heard_by_slugs(book: Book, slugs: Mapping[str, str], derived: Derived) -> Book:
    """Let a table of contents name episodes by slug, and leave out what leads nowhere: that is told elsewhere."""
    return derived.of(book, contents=tuple(_heard(item, slugs) for item in book.contents))


def _heard(item: ContentItem, slugs: Mapping[str, str]) -> ContentItem:
    heard = (replace(one, episode=slugs[one.episode]) for one in item.heard if one.episode in slugs)
    return replace(item, heard=tuple(heard), items=tuple(_heard(below, slugs) for below in item.items))
