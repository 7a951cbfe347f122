from __future__ import annotations

from datetime import UTC, datetime

import pytest

from antenne.model import Book, Catalog, Edition, LanguageTag, Note, PartialDate

NEWEST = Note(key="n", slug="n", title="N", pub_date=datetime(2026, 11, 17, 9, tzinfo=UTC))


def of(edition: Edition, date: PartialDate | None = None, notes: tuple[Note, ...] = (NEWEST,)) -> str:
    book = Book(key="b", title="B", language=LanguageTag("fr"), date=date, editions=(edition,))
    return Catalog(books=(book,), notes=notes).availability(book, edition)


@pytest.mark.parametrize(
    ("date", "state"),
    [
        ("2013", "available"),
        ("2026", "available"),
        ("2026-11", "available"),
        ("2026-11-17", "available"),
        ("2026-11-18", "forthcoming"),
        ("2026-12", "forthcoming"),
        ("2027", "forthcoming"),
    ],
)
def test_what_comes_after_the_newest_publication_is_forthcoming(date: str, state: str) -> None:
    assert of(Edition(form="BC", date=PartialDate.parse(date))) == state
    assert of(Edition(form="BC"), PartialDate.parse(date)) == state


def test_what_the_author_says_holds_whatever_the_date() -> None:
    for status in ("available", "forthcoming", "out-of-print"):
        assert of(Edition(form="BC", date=PartialDate(2044), status=status)) == status


def test_without_a_date_or_anything_to_compare_it_with_nothing_is_said() -> None:
    assert of(Edition(form="BC")) == ""
    assert of(Edition(form="BC", date=PartialDate(2044)), notes=()) == ""
    assert of(Edition(form="BC", status="available"), notes=()) == "available"


@pytest.mark.parametrize(
    ("date", "first", "last"),
    [
        ("2024", "2024-01-01", "2024-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2024-02-03", *["2024-02-03"] * 2),
    ],
)
def test_a_date_begins_and_ends(date: str, first: str, last: str) -> None:
    known = PartialDate.parse(date)
    assert (known.first_day.isoformat(), known.last_day.isoformat()) == (first, last)
