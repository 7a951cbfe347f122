"""What the author of a publication should know, though nothing is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

from babel.dates import format_date

from antenne.fields import ListNode, Node, TextNode, load_document
from antenne.model import FORTHCOMING, Catalog, Episode, Note
from antenne.problems import Problems


def to_come(catalog: Catalog, now: datetime) -> Iterator[str]:
    """Give a sentence for every episode and note whose date is to come: nothing waits for it."""
    items: tuple[Episode | Note, ...] = (*catalog.episodes, *catalog.notes)
    for item in items:
        if item.pub_date > now:
            day = format_date(item.pub_date.date(), "d MMMM yyyy", locale="en")
            yield (
                f"« {item.title} » has the date {day}, which is to come: it goes out now all the same. "
                "Correct its date if that is not meant."
            )


def come_out(catalog: Catalog, today: date) -> Iterator[str]:
    """Give a sentence for every edition whose day has come while its page still calls it forthcoming."""
    for book in catalog.books:
        for edition in book.editions:
            due = edition.date or book.date
            if due and due.last_day <= today and catalog.availability(book, edition) == FORTHCOMING:
                yield (
                    f"« {book.title} » has an edition of {due}, and its page still says that it is to come: "
                    "write `status: available` into that edition once it is out."
                )


def unwritten(folder: Path, shown: str, books: tuple[str, ...], show: str) -> str:
    """Return how to say of an episode that was there before what a command asked for it, or nothing when it says so.

    `shown` is its folder as the author types it.
    """
    said = _said(folder)
    more = [book for book in dict.fromkeys(books) if book not in said.get("books", [])]
    lines = [f"books: [{', '.join([*said.get('books', []), *more])}]"] if more else []
    lines += [f"show: {show}"] if show and said.get("show") != [show] else []
    if not lines:
        return ""
    return (
        f"Nothing was written into it. If it is meant, let {shown}/index.md say, between two lines of three hyphens "
        f"at its head: {' and, on a line of its own, '.join(lines)}"
    )


def _said(folder: Path) -> dict[str, list[str]]:
    """Return the single values and lists of an episode's front matter; the build tells what is wrong with them."""
    index = folder / "index.md"
    document = load_document(index, folder, Problems()) if index.is_file() else None
    return {entry.key: list(_texts(entry.value)) for entry in document.keys.entries} if document else {}


def _texts(node: Node) -> Iterator[str]:
    for item in node.items if isinstance(node, ListNode) else (node,):
        if isinstance(item, TextNode) and item.text:
            yield item.text
