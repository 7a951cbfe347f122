"""The access logs of Caddy: an object of JSON a line."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Any, ClassVar

from antenne.stats.moments import Moments
from antenne.stats.request import UNKNOWN, Request

_RANGE = re.compile(r"bytes=(\d{1,15})-(\d{0,15})")


class Caddy:
    """Caddy's own JSON encoder and its forms of time; a line is parsed whole only when it is about a recording.

    Objects within objects are as deep as Caddy writes them: a line that is deeper is malformed.
    """

    name: ClassVar[str] = "Caddy, JSON"
    path: ClassVar[int] = 1
    # Names before values: a header that a visitor sends cannot hold an unescaped quotation mark.
    _line = re.compile(
        rb'^((?>\{[^\n]*?"request":\{)(?>[^\n]*?"uri":")([^?"\\\n]*+)[^\n]*\})\r?$',
        re.MULTILINE,
    )

    def __init__(self) -> None:
        self._moments = Moments()

    def rows(self, block: bytes) -> Sequence[tuple[bytes, ...]]:
        """Return the fields of every line of a block that has this form."""
        return self._line.findall(block)

    def at(self, row: tuple[bytes, ...]) -> int:
        """Return the moment of a row; raise ValueError."""
        return self._at(_object(row[0]))

    def request(self, row: tuple[bytes, ...]) -> Request:
        """Return what a row tells; raise ValueError."""
        line = _object(row[0])
        asked, status = line.get("request"), line.get("status")
        if not isinstance(asked, dict) or not isinstance(status, int):
            raise ValueError("no request")
        headers = asked.get("headers")
        wanted = _RANGE.match(_header(headers, "Range"))
        sent = line.get("size", 0)
        # `client_ip` is what a trusted proxy in front of Caddy tells, `remote_ip` the proxy.
        address = asked.get("client_ip") or asked.get("remote_ip") or asked.get("remote_addr") or ""
        return (
            _bytes(asked.get("method")),
            str(status).encode(),
            sent if isinstance(sent, int) and sent > 0 else 0,
            0 if status != 206 else int(wanted[1]) if wanted else UNKNOWN,
            int(wanted[2]) if wanted and wanted[2] else UNKNOWN,
            self._at(line),
            _bytes(address),
            _bytes(_header(headers, "User-Agent")),
        )

    def _at(self, line: dict[str, Any]) -> int:
        ts = line.get("ts")
        if isinstance(ts, int | float) and 0 <= ts < 1e10:
            return int(ts)
        if isinstance(ts, str) and len(ts) < 40:
            return self._text(ts)
        raise ValueError("no time")

    def _text(self, ts: str) -> int:
        if found := re.match(r"(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)(?:[.,]\d+)?(Z|[+-]\d\d:?\d\d)$", ts):
            at = self._moments.dashed(found[1].encode(), found[2].encode())
            zone = found[3].replace(":", "")
            shift = 0 if zone == "Z" else (int(zone[1:3]) * 60 + int(zone[3:5])) * 60
            return at + shift if zone[0] == "-" else at - shift
        if found := re.match(r"(\d{4})/(\d\d)/(\d\d) (\d\d:\d\d:\d\d)", ts):
            return self._moments.dashed(f"{found[1]}-{found[2]}-{found[3]}".encode(), found[4].encode())
        raise ValueError("no time")


def _object(line: bytes) -> dict[str, Any]:
    try:
        found = json.loads(line)
    except RecursionError:
        raise ValueError("too deep") from None
    if not isinstance(found, dict):
        raise ValueError("no object")
    return found


def _header(headers: object, name: str) -> str:
    values = headers.get(name) if isinstance(headers, dict) else None
    first = values[0] if isinstance(values, list) and values else ""
    return first if isinstance(first, str) else ""


def _bytes(value: object) -> bytes:
    return value.encode("utf-8", "surrogatepass") if isinstance(value, str) else b""
