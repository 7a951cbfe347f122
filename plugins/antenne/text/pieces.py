"""A line of text in pieces, one for each text node: rules see the whole line, changes reach only the pieces."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable
from itertools import islice

Edit = tuple[int, int, str]
"""Put a text in the place of what stands from a start to an end of the whole line."""

MASK = "\ue000"
"""Stands for what no rule may touch: a sign of an address, a time or an entity that is meant, or a whole element."""
LINE = "\u2028"
"""Stands for a forced line break."""

_SIGNS = re.compile(rf"[{MASK}:@&]|www\.", re.IGNORECASE)
"""What each of those that are protected has: most lines have none."""

_PROTECTED = re.compile(
    rf"{MASK}+"
    r"|\b(?:https?|ftp|mailto|tel|urn|doi|isbn):[^\s<>«»\"]*[^\s<>«»\".,;:!?)…'’]"
    r"|\bwww\.[^\s<>«»\"]*[^\s<>«»\".,;:!?)…'’]"
    r"|\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|\d+(?::\d+)+"
    r"|&(?:#\d+|#x[0-9a-f]+|[a-z]\w*);",
    re.IGNORECASE,
)


def edit_pieces(pieces: list[str], edits: Iterable[Edit]) -> list[str]:
    """Return the pieces after some edits in ascending order; new text goes where the edit starts."""
    queue = deque(edits)
    if not queue:
        return pieces
    changed = []
    line, high = "".join(pieces), 0
    for index, piece in enumerate(pieces, 1):
        low, high = high, high + len(piece)
        changed.append(_edit_piece(line, low, high, queue, last=index == len(pieces)))
    return changed


def _edit_piece(line: str, low: int, high: int, queue: deque[Edit], *, last: bool) -> str:
    """Return one piece after the edits that begin or go on in it; one that goes on after it stays in the queue."""
    parts, cursor = [], low
    while queue and (queue[0][0] < high or last):
        start, end, text = queue[0]
        parts += [line[cursor:start], text if start >= low else ""]
        cursor = max(cursor, min(end, high))
        if end > high:
            break
        queue.popleft()
    return "".join((*parts, line[cursor:high]))


def substitute(pieces: list[str], pattern: re.Pattern[str], text: str) -> list[str]:
    """Return the pieces with each match, or each match's group `gap`, replaced by a text."""
    group = "gap" if "gap" in pattern.groupindex else 0
    line = "".join(pieces)
    spans = (match.span(group) for match in pattern.finditer(line))
    return edit_pieces(pieces, [(start, end, text) for start, end in spans if line[start:end] != text])


def mask(pieces: list[str]) -> tuple[list[str], str]:
    """Return the pieces with addresses and times masked, character by character, and what was masked."""
    line = "".join(pieces)
    if not _SIGNS.search(line):
        return pieces, ""
    masked = iter(_PROTECTED.sub(lambda match: MASK * len(match.group()), line))
    return ["".join(islice(masked, len(piece))) for piece in pieces], "".join(_PROTECTED.findall(line))


def unmask(pieces: list[str], hidden: str) -> list[str]:
    """Return the pieces with the masked characters back, in their order."""
    if not hidden:
        return pieces
    characters = iter(hidden)
    return ["".join(next(characters) if c == MASK else c for c in piece) for piece in pieces]
