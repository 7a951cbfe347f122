"""A recording's address with the prefix of a service that counts downloads and leads on: `https://op3.dev/e/…`."""

from __future__ import annotations

import re

_OP3 = re.compile(r"https?://(?:www\.)?op3\.dev/e(?:,[^/]*)?/(?P<rest>.+)", re.I | re.S)
"""OP3, setup: `https://op3.dev/e/`, or with options as `https://op3.dev/e,pg=GUID/`, then the address."""

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


def without_op3(address: str) -> str:
    """Return where OP3 leads from an address behind its prefix, whatever site it is of; any other address as it was."""
    found = _OP3.fullmatch(address)
    if found is None:
        return address
    return found["rest"] if found["rest"].startswith((_HTTPS, _HTTP)) else f"{_HTTPS}{found['rest']}"
