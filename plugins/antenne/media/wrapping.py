"""Breaking a text into lines: evenly, never before a closing sign, and never leaving a small word alone."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from msgspec import Struct

Measure = Callable[[str], float]
"""Tells the width of a text in pixels."""

ELLIPSIS = "…"
_CLOSING = re.compile(r"^[;:!?»%€…)\]]+$")
_OPENING = re.compile(r"^[«(\[]+$")
_BREAKS = re.compile(r"(?<=[^\W\d_][-–—/])(?=[^\W\d_])")
"""Within a word one may break after a hyphen or stroke that stands between letters."""
_LITTLE = 3
"""A word of so many letters should not end a line, nor stand alone on the last."""
_ROUGH, _ALONE, _SHORT = 0.05, 0.25, 0.4


class Part(Struct, frozen=True):
    """What is never broken: its text, and whether a space stands before it when it does not begin a line."""

    text: str
    spaced: bool = True


def wrap(text: str, width: float, measure: Measure) -> list[str]:
    """Return a text in as few lines as fit the width, as even as can be; a word that is wider is cut within."""
    parts = [piece for part in _parts(text) for piece in _cut(part, width, measure)]
    return _even(parts, width, measure) if parts else []


def shorten(lines: Sequence[str], most: int, width: float, measure: Measure) -> list[str]:
    """Return at most some lines; what is left out is told by an ellipsis that has room."""
    if len(lines) <= most:
        return list(lines)
    last = lines[most - 1]
    while last and measure(_elided(last)) > width:
        last = last.rpartition(" ")[0] or last[:-1]
    return [*lines[: most - 1], _elided(last)]


def _elided(line: str) -> str:
    return re.sub(r"[\s,;:.!?«»…–—-]+$", "", line) + ELLIPSIS


def _parts(text: str) -> list[Part]:
    """Split at the spaces at which a line may end: not at no-break ones, nor where French typography has glue."""
    words: list[str] = []
    glued = False
    for word in text.split(" "):
        if not word:
            continue
        if words and (glued or _CLOSING.match(word)):
            words[-1] += f"\N{NO-BREAK SPACE}{word}"
        else:
            words.append(word)
        glued = bool(_OPENING.match(word))
    return [Part(piece, spaced=not i) for word in words for i, piece in enumerate(_BREAKS.split(word))]


def _cut(part: Part, width: float, measure: Measure) -> list[Part]:
    """Cut a word that is wider than a line, with hyphens where it is cut."""
    pieces: list[Part] = []
    rest, spaced = part.text, part.spaced
    while measure(rest) > width and len(rest) > 1:
        size = next((n for n in range(len(rest) - 1, 1, -1) if measure(_hyphened(rest[:n])) <= width), 1)
        pieces.append(Part(_hyphened(rest[:size]), spaced))
        rest, spaced = rest[size:], False
    return [*pieces, Part(rest, spaced)]


def _hyphened(start: str) -> str:
    return start if start.endswith(("-", "–", "—")) else f"{start}-"


def _even(parts: list[Part], width: float, measure: Measure) -> list[str]:
    """Choose among all ways with the fewest lines the one whose lines are most alike, as Knuth and Plass do."""
    best: list[tuple[int, float, int]] = [(0, 0.0, 0)]
    for end in range(1, len(parts) + 1):
        ways = []
        for start in range(end - 1, -1, -1):
            line = joined(parts[start:end])
            wide = measure(line)
            if wide > width and start < end - 1:
                break
            lines, cost, _ = best[start]
            ways.append((lines + 1, cost + _cost(line, wide / width, last=end == len(parts)), start))
        best.append(min(ways))
    breaks = [len(parts)]
    while breaks[-1]:
        breaks.append(best[breaks[-1]][2])
    breaks.reverse()
    return [joined(parts[a:b]) for a, b in pairwise(breaks)]


def joined(parts: Sequence[Part]) -> str:
    """Return parts as one line."""
    return "".join(f" {part.text}" if part.spaced and i else part.text for i, part in enumerate(parts))


def _cost(line: str, filled: float, *, last: bool) -> float:
    """Return how bad a line is: by the square of what it leaves empty, and by what ends it or stands alone."""
    words = line.split(" ")
    little = len(words[-1].rstrip(".,;:!?»\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}")) <= _LITTLE
    alone = _ALONE if last and len(words) == 1 and filled < _SHORT else 0.0
    return (1 - filled) ** 2 + alone + (_ROUGH if little and not last else 0.0)
