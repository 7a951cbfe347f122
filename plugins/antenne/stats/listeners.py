"""Who asks, as a number that means nothing: salted hashes that nobody can turn back, and that die with the count."""

from __future__ import annotations

import secrets
from hashlib import blake2b
from socket import AF_INET6, inet_pton

from antenne.stats.agents import Agents
from antenne.stats.memo import Memo

HALF = 6
"""Bytes of a hash: of 48 bits, two of a million addresses of a day are alike once in five hundred days."""
_MAPPED = bytes(10) + b"\xff\xff"


class Listeners:
    """Makes keys of listeners, who are an address and a user agent (IAB 2.3, 5.5.4), with a salt that is never told.

    A key is the address's hash, then the user agent's. Addresses are remembered only while a log is read.
    """

    def __init__(self, agents: Agents) -> None:
        self._salt = secrets.token_bytes(16)
        self.addresses: Memo[bytes] = Memo(lambda address: self._hash(network_of(address)))
        """The hash of an address."""
        self.apps: Memo[tuple[bytes, int]] = Memo(lambda agent: (self._hash(agent), agents.number(agent)))
        """The hash of a user agent and the app's number, negative when its requests count for nothing."""

    def _hash(self, value: bytes) -> bytes:
        return blake2b(value, key=self._salt, digest_size=HALF).digest()


def network_of(address: bytes) -> bytes:
    """Return what stands for an address: IPv4 whole, IPv6 cut to 64 bits (IAB 2.3, 5.5.4), a name as it is."""
    if b":" not in address:
        return address
    try:
        packed = inet_pton(AF_INET6, address.strip(b"[]").partition(b"%")[0].decode("ascii"))
    except (OSError, ValueError):
        return address
    if packed.startswith(_MAPPED):
        # An IPv4 address, as a server with one socket for both writes it.
        return ".".join(map(str, packed[12:])).encode()
    return packed[:8]
