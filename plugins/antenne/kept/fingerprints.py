"""Short names for values: the same for equal ones, another for others."""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Collection, Mapping

from antenne.kept.form import packed

_SIZE = 16
"""Bytes: nobody has two values with the same name by chance."""


class Fingerprints:
    """Names values, each object once; objects must not change as long as they are asked about.

    Objects of the types in `parted` are named by their fields, one by one: they hold many others that are asked about
    by themselves, too.
    """

    def __init__(self, parted: Collection[type] = ()) -> None:
        self._parted = frozenset(parted)
        # The object stays with its name: its number would be another's once it is gone.
        self._known: dict[int, tuple[object, bytes]] = {}

    def of(self, value: object) -> bytes:
        """Return the name of a value; raise Unkeepable for one that has no bytes."""
        known = self._known.get(id(value))
        if known is not None:
            return known[1]
        name = self._named(value)
        if dataclasses.is_dataclass(value) or isinstance(value, tuple):
            self._known[id(value)] = (value, name)
        return name

    def _named(self, value: object) -> bytes:
        if isinstance(value, tuple):
            return _digest(b"tuple", b"".join(map(self.of, tuple.__iter__(value))))
        if isinstance(value, Mapping):
            return _digest(b"mapping", b"".join(self.of(part) for pair in value.items() for part in pair))
        kind = type(value)
        if kind in self._parted:
            fields = (getattr(value, field.name) for field in dataclasses.fields(value))  # type: ignore[arg-type]
            return _digest(kind.__qualname__.encode(), b"".join(map(self.of, fields)))
        return _digest(kind.__qualname__.encode(), packed(value))


def _digest(kind: bytes, data: bytes) -> bytes:
    return hashlib.blake2b(data, digest_size=_SIZE, person=kind[:16]).digest()
