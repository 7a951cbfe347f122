from __future__ import annotations

from datetime import timedelta

from antenne.model import Catalog, Note, Tag
from antenne.render.related import MOST, related_notes
from tests.render.samples import book, note


def catalog_of(*notes: Note) -> Catalog:
    newest = tuple(sorted(notes, key=lambda n: n.pub_date, reverse=True))
    names = sorted({name for one in notes for name in one.tags})
    tags = tuple(Tag(key=name, name=name, notes=tuple(n for n in newest if name in n.tags)) for name in names)
    return Catalog(books=(book(key="a"), book(key="b")), notes=newest, tags=tags)


def related(chosen: Note, *others: Note) -> list[int]:
    found = related_notes(catalog_of(chosen, *others)).of(chosen)
    return [one.pub_date.day for one in found]


def test_a_shared_book_counts_more_than_a_tag_and_two_tags_more_than_a_book() -> None:
    chosen = note(1, books=("a",), tags=("x", "y"))
    assert related(
        chosen, note(2), note(3, tags=("x",)), note(9, books=("a",)), note(20, tags=("x", "y")), note(4, tags=("z",))
    ) == [20, 9, 3]


def test_of_equals_the_nearest_in_time_comes_first_then_the_newer() -> None:
    chosen = note(10, tags=("x",))
    assert related(chosen, *(note(day, tags=("x",)) for day in (8, 9, 11, 12, 13))) == [11, 9, 12, 8]


def test_the_other_parts_of_its_series_are_left_out() -> None:
    chosen = note(10, tags=("x",), series="Une série")
    assert related(chosen, note(9, tags=("x",), series="Une série"), note(8, tags=("x",), series="Autre")) == [8]


def test_a_tag_that_every_note_has_costs_each_note_a_bounded_number_of_others() -> None:
    first = note(1)
    notes = [
        note(1, slug=f"n{i}", key=f"n{i}", tags=("x",), pub_date=first.pub_date + timedelta(hours=i))
        for i in range(3000)
    ]
    asked = related_notes(catalog_of(*notes))
    assert len(list(asked._near(asked.catalog.tags[0].notes, 1500))) <= 50
    assert [one.key for one in asked.of(notes[1500])] == ["n1501", "n1499", "n1502", "n1498"]
    assert len(asked.of(notes[0])) == MOST


def test_neighbours_stand_before_and_after_a_note() -> None:
    asked = related_notes(catalog_of(*(note(day) for day in (1, 2, 3))))
    newest, middle, oldest = asked.catalog.notes
    assert (asked.newer(middle), asked.older(middle)) == (newest, oldest)
    assert (asked.newer(newest), asked.older(oldest)) == (None, None)
