"""Declarations: the keys that a kind of object takes are the fields of a frozen dataclass."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from enum import Enum
from functools import cache
from types import MappingProxyType
from typing import Any, Protocol, TypeVar, cast

from msgspec import Struct

from antenne.fields.node import Node
from antenne.fields.reading import Reading

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


class Converter(Protocol[T_co]):
    """Makes a value of a node, or tells what is wrong with it and raises Refused."""

    @property
    def label(self) -> str:
        """What it takes, in a few words for the documentation."""

    @property
    def parts(self) -> type | None:
        """The declaration of the keys within, where it takes a group of keys."""

    def __call__(self, node: Node, reading: Reading) -> T_co:
        """Return the value that a node says."""


class _Default(Enum):
    REQUIRED = "required"


REQUIRED = _Default.REQUIRED


class Key(Struct, frozen=True):
    """One key of a declaration."""

    name: str
    converter: Converter[object]
    default: object
    doc: str

    @property
    def required(self) -> bool:
        """Whether the key must be there, and not empty."""
        return self.default is REQUIRED


def key(converter: Converter[T], default: T | _Default = REQUIRED, *, doc: str = "") -> T:
    """Declare a field of a frozen dataclass as a key: what makes its value, its default (none: required), its use."""
    metadata = {"converter": converter, "doc": doc}
    if default is REQUIRED:
        return cast(T, dataclasses.field(metadata=metadata))
    return dataclasses.field(default=default, metadata=metadata)


def keys_of(cls: type) -> Mapping[str, Key]:
    """Return the keys of a declaration by name, in the order of the fields."""
    return _declared(cls)


@cache
def _declared(cls: type) -> Mapping[str, Key]:
    return MappingProxyType({field.name: _key(field) for field in dataclasses.fields(cls) if field.metadata})


def _key(field: dataclasses.Field[Any]) -> Key:
    default = REQUIRED if field.default is dataclasses.MISSING else field.default
    return Key(field.name, field.metadata["converter"], default, field.metadata["doc"])
