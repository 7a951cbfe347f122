"""The logs of nginx and Apache in the form `combined`, and the server access logs of S3, which are akin to it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import ClassVar

from antenne.stats.moments import Moments
from antenne.stats.request import UNKNOWN, Request

# No part gives back what it took: a line that was made to be slow is refused as fast as any other.
_WORD = rb"[^ \n]++"
_WHEN = rb"\[(\d\d/[A-Z][a-z]{2}/\d{4}:\d\d:\d\d:\d\d [+-]\d{4})\]"
_PATH = rb'(?:([A-Z]{1,20}+) ([^ ?"\\\n]*+))?+'
_TEXT = rb'[^"\\\n]*+(?:\\.[^"\\\n]*+)*+'
_ASKED = rb'"' + _PATH + _TEXT + rb'"'
_QUOTED = rb'"' + _TEXT + rb'"'
_AGENT = rb'"(' + _TEXT + rb')"'
_RANGE = rb'(?: "bytes=(\d{1,15})-(\d{0,15})[^"\n]*+")?+'
_WHO = rb" [^ \n]++ [^\[\n]*+"
_ANSWER = rb" (\d{3}) (\d{1,15}+|-) "
_REST = _WHO + _WHEN + rb" " + _ASKED + _ANSWER + _QUOTED + rb" " + _AGENT + _RANGE


class Combined:
    """`combined` of nginx and Apache: the range that was asked for may follow the user agent, between quotes.

    Bytes sent are those of the body, as `$body_bytes_sent` and `%b` have them.
    """

    name: ClassVar[str] = "nginx or Apache, combined"
    path: ClassVar[int] = 3
    _line = re.compile(rb"^(" + _WORD + rb")" + _REST, re.MULTILINE)

    def __init__(self) -> None:
        self._moments = Moments()

    def rows(self, block: bytes) -> Sequence[tuple[bytes, ...]]:
        """Return the fields of every line of a block that has this form."""
        return self._line.findall(block)

    def at(self, row: tuple[bytes, ...]) -> int:
        """Return the moment of a row; raise ValueError."""
        return self._moments.common(row[1])

    def request(self, row: tuple[bytes, ...]) -> Request:
        """Return what a row tells; raise ValueError."""
        address, when, method, _, status, sent, agent, first, last = row
        return (
            method,
            status,
            0 if sent == b"-" else int(sent),
            int(first) if first else UNKNOWN if status == b"206" else 0,
            int(last) if last else UNKNOWN,
            self._moments.common(when),
            address,
            agent,
        )


class VirtualHosts(Combined):
    """`vhost_combined` of Apache: the host that was asked for and its port come first."""

    name: ClassVar[str] = "Apache, vhost_combined"
    _line = re.compile(rb"^[^ :\n]++:\d{1,5} (?=[0-9a-fA-F:]*+[.:])(" + _WORD + rb")" + _REST, re.MULTILINE)


class ServerAccess:
    """Server access logs of S3 (Amazon S3 user guide, « Server access log format »)."""

    name: ClassVar[str] = "S3, server access log"
    path: ClassVar[int] = 3
    _line = re.compile(
        rb"^[^ \n]++ [^ \n]++ "
        + _WHEN
        + rb" ([^ \n]++) [^ \n]++ [^ \n]++ [^ \n]++ [^ \n]++ "
        + rb"(?:-|"
        + _ASKED
        + rb") (\d{3}|-) [^ \n]++ (\d{1,15}+|-) [^ \n]++ [^ \n]++ [^ \n]++ "
        + rb"(?:-|"
        + _QUOTED
        + rb") (?:-|"
        + _AGENT
        + rb")",
        re.MULTILINE,
    )

    def __init__(self) -> None:
        self._moments = Moments()

    def rows(self, block: bytes) -> Sequence[tuple[bytes, ...]]:
        """Return the fields of every line of a block that has this form."""
        return self._line.findall(block)

    def at(self, row: tuple[bytes, ...]) -> int:
        """Return the moment of a row; raise ValueError."""
        return self._moments.common(row[0])

    def request(self, row: tuple[bytes, ...]) -> Request:
        """Return what a row tells; raise ValueError."""
        when, address, method, _, status, sent, agent = row
        return (
            method,
            status,
            0 if sent == b"-" else int(sent),
            UNKNOWN if status == b"206" else 0,
            UNKNOWN,
            self._moments.common(when),
            address,
            agent,
        )
