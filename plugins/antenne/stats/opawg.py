"""The lists of user agents of the Open Podcast Analytics Working Group (OPAWG), read from files; none is our own.

The first generation comes with a pinned package; whoever has the second, four files that its README names, gets that.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from antenne.stats.agents import UNKNOWN, AgentList, Entry, Kind

FILES = ("bots", "apps", "libraries", "browsers")
"""The files of the second generation, in the order in which they are to be tried."""
SOURCE = "https://raw.githubusercontent.com/opawg/user-agents-v2/master/src/{}.json"
"""Where each of them is published."""
MAX_BYTES = 4 * 1024 * 1024
_PACKAGE, _DATA = "podcast_app_user_agents", "data/src/user-agents.json"
_LONGEST_NAME, _MOST = 80, 20_000


class AgentsUnreadable(Exception):
    """A list of user agents is not one; the message is a sentence for the author."""


def folder_agents(folder: Path) -> AgentList:
    """Return the second generation's list from the folder that holds its files; raise AgentsUnreadable or OSError."""
    entries: list[Entry] = []
    for name in FILES:
        with (folder / f"{name}.json").open("rb") as file:
            entries += entries_of(name, file.read(MAX_BYTES + 1))
    return AgentList(source=f"OPAWG user-agents-v2, {len(entries)} patterns", entries=tuple(entries))


def package_agents() -> AgentList | None:
    """Return the first generation's list from the package that carries it, None where that is not installed."""
    spec = find_spec(_PACKAGE)
    for place in (spec.submodule_search_locations or ()) if spec else ():
        file = Path(place) / _DATA
        if file.is_file():
            entries = tuple(_first(_json("user-agents", file.read_bytes())))
            return AgentList(source=f"OPAWG user-agents (2024), {len(entries)} patterns", entries=entries)
    return None


def entries_of(name: str, raw: bytes) -> tuple[Entry, ...]:
    """Return the patterns of one of the second generation's files; raise AgentsUnreadable."""
    document = _json(name, raw)
    listed = document.get("entries") if isinstance(document, dict) else None
    if not isinstance(listed, list) or not listed or len(listed) > _MOST:
        raise AgentsUnreadable(f"{name}.json holds no list of user agents.")
    return tuple(_second(name, listed))


def _second(name: str, listed: list[Any]) -> Iterator[Entry]:
    for one in listed:
        if not isinstance(one, dict):
            raise AgentsUnreadable(f"{name}.json holds an entry that is none.")
        # A library with the category « bot » is a program's; others play in apps that did not name themselves.
        bot = name == "bots" or one.get("category") == "bot"
        yield _entry(name, one.get("name"), one.get("pattern"), bot=bot)


def _first(listed: Any) -> Iterator[Entry]:
    """Give the patterns of the first generation, bots before apps, as its successor asks."""
    known = [one for one in listed if isinstance(one, dict)] if isinstance(listed, list) else []
    for one in sorted(known, key=lambda one: not one.get("bot")):
        # An entry that names no app says nothing that the lists after it, which know programs, should not be asked.
        for pattern in one.get("user_agents", ()) if one.get("bot") or one.get("app") else ():
            yield _entry("user-agents", one.get("app") or UNKNOWN, pattern, bot=bool(one.get("bot")))


def _entry(file: str, name: object, pattern: object, *, bot: bool) -> Entry:
    if not isinstance(name, str) or not isinstance(pattern, str) or len(pattern) > 20_000:
        raise AgentsUnreadable(f"{file}.json holds an entry without a name or a pattern.")
    try:
        made = re.compile(pattern)
    except (re.error, RecursionError, OverflowError):
        raise AgentsUnreadable(f"{file}.json holds a pattern that is none, for “{name[:_LONGEST_NAME]}”.") from None
    shown = "".join(c if c.isprintable() else " " for c in name[:_LONGEST_NAME])
    return Entry(name=shown, pattern=made, kind=Kind.BOT if bot else Kind.APP)


def _json(name: str, raw: bytes) -> Any:
    if len(raw) > MAX_BYTES:
        raise AgentsUnreadable(f"{name}.json is larger than 4 megabytes.")
    try:
        return json.loads(raw)
    except (ValueError, RecursionError):
        raise AgentsUnreadable(f"{name}.json is not JSON.") from None
