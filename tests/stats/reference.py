"""What `invoke stats` must say, worked out the slow and obvious way: every request is kept, then judged in one place.

It shares no code with the counter: a log is split by hand, requests are sorted, and bytes are marked one run at a time.
"""

from __future__ import annotations

import ipaddress
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta


@dataclass(frozen=True)
class Asked:
    """A line of a log in nginx' form `combined`."""

    address: str
    at: datetime
    method: str
    path: str
    status: int
    sent: int
    agent: str


@dataclass(frozen=True)
class File:
    """A recording: its episode, its length and what a minute of it is, in bytes."""

    title: str
    length: int
    minute: int


def downloads(
    lines: Iterable[str], files: Mapping[str, File], bots: Iterable[str], limit: int = 0
) -> Counter[tuple[str, str, str]]:
    """Return downloads by UTC day, episode and user agent; `bots` are words that a bot's user agent holds."""
    parts: dict[tuple[str, str, str, str, str], list[Asked]] = {}
    for asked in filter(None, map(read, lines)):
        file = files.get(asked.path.split("?")[0])
        if file is None or asked.method != "GET" or asked.status not in (200, 206):
            continue
        if (asked.status == 206 and asked.sent <= 2) or any(bot in asked.agent for bot in bots):
            continue
        day = asked.at.strftime("%Y-%m-%d")
        parts.setdefault((day, file.title, asked.path.split("?")[0], who(asked.address), asked.agent), []).append(asked)
    heard = {key[:2] + key[3:] for key, requests in parts.items() if enough(requests, files[key[2]])}
    each = Counter((day, address) for day, _, address, _ in heard)
    return Counter(
        (day, title, agent) for day, title, address, agent in heard if not limit or each[day, address] <= limit
    )


def read(line: str) -> Asked | None:
    """Return what a line says, None when it is broken."""
    try:
        head, request, answer, _, _, agent, *_ = line.split('"')
        address, _, _, day, zone = head.split()
        method, path, _ = request.split()
        status, sent = answer.split()
        at = datetime.strptime(f"{day}{zone}", "[%d/%b/%Y:%H:%M:%S%z]")
        utc = (at - at.utcoffset()).replace(tzinfo=None)  # type: ignore[operator]
        return Asked(address, utc, method, path, int(status), 0 if sent == "-" else int(sent), agent)
    except ValueError:
        return None


def who(address: str) -> str:
    """Return the network of an address of IPv6, an address of IPv4 as it is."""
    ip = ipaddress.ip_address(address)
    return str(ipaddress.ip_network((ip, 64), strict=False)) if ip.version == 6 else str(ip)


def enough(requests: list[Asked], file: File) -> bool:
    """Say whether answers to a listener are together a minute: those from the beginning once, the others added."""
    whole = max((asked.sent for asked in requests if asked.status == 200), default=0)
    return whole + sum(asked.sent for asked in requests if asked.status == 206) >= file.minute


def windows(moments: list[datetime], kind: str) -> list[bool]:
    """Say for each of a listener's whole downloads of an episode, in order, whether it counts (IAB 2.3, 5.5.1)."""
    counted: list[bool] = []
    first = last = datetime(1970, 1, 1)  # noqa: DTZ001 — all are in UTC
    for at in moments:
        new = at - (first if kind == "first-touch" else last) >= timedelta(hours=24)
        first, last = at if new else first, at
        counted.append(new)
    return counted
