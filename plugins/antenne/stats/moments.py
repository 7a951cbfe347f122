"""Moments as servers write them, to seconds since 1970."""

from __future__ import annotations

from calendar import timegm
from datetime import UTC, date, datetime

from antenne.stats.memo import Memo

DAY = 86_400
"""Seconds of a UTC day: seconds since 1970 know no leap ones."""

_MONTHS = {
    name: number
    for number, name in enumerate(
        (b"Jan", b"Feb", b"Mar", b"Apr", b"May", b"Jun", b"Jul", b"Aug", b"Sep", b"Oct", b"Nov", b"Dec"), 1
    )
}


class Moments:
    """Reads moments; a log names a minute many times, so each is worked out once."""

    def __init__(self) -> None:
        self._minutes = Memo(_minute)
        self._days = Memo(_midnight)

    def common(self, when: bytes) -> int:
        """Return `23/Nov/2026:14:05:09 +0100` in seconds; raise ValueError."""
        return self._minutes[when[:17] + when[20:]] + int(when[18:20])

    def dashed(self, day: bytes, clock: bytes) -> int:
        """Return `2026-11-23` and `14:05:09`, in UTC, in seconds; raise ValueError."""
        return self._days[day] + int(clock[:2]) * 3600 + int(clock[3:5]) * 60 + int(clock[6:8])


def day_of(at: int) -> date:
    """Return the UTC day of a moment."""
    return datetime.fromtimestamp(at, UTC).date()


def moment_of(day: date) -> int:
    """Return the moment at which a UTC day begins."""
    return timegm(day.timetuple())


def _month(name: bytes) -> int:
    if name not in _MONTHS:
        raise ValueError("no month has this name")
    return _MONTHS[name]


def _minute(when: bytes) -> int:
    """Return the moment of a minute in a zone: `23/Nov/2026:14:05 +0100`."""
    shift = (int(when[19:21]) * 60 + int(when[21:23])) * 60
    midnight = _number(int(when[7:11]), _month(when[3:6]), int(when[:2]))
    clock = int(when[12:14]) * 3600 + int(when[15:17]) * 60
    return midnight + clock - (shift if when[18:19] == b"+" else -shift)


def _midnight(day: bytes) -> int:
    return _number(int(day[:4]), int(day[5:7]), int(day[8:10]))


def _number(year: int, month: int, day: int) -> int:
    # A year out of reach of the calendar, or before logs, comes from a broken line.
    if not 1970 <= year < 2200:
        raise ValueError("no log is from that year")
    return moment_of(date(year, month, day))
