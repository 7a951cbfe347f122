"""Who speaks in a plain line, `Name : words`: the same rules for reading and for writing."""

from __future__ import annotations

import re

_WORD = r"(?:[\w'’&-]+|(?:\w{1,3}\.-?)+)"
_NAME = rf"{_WORD}(?:[ \u00a0]{_WORD}){{0,3}}"
_SPOKEN = re.compile(rf"({_NAME})[ \u00a0\u202f]?:\s+(?=\S)")
_TIME = re.compile(r"[\[(](?:(\d{1,3}):)?(\d{1,3}):(\d{2})(?:[.,](\d{1,3}))?[\])]\s*")
_LONGEST_NAME = 40
_DASH = "– "


def read_spoken(line: str) -> tuple[str, str]:
    """Return the speaker, or nothing, and the words of a line.

    A name has one to four words without marks between them, at most 40 characters, and begins with a capital or with
    a letter that has none. A line of nobody's that looks like one stands after a dash: `– Une chose : merci.`
    """
    if line.startswith(_DASH) and _is_mistakable(line):
        return "", line.removeprefix(_DASH)
    name = _name(line)
    return (name[1], line[name.end() :]) if name else ("", line)


def write_spoken(words: str, speaker: str, colon: str = ": ") -> str:
    """Return a line that `read_spoken` takes for these words of this speaker, if the name is such as it knows."""
    if speaker:
        return f"{speaker}{colon}{words}"
    return f"{_DASH}{words}" if _is_mistakable(words) else words


def read_time(line: str) -> tuple[float | None, str]:
    """Return the seconds at which a line begins, `[00:12] words`, or None, and what stands after its time."""
    found = _TIME.match(line)
    if not found or int(found[3]) > 59 or (found[1] and int(found[2]) > 59):
        return None, line
    hours, minutes, seconds = (int(part or 0) for part in found.groups()[:3])
    millis = int((found[4] or "").ljust(3, "0"))
    return hours * 3600 + minutes * 60 + seconds + millis / 1000, line[found.end() :]


def _name(line: str) -> re.Match[str] | None:
    found = _SPOKEN.match(line)
    fits = found is not None and len(found[1]) <= _LONGEST_NAME and found[1][0].isalpha() and not found[1][0].islower()
    return found if fits else None


def _is_mistakable(line: str) -> bool:
    while line.startswith(_DASH):
        line = line.removeprefix(_DASH)
    return _name(line) is not None or read_time(line)[0] is not None
