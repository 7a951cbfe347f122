"""What an author did when YAML cannot be read, in plain words: the usual slips are found by the look of the line."""

from __future__ import annotations

import re

from msgspec import Struct

_ENTRY = re.compile(r"(?P<indent>[ ]*)(?P<dash>-[ ]+)?(?P<key>[\w-]+):[ ]+(?P<value>\S.*)")
_GLUED = re.compile(r"(?P<key>[a-z_]+):(?P<value>[^\s/].*)")
_QUOTED = re.compile(r"""("(?:[^"\\]|\\.)*"|'(?:[^']|'')*')\s*(?:#.*)?""")
_BRACKETED = re.compile(r"(\[[^\[\]]*\]|\{.*\})\s*(?:#.*)?")


class Fault(Struct, frozen=True):
    """Why YAML cannot be read: the line in the file, what is wrong, what to do."""

    line: int
    message: str
    hint: str


def explain(source: str, line: int, first_line: int, message: str = "", hint: str = "") -> Fault:
    """Return the fault of a YAML text that was found at `line` (from 0): a known slip there or above, else in general.

    The parser often stumbles only after the slip, so the nearest line upwards that looks like one is taken.
    """
    if hint:
        return Fault(line + first_line, message, hint)
    lines = source.split("\n")
    line = min(line, len(lines) - 1)
    for number in range(line, -1, -1):
        slip = _slip(lines, number)
        if slip:
            return Fault(number + first_line, message if message and number == line else slip[0], slip[1])
    hint = "Look at this line and the one before: indentation, quotes, and a space after the colon of each key."
    return Fault(line + first_line, message or "The front matter cannot be read as YAML from here on.", hint)


def _slip(lines: list[str], number: int) -> tuple[str, str] | None:
    line = lines[number].rstrip()
    entry = _ENTRY.fullmatch(line)
    slip = _slip_of_value(entry) if entry else None
    if slip:
        return slip
    glued = _GLUED.fullmatch(line)
    if glued:
        key, value = glued.groups()
        return f"There is no space after the colon of `{key}`.", f"Write `{key}: {value}`."
    if number and _indented_for_nothing(lines[number - 1], line):
        return "The line is indented, though the line before it is complete.", "Begin it where the line before begins."
    if not entry and re.match(r"[ ]+[^-\s#].*:(\s|$)", line):
        return "The line goes on with a text, and holds a colon followed by a space.", "Put the whole text in quotes."
    return None


def _slip_of_value(entry: re.Match[str]) -> tuple[str, str] | None:
    key, value = entry["key"], entry["value"]
    hint = "Put the whole value in quotes" + (f": `{key}: {_in_quotes(value)}`." if len(value) < 120 else ".")
    if value[0] in "\"'":
        wrong = not _QUOTED.fullmatch(value)
        return (f"The quotes of `{key}` do not enclose its whole value.", hint) if wrong else None
    if value[0] in "[{":
        wrong = not _BRACKETED.fullmatch(value)
        return (f"The brackets of `{key}` do not enclose its whole value.", _close(key, value, hint)) if wrong else None
    if value[0] in "*&!%@`" or re.match(r"[-?:] ", value):
        return f"The value of `{key}` begins with “{value[0]}”, which has a meaning of its own in YAML.", hint
    if value[0] in "|>":
        wrong = not re.fullmatch(r"[|>][-+0-9]{0,2}\s*(?:#.*)?", value)
        return (f"The value of `{key}` begins with “{value[0]}”, which YAML keeps for itself.", hint) if wrong else None
    if re.search(r":(\s|$)", value.split(" #")[0]):
        return f"The value of `{key}` holds a colon followed by a space, so it needs quotes.", hint
    return None


def _close(key: str, value: str, hint: str) -> str:
    """A bracket that is only left open wants to be closed; a text in brackets wants quotes."""
    closing = {"[": "]", "{": "}"}[value[0]]
    return (
        f"Close the bracket with `{closing}`, or, for a text: {hint[0].lower()}{hint[1:]}"
        if closing not in value
        else hint
    )


def _in_quotes(value: str) -> str:
    """Quote a value anew: quotes around it, or one at its head alone, go; those inside are marked."""
    bare, mark = value.strip(), value[0]
    around = bare[-1] == mark if mark == "'" else bare.count(mark) % 2 == 1
    if mark in "\"'" and (around or bare.count(mark) == 1):
        bare = bare.strip(mark)
    return '"' + bare.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _indented_for_nothing(before: str, line: str) -> bool:
    entry = _ENTRY.fullmatch(before.rstrip())
    depth = len(line) - len(line.lstrip(" "))
    return bool(entry and re.match(r"[ ]+[\w-]+:(\s|$)", line) and depth > len(entry["indent"] + (entry["dash"] or "")))
