"""Reads the ledger's file, which people merge by hand: nothing in it is taken on trust."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

from antenne.ledger.entries import Ledger, PublishedEpisode, PublishedShow
from antenne.model import is_slug
from antenne.problems import Problems, Where
from antenne.problems.rules import LEDGER_UNREADABLE

MAX_BYTES = 32 * 1024 * 1024
MAX_TEXT = 500
RESTORE = (
    "Put back the version that was last published (for instance “git checkout -- {path}”). "
    "Do not delete the file: without it every subscriber could get every episode a second time."
)
_OPENING = re.compile(r'\s*"([^"\\]+)"\s*:\s*\{')
_STEP = re.compile(r"[A-Za-z0-9_~-][A-Za-z0-9._~-]*")


class _Unreadable(Exception):
    """What is wrong with the ledger, in one sentence, and the line where."""

    def __init__(self, sentence: str, line: int = 0) -> None:
        super().__init__(sentence)
        self.line = line


def read_ledger(path: Path, project: Path, problems: Problems) -> Ledger:
    """Read what was published; a missing file is an empty ledger, an unreadable one a problem and an empty ledger."""
    shown = path.relative_to(project).as_posix() if path.is_relative_to(project) else path.name
    try:
        text = _text(path)
        return Ledger(shows=_shows(text) if text else {}, path=shown)
    except _Unreadable as reason:
        where = Where(shown, reason.line)
        message = f"The ledger of what was published cannot be read: {reason}."
        problems.add(LEDGER_UNREADABLE.at(where, message, RESTORE.format(path=shown)))
        return Ledger(path=shown)


def _text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            raw = file.read(MAX_BYTES + 1)
        text = raw.decode("utf-8-sig")
    except FileNotFoundError:
        return ""
    except UnicodeDecodeError:
        raise _Unreadable("it is not text in UTF-8") from None
    except OSError as error:
        raise _Unreadable(f"the file cannot be opened ({error.strerror})") from None
    if len(raw) > MAX_BYTES:
        raise _Unreadable("it is larger than 32 megabytes")
    if not text.strip():
        # An empty file is what a broken copy leaves behind; a site that never published has no file.
        raise _Unreadable("it is empty", 1)
    return text


def _shows(text: str) -> dict[str, PublishedShow]:
    lines = _lines_of_keys(text)
    document = _group(_json(text), {"version", "shows"}, "it", 1)
    if document["version"] != 1 or isinstance(document["version"], bool):
        raise _Unreadable("its version is not 1, so a newer Antenne wrote it", 1)
    shows = document["shows"]
    if not isinstance(shows, dict):
        raise _Unreadable("“shows” is not a group of shows", lines.get("shows", 1))
    return {_key(key, lines): _show(key, node, lines) for key, node in sorted(shows.items())}


def _json(text: str) -> object:
    for number, line in enumerate(text.splitlines(), 1):
        if line.startswith(("<<<<<<<", "=======", ">>>>>>>")):
            raise _Unreadable("it holds the two sides of a merge that was not finished", number)
    try:
        return json.loads(text, object_pairs_hook=_once)
    except json.JSONDecodeError as error:
        raise _Unreadable(f"it is not JSON from here on ({error.msg})", error.lineno) from None
    except (RecursionError, ValueError):
        raise _Unreadable("it is not JSON of the kind that Antenne writes") from None


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    group = dict(pairs)
    if len(group) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise _Unreadable(f"“{_shown(twice)}” stands in it twice")
    return group


def _lines_of_keys(text: str) -> dict[str, int]:
    lines: dict[str, int] = {}
    for number, line in enumerate(text.splitlines(), 1):
        if found := _OPENING.match(line):
            lines.setdefault(found[1], number)
    return lines


def _show(key: str, node: object, lines: Mapping[str, int]) -> PublishedShow:
    line = lines.get(key, 1)
    group = _group(node, {"guid", "feed", "episodes"}, f"the show “{key}”", line)
    episodes = group["episodes"]
    if not isinstance(episodes, dict):
        raise _Unreadable(f"“episodes” of the show “{key}” is not a group", line)
    return PublishedShow(
        guid=_checked(group, "guid", _is_text, key, line),
        feed=_checked(group, "feed", _is_path, key, line),
        episodes={_key(name, lines): _episode(name, entry, lines) for name, entry in sorted(episodes.items())},
        line=line,
    )


def _episode(key: str, node: object, lines: Mapping[str, int]) -> PublishedEpisode:
    line = lines.get(key, 1)
    names = {"guid", "pub_date", "enclosure", "length", "type", "digest"}
    group = _group(node, names, f"the episode “{key}”", line)
    length = group["length"]
    if not isinstance(length, int) or isinstance(length, bool) or length <= 0:
        raise _Unreadable(f"“length” of “{key}” is not a number of bytes", line)
    return PublishedEpisode(
        guid=_checked(group, "guid", _is_text, key, line),
        pub_date=datetime.fromisoformat(_checked(group, "pub_date", _is_moment, key, line)),
        enclosure=_checked(group, "enclosure", _is_path, key, line),
        length=length,
        type=_checked(group, "type", _is_text, key, line),
        digest=_checked(group, "digest", _is_digest, key, line),
        line=line,
    )


def _key(key: str, lines: Mapping[str, int]) -> str:
    if not is_slug(key):
        raise _Unreadable(f"“{_shown(key)}” cannot be the name of a show or an episode", lines.get(key, 0))
    return key


def _shown(name: str) -> str:
    """Return a name from outside as it can stand in a sentence: short and in plain ASCII."""
    return name[:120].encode("ascii", "backslashreplace").decode("ascii")


def _group(node: object, names: set[str], what: str, line: int) -> dict[str, object]:
    if not isinstance(node, dict):
        raise _Unreadable(f"{what} is not a group of keys", line)
    if missing := sorted(names - node.keys()):
        raise _Unreadable(f"{what} has no “{missing[0]}”", line)
    if unknown := sorted(node.keys() - names):
        raise _Unreadable(f"{what} has a key that Antenne does not know, “{_shown(unknown[0])}”", line)
    return node


def _checked(group: dict[str, object], name: str, good: Callable[[str], bool], key: str, line: int) -> str:
    value = group[name]
    if not isinstance(value, str) or not good(value):
        raise _Unreadable(f"“{name}” of “{key}” is not what Antenne wrote", line)
    return value


def _is_text(value: str) -> bool:
    return 0 < len(value) <= MAX_TEXT and value.isprintable() and value == value.strip()


def _is_path(value: str) -> bool:
    return len(value) <= MAX_TEXT and all(_STEP.fullmatch(step) for step in value.split("/"))


def _is_digest(value: str) -> bool:
    return re.fullmatch(r"[0-9a-f]{64}", value) is not None


def _is_moment(value: str) -> bool:
    try:
        return datetime.fromisoformat(value).tzinfo is not None
    except ValueError:
        return False
