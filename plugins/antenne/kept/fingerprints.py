"""Short names for values: the same for equal ones, another for others."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Mapping
from functools import cache
from operator import attrgetter
from typing import Any, cast

from antenne.kept.form import packed
from antenne.kept.named import field_names

_PLAIN = frozenset((str, int, float, bool, type(None)))
_SIZE = 16
"""Bytes: nobody has two values with the same name by chance."""


class Fingerprints:
    """Names values, each object once; objects must not change as long as they are asked about, in two builds at most.

    Objects of the types in `parted` are named by their fields, one by one: they hold many others that are asked about
    by themselves, too.
    """

    def __init__(self, parted: Collection[type] = ()) -> None:
        self._parted = frozenset(parted)
        # The object stays with its name: its number would be another's once it is gone.
        self._known: dict[int, tuple[object, bytes]] = {}
        self._before: dict[int, tuple[object, bytes]] = {}

    def begin(self) -> None:
        """Begin a build: what the last one did not ask about is forgotten."""
        self._before, self._known = self._known, {}

    def of(self, value: object) -> bytes:
        """Return the name of a value; raise Unkeepable for one that has no bytes."""
        number = id(value)
        known = self._known.get(number)
        if known is None and (known := self._before.get(number)) is not None:
            self._known[number] = known
        if known is not None:
            return known[1]
        name = self._named(value)
        kind: Any = type(value)
        if field_names(kind) is not None or isinstance(value, tuple):
            self._known[number] = (value, name)
        return name

    def _named(self, value: object) -> bytes:
        kind: Any = type(value)
        if isinstance(value, tuple):
            return _digest(b"tuple", packed([self._part(part) for part in tuple.__iter__(value)]))
        if isinstance(value, Mapping):
            return _digest(b"mapping", packed([self._part(part) for pair in value.items() for part in pair]))
        if kind in self._parted and (fields := _fields(kind)):
            return _digest(kind.__qualname__.encode(), packed([self._part(part) for part in fields(value)]))
        return _digest(kind.__qualname__.encode(), packed(value))

    def _part(self, part: object) -> object:
        """Return a plain part itself, and the name of any other within a list, which no plain one is."""
        return part if type(part) in _PLAIN else [self.of(part)]


@cache
def _fields(kind: Any) -> Callable[[object], tuple[object, ...]] | None:
    """Return what gives the fields of an object of a kind, None for a kind that has none by name."""
    names = field_names(kind)
    if names is None:
        return None
    # Of fewer than two it would give no tuple.
    return attrgetter(*names) if len(names) > 1 else lambda value: tuple(getattr(value, name) for name in names)


def is_same(one: object, other: object) -> bool:
    """Say whether two values have the same name, where that can be seen at a glance; False may mean that one must look.

    Moments that are equal may stand in different zones, so that values of such kinds are the same only if identical.
    """
    if one is other:
        return True
    kind: Any = type(one)
    if kind is not type(other):
        return False
    if kind in _PLAIN:
        return one == other
    if kind is tuple:
        return _are_same(cast("tuple[object, ...]", one), cast("tuple[object, ...]", other))
    if kind is dict:
        return is_same(tuple(one.items()), tuple(other.items()))  # type: ignore[attr-defined]
    fields = _fields(cast(Any, kind))
    return fields is not None and _are_same(fields(one), fields(other))


def _are_same(ours: tuple[object, ...], theirs: tuple[object, ...]) -> bool:
    return len(ours) == len(theirs) and all(map(is_same, ours, theirs))


def _digest(kind: bytes, data: bytes) -> bytes:
    return hashlib.blake2b(data, digest_size=_SIZE, person=kind[:16]).digest()
