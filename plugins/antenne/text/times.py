"""A plain list of times, `00:00 Title`, such as show notes have it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

_LINE = re.compile(
    r"\s*(?:(?:[-*+•]|\d{1,3}[.)])\s+)?"
    r"[\[(]?(?:(\d{1,3}):)?(\d{1,3}):(\d{2})(?:[.,](\d{1,3}))?[\])]?(?!\d)"
    r"(?:\s*[-–—|:]\s+|\s+)(\S.*)"
)
_FEWEST = 3
"""Fewer times in a row are no list of chapters (Apple and Spotify)."""


class TimedLine(Struct, frozen=True):
    """A line of a text, from 0, the seconds that it begins with, and what stands after them."""

    number: int
    start: float
    title: str


def timed_line(line: str, number: int = 0) -> TimedLine | None:
    """Return what a line such as `00:00 Title`, `- 1:02:03 – Title` or `[12:30] Title` says, or None."""
    found = _LINE.fullmatch(line[:1200].rstrip()) if ":" in line else None
    if not found:
        return None
    hours, minutes, seconds, fraction, title = found.groups()
    if int(seconds) > 59 or (hours and int(minutes) > 59):
        return None
    start = int(hours or 0) * 3600 + int(minutes) * 60 + int(seconds) + int((fraction or "").ljust(3, "0")) / 1000
    return TimedLine(number, start, title.rstrip("\\ "))


def timed_lines(text: str) -> tuple[TimedLine, ...]:
    """Return the first list of times in a text: at least three lines one after another, the first at 0."""
    found = (run for run in _runs(text) if len(run) >= _FEWEST and run[0].start == 0)
    return tuple(next(found, ()))


def _runs(text: str) -> Iterator[list[TimedLine]]:
    """Give the runs of lines with times; empty lines between them do not matter."""
    run: list[TimedLine] = []
    for number, line in enumerate(text.split("\n")):
        timed = timed_line(line, number)
        if timed:
            run.append(timed)
        elif line.strip() and run:
            yield run
            run = []
    if run:
        yield run
