"""Asks one address, follows its redirects one by one, and takes no more than was agreed."""

from __future__ import annotations

import http.client
import ssl
import time
import zlib
from collections.abc import Mapping
from typing import Protocol
from urllib.parse import urljoin

from msgspec import Struct, field

from antenne.fetch.address import FetchRefused, Target, is_loopback, target_of
from antenne.fetch.connection import connected

_MOVED = frozenset((301, 302, 303, 307, 308))
_AGENT = "Antenne (a podcast feed checker)"
_CHUNK = 65536
_SECRET = frozenset(("authorization", "cookie"))
"""The headers that are for one server alone."""


class Limits(Struct, frozen=True, kw_only=True):
    """What one fetch may take: bytes (packed and unpacked alike), seconds in all, and redirects."""

    size: int = 20_000_000
    seconds: float = 20.0
    redirects: int = 5


LIMITS = Limits()
"""What a fetch may take where nobody says otherwise."""


class Answer(Struct, frozen=True, kw_only=True):
    """What a server answered: where it stands after all redirects, its status, headers in lower case, and body.

    `hops` are the addresses that led on, each with its status, in their order.
    """

    address: str
    status: int
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    hops: tuple[tuple[str, int], ...] = ()

    @property
    def media_type(self) -> str:
        """What the server says that it is, without parameters."""
        return self.headers.get("content-type", "").split(";")[0].strip().lower()


class Fetch(Protocol):
    """A way to ask an address, as `fetch` is."""

    def __call__(
        self,
        address: str,
        *,
        method: str = "GET",
        headers: Mapping[str, str] | None = None,
        body: bytes = b"",
        limits: Limits = ...,
        most: int | None = None,
    ) -> Answer:
        """Return the answer, or raise FetchRefused."""


def fetch(
    address: str,
    *,
    method: str = "GET",
    headers: Mapping[str, str] | None = None,
    body: bytes = b"",
    limits: Limits = LIMITS,
    most: int | None = None,
) -> Answer:
    """Return what a server answers; raise FetchRefused for what is not public, too large, too slow or no HTTP.

    This machine is asked only when the address given names it by itself, and no redirect leads to it otherwise. With
    `most`, the body ends after so many bytes instead of being refused.
    """
    loopback, deadline = is_loopback(address), time.monotonic() + limits.seconds
    hops: list[tuple[str, int]] = []
    asked, first = dict(headers or {}), target_of(address)
    while True:
        target = target_of(address)
        if (target.scheme, target.host, target.port) != (first.scheme, first.host, first.port):
            # A secret is for whom it was meant, and for nobody to whom he leads on.
            asked = {name: value for name, value in asked.items() if name.lower() not in _SECRET}
        answer = _ask(target, method, asked, body, limits, most, deadline, loopback=loopback)
        onward = answer.headers.get("location")
        if answer.status not in _MOVED or not onward:
            return Answer(
                address=target.address,
                status=answer.status,
                headers=answer.headers,
                body=answer.body,
                hops=tuple(hops),
            )
        hops.append((target.address, answer.status))
        if body:
            raise FetchRefused(f"{hops[0][0]} leads on to another address, where nothing was sent.")
        if len(hops) > limits.redirects:
            raise FetchRefused(f"{hops[0][0]} leads on more than {limits.redirects} times.")
        address = _onward(target, onward)


def _onward(target: Target, location: str) -> str:
    try:
        return urljoin(target.address, location)
    except ValueError:
        raise FetchRefused(f"{target.host} leads on to what is no address.") from None


def _ask(
    target: Target,
    method: str,
    headers: Mapping[str, str],
    sent: bytes,
    limits: Limits,
    most: int | None,
    deadline: float,
    *,
    loopback: bool,
) -> Answer:
    left = deadline - time.monotonic()
    late = FetchRefused(f"{target.host} took longer than {limits.seconds:g} seconds.")
    if left <= 0:
        raise late
    asked = {"User-Agent": _AGENT, "Accept": "*/*", "Connection": "close", **headers}
    try:
        with connected(target, left, loopback=loopback) as connection:
            connection.request(method, target.path, body=sent or None, headers=asked)
            with connection.getresponse() as response:
                said = {name.lower(): value for name, value in response.getheaders()}
                empty = method == "HEAD" or response.status in _MOVED
                body = b"" if empty else _body(response, said, limits.size, most)
                # A connection that was cut off looks like an answer that ended.
                if time.monotonic() >= deadline:
                    raise late
                return Answer(address=target.address, status=response.status, headers=said, body=body)
    except (OSError, http.client.HTTPException, ValueError) as error:
        if time.monotonic() >= deadline:
            raise late from None
        if isinstance(error, ssl.SSLError):
            raise FetchRefused(f"The certificate of {target.host} is not in order.") from None
        raise FetchRefused(f"{target.host} broke off its answer, or does not speak HTTP.") from None


def _body(response: http.client.HTTPResponse, headers: Mapping[str, str], size: int, most: int | None) -> bytes:
    packing = headers.get("content-encoding", "identity").strip().lower()
    if packing not in ("identity", "", "gzip", "x-gzip"):
        raise FetchRefused(f"The answer is packed as {packing[:40]}, which was not asked for.")
    unpack = None if packing in ("identity", "") else zlib.decompressobj(wbits=31)
    room = size if most is None else min(most, size)
    body, taken = bytearray(), 0
    while chunk := response.read(min(_CHUNK, room + 1)):
        taken += len(chunk)
        body += _unpacked(unpack, chunk, room + 1 - len(body)) if unpack else chunk
        if len(body) > room or taken > size:
            if most is not None:
                return bytes(body[:most])
            raise FetchRefused(f"The answer is larger than {size} bytes.")
    if response.length:
        raise http.client.IncompleteRead(bytes(body), response.length)
    return bytes(body)


def _unpacked(unpack: zlib._Decompress, chunk: bytes, room: int) -> bytes:
    try:
        return unpack.decompress(chunk, max(1, room))
    except zlib.error:
        raise FetchRefused("The answer says that it is packed by gzip, and it is not.") from None
