"""The forms of logs, and which of them a log has."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from antenne.stats.caddy import Caddy
from antenne.stats.cloudfront import CloudFront
from antenne.stats.combined import Combined, ServerAccess, VirtualHosts
from antenne.stats.request import Request

SAMPLE = 200
"""How many of a log's first lines tell its form."""


class Format(Protocol):
    """A form of logs: rows are found fast and many at a time, and only those that matter are looked at closely.

    `path` is the place of the requested path in a row, without what follows a question mark.
    """

    @property
    def name(self) -> str:
        """What people call it."""

    @property
    def path(self) -> int:
        """The place of the requested path in a row."""

    def rows(self, block: bytes) -> Sequence[tuple[bytes, ...]]:
        """Return the fields of every line of a block that has this form."""

    def at(self, row: tuple[bytes, ...]) -> int:
        """Return the moment of a row in seconds since 1970; raise ValueError."""

    def request(self, row: tuple[bytes, ...]) -> Request:
        """Return what a row tells; raise ValueError."""


# Apache's form with hosts looks like its common one with another address: it is asked first.
_FORMATS: tuple[type[Format], ...] = (VirtualHosts, Combined, Caddy, ServerAccess, CloudFront)
FORMATS = tuple(form().name for form in _FORMATS)
"""The names of the forms that are known."""


def recognise(block: bytes) -> Format | None:
    """Return the form that most of a log's first lines have, when that is at least half of them; None for no form."""
    lines = [line for line in block.split(b"\n", SAMPLE)[:SAMPLE] if line.strip() and not line.startswith(b"#")]
    head = b"\n".join((*_comments(block), *lines)) + b"\n"
    found = [(len(form.rows(head)), -number, form) for number, form in enumerate(made() for made in _FORMATS)]
    best, _, form = max(found, key=lambda one: one[:2])
    return form if best and 2 * best >= len(lines) else None


def _comments(block: bytes) -> list[bytes]:
    return [line for line in block.split(b"\n", SAMPLE)[:SAMPLE] if line.startswith(b"#Fields:")]
