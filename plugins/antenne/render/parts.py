"""A series as its notes tell it: « Suite des notes parues les 16, 18 et 21 octobre »."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from msgspec import Struct

from antenne.model import Catalog, Note, Series
from antenne.render.words import Words


class Day(Struct, frozen=True):
    """A day on which a note appeared, as a link's words."""

    label: str
    note: Note


class Days(Struct, frozen=True):
    """Days of one month; `month` is told once for all of them, `year` where it is another than the reader's."""

    days: tuple[Day, ...]
    month: str
    year: str = ""

    @property
    def count(self) -> int:
        """How many days there are."""
        return len(self.days)


class Parts(Struct, frozen=True):
    """A note's place in its series: the dates of the parts before it, and the part that comes next."""

    series: Series
    position: int
    before: tuple[Days, ...]
    next: Note | None


def parts_of(note: Note, catalog: Catalog, words: Words) -> Parts | None:
    """Return where a note stands in its series, or None for a note that stands alone."""
    series = catalog.series_of(note)
    if series is None or len(series.notes) < 2:
        return None
    position = [one.key for one in series.notes].index(note.key)
    following = series.notes[position + 1 : position + 2]
    before = tuple(_months(series.notes[:position], note, words))
    return Parts(series, position + 1, before, following[0] if following else None)


def _months(notes: Iterable[Note], reader: Note, words: Words) -> Iterable[Days]:
    """Collapse dates by month; of two notes of one day the first gets the link."""
    by_day = {words.iso_day(note.pub_date): note for note in sorted(notes, key=lambda n: n.pub_date, reverse=True)}
    year_here = words.iso_day(reader.pub_date)[:4]
    for month, dated in groupby(sorted(by_day.items()), key=lambda pair: pair[0][:7]):
        members = tuple(note for _, note in dated)
        days = tuple(Day(words.day(note.pub_date), note) for note in members)
        yield Days(days, words.month(members[0].pub_date), month[:4] if month[:4] != year_here else "")
