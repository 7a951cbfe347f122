"""The standard logs of CloudFront: fields between tabs, whose names a line tells (W3C extended log format)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import ClassVar

from antenne.stats.moments import Moments
from antenne.stats.request import UNKNOWN, Request

_WANTED = (
    b"date",
    b"time",
    b"c-ip",
    b"cs-method",
    b"cs-uri-stem",
    b"sc-status",
    b"sc-bytes",
    b"cs(User-Agent)",
    b"sc-range-start",
    b"sc-range-end",
)
_OPTIONAL = {b"sc-range-start", b"sc-range-end"}
_NAMES = (
    b"date time x-edge-location sc-bytes c-ip cs-method cs(Host) cs-uri-stem sc-status cs(Referer) cs(User-Agent)"
    b" cs-uri-query cs(Cookie) x-edge-result-type x-edge-request-id x-host-header cs-protocol cs-bytes time-taken"
    b" x-forwarded-for ssl-protocol ssl-cipher x-edge-response-result-type cs-protocol-version fle-status"
    b" fle-encrypted-fields c-port time-to-first-byte x-edge-detailed-result-type sc-content-type sc-content-len"
    b" sc-range-start sc-range-end"
)
"""The fields in their order where no line names them (Amazon CloudFront developer guide)."""
_DATE = re.compile(rb"\d{4}-\d\d-\d\d$")


class CloudFront:
    """Standard logs of CloudFront, in UTC; `sc-bytes` holds the answer's headers too, some hundred bytes."""

    name: ClassVar[str] = "CloudFront"
    path: ClassVar[int] = 4

    def __init__(self) -> None:
        self._moments = Moments()
        self._places = _places(_NAMES)

    def rows(self, block: bytes) -> Sequence[tuple[bytes, ...]]:
        """Return the wanted fields of every line of a block that has this form; a line of names is none."""
        rows = []
        most = max(self._places)
        for line in block.split(b"\n"):
            if line.startswith(b"#Fields:"):
                self._places = _places(line[8:])
                most = max(self._places)
                continue
            fields = line.rstrip(b"\r").split(b"\t")
            if len(fields) > most and _DATE.match(fields[0]):
                rows.append(tuple(fields[n] if n >= 0 else b"-" for n in self._places))
        return rows

    def at(self, row: tuple[bytes, ...]) -> int:
        """Return the moment of a row; raise ValueError."""
        return self._moments.dashed(row[0], row[1])

    def request(self, row: tuple[bytes, ...]) -> Request:
        """Return what a row tells; raise ValueError."""
        day, clock, address, method, _, status, sent, agent, first, last = row
        return (
            method,
            status,
            int(sent) if sent.isdigit() and len(sent) < 16 else 0,
            int(first) if first.isdigit() and len(first) < 16 else UNKNOWN if status == b"206" else 0,
            int(last) if last.isdigit() and len(last) < 16 else UNKNOWN,
            self._moments.dashed(day, clock),
            address,
            b"" if agent == b"-" else agent,
        )


def _places(names: bytes) -> tuple[int, ...]:
    """Return where the wanted fields stand, -1 for one that is not there; the usual places for other names."""
    there = names.split()
    found = tuple(there.index(name) if name in there else -1 for name in _WANTED)
    missing = {name for name, place in zip(_WANTED, found, strict=True) if place < 0}
    return found if missing <= _OPTIONAL else _places(_NAMES)
