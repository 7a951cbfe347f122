"""Licences: by identifier, or of one's own."""

from __future__ import annotations

from dataclasses import dataclass

from antenne.fields import Either, Record, address, key, pattern, text
from antenne.model import License
from antenne.read.opened import Opened

_SPDX = pattern(
    "an SPDX identifier",
    "[A-Za-z0-9][A-Za-z0-9.+-]{0,60}",
    "Write it like CC-BY-4.0; a licence of another kind is written `{name: …, url: …}`.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class LicenseKeys:
    """A licence of another kind."""

    name: str = key(text(128), doc="")
    url: str = key(address, doc="Where it can be read.")


LICENSE = Either(_SPDX, Record(LicenseKeys))


def license_of(given: str | LicenseKeys, at: Opened) -> License | None:
    """Return a licence by its identifier, or by its own name and address."""
    if isinstance(given, LicenseKeys):
        return License(identifier=at.words(given.name), url=given.url)
    return License(identifier=given) if given else None
