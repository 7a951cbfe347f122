"""Converters of what is more than one value: lists, groups of keys, names of other objects."""

from __future__ import annotations

import re
import unicodedata
from typing import Generic, TypeVar

from msgspec import Struct

from antenne.fields.declare import Converter, keys_of
from antenne.fields.node import Entry, GroupNode, ListNode, Node, TextNode
from antenne.fields.parse import build, wrong_type
from antenne.fields.reading import Reading, Reference, Refused
from antenne.fields.text_converters import OneText, text

T = TypeVar("T")
S = TypeVar("S")


class ListOf(Struct, Generic[T], frozen=True):
    """A list whose items one converter takes."""

    item: Converter[T]
    most: int = 1000

    @property
    def label(self) -> str:
        """What it takes."""
        return f"a list, each {self.item.label}"

    @property
    def parts(self) -> type | None:
        """The declaration of an item's keys."""
        return self.item.parts

    def __call__(self, node: Node, reading: Reading) -> tuple[T, ...]:
        """Return the values of a list, having told what is wrong with each item."""
        if not isinstance(node, ListNode):
            raise reading.refuse(wrong_type(node, "a list", _as_list(node, names=isinstance(self.item, Ref))))
        if len(node.items) > self.most:
            raise reading.refuse(wrong_type(node, f"one of at most {self.most} items", "Make it shorter."))
        before = reading.refusals
        values = [value for item in node.items for value in self._value(item, reading)]
        if reading.refusals > before:
            raise Refused
        return tuple(values)

    def _value(self, node: Node, reading: Reading) -> tuple[T, ...]:
        try:
            return (self.item(node, reading),)
        except Refused:
            return ()


class Record(Struct, Generic[T], frozen=True):
    """A group of keys by its declaration; a single value stands for the group that has it under the key `short`."""

    parts: type[T]
    short: str = ""

    @property
    def label(self) -> str:
        """What it takes."""
        keys = ", ".join(f"{name}:" for name in keys_of(self.parts))
        group = f"`{{{keys}}}`"
        return f"{keys_of(self.parts)[self.short].converter.label}, or {group}" if self.short else group

    def __call__(self, node: Node, reading: Reading) -> T:
        """Return the object that a group of keys describes."""
        if self.short and isinstance(node, TextNode):
            alone = TextNode(where=node.where, name=self.short, text=node.text)
            entry = Entry(key=self.short, where=node.where, value=alone)
            node = GroupNode(where=node.where, name=node.name, entries=(entry,))
        return build(self.parts, node, reading)


class Either(Struct, Generic[S, T], frozen=True):
    """A single value by one converter, or a list or group by another."""

    single: Converter[S]
    other: Converter[T]

    @property
    def label(self) -> str:
        """What it takes."""
        return f"{self.single.label}, or {self.other.label}"

    @property
    def parts(self) -> type | None:
        """The declaration of the group's keys."""
        return self.other.parts

    def __call__(self, node: Node, reading: Reading) -> S | T:
        """Return the value by the converter that fits the node."""
        return self.single(node, reading) if isinstance(node, TextNode) else self.other(node, reading)


class Ref(Struct, frozen=True):
    """The name of another object; that it leads somewhere is judged when everything is read."""

    kind: str
    parts: None = None

    @property
    def label(self) -> str:
        """What it takes."""
        return f"{'an' if self.kind[0] in 'aeiou' else 'a'} {self.kind}'s slug"

    def __call__(self, node: Node, reading: Reading) -> str:
        """Return the name, having noted it as a reference with its place."""
        key = _NAME(node, reading)
        reading.references.append(Reference(self.kind, key, node.where))
        return key


_NAME: OneText[str] = text(limit=200)


def _as_list(node: Node, *, names: bool = False) -> str:
    if isinstance(node, TextNode):
        parts = (part.strip() for part in node.text[:200].split(","))
        items = ", ".join(_as_slug(part) if names else part for part in parts)
        return f"Write `{node.name}: [{items}]`, or each item on a line of its own after a hyphen."
    return "Write each item on a line of its own after a hyphen."


def _as_slug(words: str) -> str:
    """Return a name as that of a folder: `Ada Lorme` → `ada-lorme`; one that already is, as it is."""
    bare = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", bare).strip("-") or words
