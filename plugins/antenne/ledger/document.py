"""The ledger's file as JSON whose lines are known; people merge it by hand, so nothing in it is taken on trust."""

from __future__ import annotations

import json
import re
from pathlib import Path

MAX_BYTES = 32 * 1024 * 1024
_OPENING = re.compile(r'\s*"([^"\\]+)"\s*:\s*\{')


class Unreadable(Exception):
    """What is wrong with the ledger, in one sentence, and the line where."""

    def __init__(self, sentence: str, line: int = 0) -> None:
        super().__init__(sentence)
        self.line = line


def read_text(path: Path) -> str:
    """Return the text of the ledger's file, empty when there is none; raise Unreadable."""
    try:
        with path.open("rb") as file:
            raw = file.read(MAX_BYTES + 1)
        text = raw.decode("utf-8-sig")
    except FileNotFoundError:
        return ""
    except UnicodeDecodeError:
        raise Unreadable("it is not text in UTF-8") from None
    except OSError as error:
        raise Unreadable(f"the file cannot be opened ({error.strerror})") from None
    if len(raw) > MAX_BYTES:
        raise Unreadable("it is larger than 32 megabytes")
    if not text.strip():
        # An empty file is what a broken copy leaves behind; a site that never published has no file.
        raise Unreadable("it is empty", 1)
    return text


def read_json(text: str) -> object:
    """Return what a text says as JSON; raise Unreadable with the line."""
    for number, line in enumerate(text.splitlines(), 1):
        if line.startswith(("<<<<<<<", "=======", ">>>>>>>")):
            raise Unreadable("it holds the two sides of a merge that was not finished", number)
    try:
        return json.loads(text, object_pairs_hook=_once)
    except json.JSONDecodeError as error:
        raise Unreadable(f"it is not JSON from here on ({error.msg})", error.lineno) from None
    except (RecursionError, ValueError):
        raise Unreadable("it is not JSON of the kind that Antenne writes") from None


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    group = dict(pairs)
    if len(group) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise Unreadable(f"“{shown(twice)}” stands in it twice")
    return group


def lines_of_keys(text: str) -> dict[str, int]:
    """Return the line on which each group of keys opens, by its name."""
    lines: dict[str, int] = {}
    for number, line in enumerate(text.splitlines(), 1):
        if found := _OPENING.match(line):
            lines.setdefault(found[1], number)
    return lines


def shown(name: str) -> str:
    """Return a name from outside as it can stand in a sentence: short and in plain ASCII."""
    return name[:120].encode("ascii", "backslashreplace").decode("ascii")
