"""Which app a user agent is, and whether it is a listener's at all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from enum import Enum
from urllib.parse import unquote_to_bytes

from msgspec import Struct

UNKNOWN = "Unknown app"
"""The name of every app that no list names: a user agent's own text is never shown."""
_LONGEST = 512
"""Characters of a user agent that are looked at."""


class Kind(Enum):
    """What a user agent is; only apps count."""

    APP = "app"
    BOT = "bot"
    WATCH = "watch"
    NONE = "none"


class Entry(Struct, frozen=True, kw_only=True):
    """A pattern of user agents: the app's name, or a bot's."""

    name: str
    pattern: re.Pattern[str]
    kind: Kind = Kind.APP


class AgentList(Struct, frozen=True, kw_only=True):
    """Patterns in the order in which they are tried; `source` says where they come from, for the report."""

    source: str
    entries: Sequence[Entry]


# IAB 2.3, 5.5.2, step 1.2: a watch repeats the downloads of the telephone that it belongs to.
_WATCH = re.compile(r"^atc/(?=.*watchOS)|\(null\)/\(null\) watchOS")
_SAYS_BOT = re.compile(r"bot\b|crawler|spider", re.IGNORECASE)


class Agents:
    """Tells apps and bots apart by lists, the first that has a pattern deciding; numbers are those of `names`."""

    def __init__(self, lists: Iterable[AgentList]) -> None:
        self._lists = tuple(lists)
        self.names = [UNKNOWN]
        self._numbers = {UNKNOWN: 0}

    @property
    def sources(self) -> tuple[str, ...]:
        """Where the lists come from."""
        return tuple(one.source for one in self._lists)

    def number(self, agent: bytes) -> int:
        """Return the number of an app's name, -1 for a bot, -2 for a watch, -3 for no user agent."""
        name, kind = self.classify(agent)
        if kind is not Kind.APP:
            return {Kind.BOT: -1, Kind.WATCH: -2, Kind.NONE: -3}[kind]
        if name not in self._numbers:
            self._numbers[name] = len(self.names)
            self.names.append(name)
        return self._numbers[name]

    def classify(self, agent: bytes) -> tuple[str, Kind]:
        """Return the name of a user agent's app, empty for what is none, and what it is."""
        text = _text(agent)
        if text in ("", "-"):
            return "", Kind.NONE
        if _WATCH.search(text):
            return "", Kind.WATCH
        for one in self._lists:
            for entry in one.entries:
                if entry.pattern.search(text):
                    return (entry.name, Kind.APP) if entry.kind is Kind.APP else ("", entry.kind)
        return ("", Kind.BOT) if _SAYS_BOT.search(text) else (UNKNOWN, Kind.APP)


def _text(agent: bytes) -> str:
    """Return a user agent as its app sent it: CloudFront writes its signs as %20, other logs escape quotation marks."""
    sent = agent[: 4 * _LONGEST].replace(b'\\"', b'"')
    if b" " not in sent and b"%" in sent:
        sent = unquote_to_bytes(unquote_to_bytes(sent))
    return sent.decode("utf-8", "replace").replace("\n", " ").strip()[:_LONGEST]
