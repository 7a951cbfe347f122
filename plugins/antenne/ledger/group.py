"""A group of keys in the ledger's file, and what its values may be."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import datetime
from urllib.parse import urlsplit

from msgspec import Struct

from antenne.ledger.document import Unreadable, shown
from antenne.ledger.entries import SHORTEST_DIGEST
from antenne.ledger.seen import seen_title
from antenne.model import is_slug

MAX_TEXT = 500
_STEP = re.compile(r"[A-Za-z0-9_~-][A-Za-z0-9._~-]*")
_ADDRESS = re.compile(r"https?://[A-Za-z0-9\[][A-Za-z0-9._~:\[\]-]*(?:/[A-Za-z0-9._~%!$&'()*+,;=:@-]+)*")


class Group(Struct, frozen=True):
    """A group of keys in the ledger, what it is called in a sentence, and its line."""

    values: Mapping[str, object]
    what: str
    line: int

    @classmethod
    def of(cls, node: object, what: str, line: int, needed: set[str], more: set[str]) -> Group:
        """Return a node as a group that has every needed key and none besides; raise Unreadable."""
        if not isinstance(node, dict):
            raise Unreadable(f"{what} is not a group of keys", line)
        if missing := sorted(needed - node.keys()):
            raise Unreadable(f"{what} has no “{missing[0]}”", line)
        if unknown := sorted(node.keys() - needed - more):
            raise Unreadable(f"{what} has a key that Antenne does not know, “{shown(unknown[0])}”", line)
        return cls(node, what, line)

    def text(self, name: str, good: Callable[[str], bool], default: str | None = None) -> str:
        """Return a text that is good, or the default where the key is not there; raise Unreadable."""
        if name not in self.values and default is not None:
            return default
        value = self.values.get(name)
        if not isinstance(value, str) or not good(value):
            raise Unreadable(f"“{name}” of {self.what} is not what Antenne wrote", self.line)
        return value

    def texts(self, name: str, good: Callable[[str], bool]) -> tuple[str, ...]:
        """Return the good texts of a list, sorted; raise Unreadable."""
        values = self.values.get(name, [])
        if not isinstance(values, list) or not all(isinstance(value, str) and good(value) for value in values):
            raise Unreadable(f"“{name}” of {self.what} is not what Antenne wrote", self.line)
        return tuple(sorted(set(values)))

    def size(self, name: str) -> int:
        """Return a number of bytes; raise Unreadable."""
        value = self.values[name]
        if not isinstance(value, int) or isinstance(value, bool) or value <= 0:
            raise Unreadable(f"“{name}” of {self.what} is not a number of bytes", self.line)
        return value

    def groups(self, name: str, lines: Mapping[str, int]) -> Mapping[str, object]:
        """Return the groups within a group, whose names are slugs; raise Unreadable."""
        nodes = self.values[name]
        if not isinstance(nodes, dict):
            raise Unreadable(f"“{name}” of {self.what} is not a group", lines.get(name, self.line))
        for key in nodes:
            if not is_slug(key):
                raise Unreadable(f"“{shown(key)}” cannot be the name of a show or an episode", lines.get(key, 0))
        return nodes


def is_text(value: str) -> bool:
    """Say whether a value is a short printable text."""
    return 0 < len(value) <= MAX_TEXT and value.isprintable() and value == value.strip()


def is_title(value: str) -> bool:
    """Say whether a value is a title as the ledger keeps it."""
    return bool(value) and value == seen_title(value)


def is_seen(value: str) -> bool:
    """Say whether a value is a digest of what apps show."""
    return re.fullmatch(r"[0-9a-f]{16}", value) is not None


def is_path(value: str) -> bool:
    """Say whether a value is a path that climbs out of nothing and hides nothing."""
    return len(value) <= MAX_TEXT and all(_STEP.fullmatch(step) for step in value.split("/"))


def is_page(value: str) -> bool:
    """Say whether a value is the path of a page."""
    return value.endswith("/") and is_path(value.removesuffix("/"))


def is_address(value: str) -> bool:
    """Say whether a value is the address of a site, without a trailing slash."""
    try:
        return len(value) <= MAX_TEXT and _ADDRESS.fullmatch(value) is not None and bool(urlsplit(value).hostname)
    except ValueError:
        return False


def is_digest(value: str) -> bool:
    """Say whether a value is a SHA-256 in hex, or its beginning."""
    return re.fullmatch(rf"[0-9a-f]{{{SHORTEST_DIGEST},64}}", value) is not None


def is_moment(value: str) -> bool:
    """Say whether a value is a moment with its zone."""
    try:
        return datetime.fromisoformat(value).tzinfo is not None
    except ValueError:
        return False
