"""A group of keys that becomes an object of the model as soon as it is read."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import Any, Generic, TypeVar

from msgspec import Struct

from antenne.fields import Node, Reading, Record

T = TypeVar("T")


class Made(Struct, Generic[T], frozen=True):
    """A group of keys by its declaration, whose fields `make` takes under the same names."""

    parts: type[Any]
    make: Callable[..., T]
    short: str = ""

    @property
    def label(self) -> str:
        """What it takes."""
        return Record(self.parts, self.short).label

    def __call__(self, node: Node, reading: Reading) -> T:
        """Return the object that a group of keys describes."""
        keys: Any = Record(self.parts, self.short)(node, reading)
        return self.make(**{field.name: getattr(keys, field.name) for field in dataclasses.fields(self.parts)})
