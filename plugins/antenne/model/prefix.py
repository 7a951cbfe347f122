"""A recording's address with the prefix of a service that counts downloads and leads on: `https://op3.dev/e/…`."""

from __future__ import annotations

_HTTPS, _HTTP = "https://", "http://"


def with_prefix(prefix: str, address: str) -> str:
    """Return an address behind a prefix without a trailing slash: without its https://, as such services have it."""
    return f"{prefix}/{address.removeprefix(_HTTPS)}" if prefix else address


def without_prefix(address: str, base: str) -> str:
    """Return an address below a base as it is, whatever prefixes stand before it; any other address as it was.

    `base` is a site's address with its trailing slash, or empty.
    """
    if not base or address.startswith(base):
        return address
    for bare in (base, base.removeprefix(_HTTPS).removeprefix(_HTTP)):
        _, found, rest = address.partition(f"/{bare}")
        if found:
            return f"{base}{rest}"
    return address
