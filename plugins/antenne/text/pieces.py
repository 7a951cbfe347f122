"""A line of text in pieces, one for each text node: rules see the whole line, changes reach only the pieces."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate

Edit = tuple[int, int, str]
"""Put a text in the place of what stands from a start to an end of the whole line."""

MASK = "\ue000"
"""Stands for what no rule may touch: a character of an address or a time, or a whole element."""
LINE = "\u2028"
"""Stands for a forced line break."""

_PROTECTED = re.compile(
    rf"{MASK}+"
    r"|\b(?:https?|ftp|mailto|tel|urn|doi|isbn):[^\s<>«»\"]*[^\s<>«»\".,;:!?)…'’]"
    r"|\bwww\.[^\s<>«»\"]*[^\s<>«»\".,;:!?)…'’]"
    r"|\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|\d+(?::\d+)+",
    re.IGNORECASE,
)


def edit_pieces(pieces: list[str], edits: Iterable[Edit]) -> list[str]:
    """Return the pieces after some edits in ascending order; new text goes where the edit starts."""
    starts = [0, *accumulate(map(len, pieces))][: len(pieces)]
    changed = list(pieces)
    for start, end, text in reversed(list(edits)):
        first, last = bisect_right(starts, start) - 1, bisect_right(starts, max(start, end - 1)) - 1
        for index in range(last, first - 1, -1):
            low, high = max(0, start - starts[index]), end - starts[index]
            put = text if index == first else ""
            changed[index] = changed[index][:low] + put + changed[index][max(low, min(high, len(pieces[index]))) :]
    return changed


def substitute(pieces: list[str], pattern: re.Pattern[str], text: str) -> list[str]:
    """Return the pieces with each match, or each match's group `gap`, replaced by a text."""
    group = "gap" if "gap" in pattern.groupindex else 0
    line = "".join(pieces)
    spans = (match.span(group) for match in pattern.finditer(line))
    return edit_pieces(pieces, [(start, end, text) for start, end in spans if line[start:end] != text])


def mask(pieces: list[str]) -> tuple[list[str], str]:
    """Return the pieces with addresses and times masked, character by character, and what was masked."""
    line = "".join(pieces)
    spans = [match.span() for match in _PROTECTED.finditer(line)]
    hidden = "".join(line[start:end] for start, end in spans)
    return edit_pieces(pieces, [(i, i + 1, MASK) for start, end in spans for i in range(start, end)]), hidden


def unmask(pieces: list[str], hidden: str) -> list[str]:
    """Return the pieces with the masked characters back, in their order."""
    characters: Iterator[str] = iter(hidden)
    return ["".join(next(characters) if c == MASK else c for c in piece) for piece in pieces]
