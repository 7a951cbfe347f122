"""Which addresses may be asked: complete ones of http and https, and of public machines alone."""

from __future__ import annotations

import socket
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from urllib.parse import quote, urlsplit

from msgspec import Struct

PORTS = {"http": 80, "https": 443}

_LONGEST = 4000
_NAT64 = IPv6Network("64:ff9b::/96")

_RESERVED = ("example", "test", "invalid", "localhost", "example.com", "example.net", "example.org")


class FetchRefused(Exception):
    """Nothing was fetched, or not all of it: the text is one sentence that says why."""


class Target(Struct, frozen=True, kw_only=True):
    """An address in its parts, as a request needs them; `host` is in ASCII and `path` has the query."""

    address: str
    scheme: str
    host: str
    port: int
    path: str


def target_of(address: str) -> Target:
    """Return the parts of an address; raise FetchRefused for what is none, or holds a password."""
    try:
        parts = urlsplit(address.strip())
        port = parts.port or PORTS.get(parts.scheme, 0)
        host = _ascii(parts.hostname or "")
    except (ValueError, UnicodeError):
        raise FetchRefused(f"{_shown(address)} is no address.") from None
    if parts.scheme not in PORTS or not host or len(address) > _LONGEST:
        raise FetchRefused(f"{_shown(address)} is no address that begins with http:// or https://.")
    if parts.username is not None:
        raise FetchRefused(f"The address at {host} holds a user's name or password: take it out.")
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    query = quote(parts.query, safe="/?%:@!$&'()*+,;=~-._[]|")
    return Target(
        address=parts._replace(fragment="").geturl(),
        scheme=parts.scheme,
        host=host,
        port=port,
        path=f"{path}?{query}" if query else path,
    )


def is_loopback(address: str) -> bool:
    """Say whether an address names this very machine by itself, without asking for the name of a host."""
    try:
        host = urlsplit(address).hostname or ""
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


def is_nowhere(address: str) -> bool:
    """Say whether nobody can ever reach an address over the internet: this machine's, or one of a reserved name.

    RFC 2606 and RFC 6761 keep these names for examples and tests.
    """
    host = (urlsplit(address).hostname or "").rstrip(".").lower()
    reserved = any(host == name or host.endswith(f".{name}") for name in _RESERVED)
    return reserved or is_loopback(address)


def places_of(target: Target, *, loopback: bool) -> tuple[str, ...]:
    """Return the numbers under which a host can be reached; raise FetchRefused when one of them is not public.

    With `loopback`, those of this machine are taken as well.
    """
    try:
        found = socket.getaddrinfo(target.host, target.port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise FetchRefused(f"There is no host {target.host}, or no network.") from None
    places = tuple(dict.fromkeys(str(info[4][0]) for info in found))
    # One private number among public ones is a trap, too: which one is connected to is the network's choice.
    if not places or not all(may_be_asked(place, loopback=loopback) for place in places):
        raise FetchRefused(f"{target.host} is not a public host: Antenne asks the public internet alone.")
    return places


def may_be_asked(place: str, *, loopback: bool) -> bool:
    """Say whether a number is a public machine's, or this machine's where that is allowed."""
    try:
        number = _plain(ip_address(place.split("%")[0]))
    except ValueError:
        return False
    if number.is_loopback:
        return loopback
    return number.is_global and not number.is_multicast and not number.is_reserved


def _plain(number: IPv4Address | IPv6Address) -> IPv4Address | IPv6Address:
    """Return the IPv4 number that some IPv6 numbers stand for, so that none hides behind another form."""
    if isinstance(number, IPv4Address):
        return number
    if number in _NAT64:
        return IPv4Address(int(number) & 0xFFFFFFFF)
    return number.ipv4_mapped or number.sixtofour or (number.teredo[1] if number.teredo else number)


def _ascii(host: str) -> str:
    return host if host.isascii() else host.encode("idna").decode("ascii")


def _shown(address: str) -> str:
    return f"“{address[:100]}{'…' if len(address) > 100 else ''}”"
