"""Straight double quotes, paired as brackets are, so that each becomes the right typographic one."""

from __future__ import annotations

import re

from antenne.text.pieces import Edit

_SINGLE = re.compile(r"(?<![^\s\"«“(\[])'(?=[^\s'])(?:[^'\"«»“”]|(?<=\w)'(?=\w)){2,}(?<=\S)'(?![^\s\"»”.,;:!?…)\]])")
"""What stands between two straight single quotes; `rock 'n' roll` does not."""

_OPENERS = frozenset("«“(\"[{—–-/'’‘")
_CLOSERS = frozenset('»”)]}".,;:!?…—–-/')


def quote_edits(line: str, outer: tuple[str, str], inner: tuple[str, str]) -> list[Edit]:
    """Return the edits that turn pairs of straight quotes into `outer` ones, or `inner` ones inside a pair."""
    if '"' not in line:
        return []
    pairs = _pairs(line)
    edits: list[Edit] = []
    enclosing: list[int] = []
    for start, end in sorted(pairs):
        while enclosing and enclosing[-1] < start:
            enclosing.pop()
        if line[start] == '"':
            opening, closing = inner if enclosing else outer
            edits += [(start, start + 1, opening), (end, end + 1, closing)]
        enclosing.append(end)
    return sorted(edits)


def single_edits(line: str, inner: tuple[str, str]) -> list[Edit]:
    """Return the edits that turn straight single quotes inside a pair of double ones into `inner` ones.

    Outside such a pair an apostrophe cannot be told from a quote.
    """
    found = [match.span() for match in _SINGLE.finditer(line)] if "'" in line else []
    pairs = _pairs(line) if found else []
    inside = [(low, high) for low, high in found if any(a < low and high <= b for a, b in pairs)]
    return [edit for low, high in inside for edit in ((low, low + 1, inner[0]), (high - 1, high, inner[1]))]


def _pairs(line: str) -> list[tuple[int, int]]:
    """Return where each quoted stretch begins and ends; quotes without a partner are left out."""
    waiting: list[tuple[str, int]] = []
    pairs = []
    for position, char in enumerate(line):
        kind = _kind(line, position) if char == '"' else char
        if kind in ("«", "“", "open"):
            waiting.append((kind, position))
        elif kind in _PARTNER:
            index = next((i for i in reversed(range(len(waiting))) if waiting[i][0] == _PARTNER[kind]), None)
            # A straight quote closes only the innermost; a typographic one is sure of its partner.
            if index is not None and (kind != "close" or index == len(waiting) - 1):
                pairs.append((waiting[index][1], position))
                del waiting[index:]
    return pairs


_PARTNER = {"»": "«", "”": "“", "close": "open"}


def _kind(line: str, position: int) -> str:
    """Say whether a straight quote opens, closes, or neither: by the characters beside it."""
    before, after = _beside(line, position, -1, "«"), _beside(line, position, 1, "»")
    if (before.isspace() or before in _OPENERS) and not after.isspace():
        return "open"
    if not before.isspace() and (after.isspace() or after in _CLOSERS):
        return "close"
    return "neither"


def _beside(line: str, position: int, step: int, bracket: str) -> str:
    """Return the character beside a quote; the blanks that typography puts inside « » are looked through."""
    near = place = position + step
    while 0 <= place < len(line) and line[place].isspace():
        place += step
    if 0 <= place < len(line) and line[place] == bracket:
        return bracket
    return line[near] if 0 <= near < len(line) else " "
