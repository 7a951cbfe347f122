"""Dates as people give them: a year, a month, a day, or a moment with its zone."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from msgspec import Struct

FIRST_YEAR, LAST_YEAR = 1900, 2199
"""The years in which something can go out: feeds write, and time zones reckon, no date at the ends of the calendar."""


def can_go_out(day: date) -> bool:
    """Say whether a date can be that of a publication."""
    return FIRST_YEAR <= day.year <= LAST_YEAR


class PartialDate(Struct, frozen=True, order=True):
    """A date known to the year, the month or the day; `str` gives it in ISO 8601."""

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        if self.day is not None and self.month is None:
            raise ValueError("a day needs a month")
        date(self.year, self.month or 1, self.day or 1)

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read `2013`, `2013-11` or `2013-11-05`; raise ValueError otherwise."""
        parts = text.strip().split("-")
        widths = (4, 2, 2)
        shaped = 1 <= len(parts) <= 3 and all(
            p.isascii() and p.isdigit() and len(p) == w for p, w in zip(parts, widths, strict=False)
        )
        if not shaped:
            raise ValueError("a date is written 2013, 2013-11 or 2013-11-05")
        return cls(*(int(p) for p in parts))

    @property
    def first_day(self) -> date:
        """The day on which it begins: the first of its year or month where that is all that is known."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last_day(self) -> date:
        """The day on which it ends."""
        if self.month is None:
            return date(self.year, 12, 31)
        return date(self.year, self.month, self.day or monthrange(self.year, self.month)[1])

    def __str__(self) -> str:
        text = f"{self.year:04d}"
        for part in (self.month, self.day):
            text += "" if part is None else f"-{part:02d}"
        return text
