"""What a settings file or front matter says, before it is understood: texts, lists and groups, each with its place."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from antenne.problems import Where


class TextNode(Struct, frozen=True, kw_only=True):
    """A value as it was typed; `name` is the key that it stands under, as for every node."""

    where: Where
    name: str
    text: str


class ListNode(Struct, frozen=True, kw_only=True):
    """A list of values."""

    where: Where
    name: str
    items: tuple[Node, ...]


class GroupNode(Struct, frozen=True, kw_only=True):
    """Keys with their values, in the order of the file; a key that stands twice is here twice."""

    where: Where
    name: str
    entries: tuple[Entry, ...]


class Entry(Struct, frozen=True, kw_only=True):
    """A key, the place where it stands, and its value."""

    key: str
    where: Where
    value: Node


Node = TextNode | ListNode | GroupNode


def node_of(value: object, where: Where, name: str = "") -> Node:
    """Return the node that says the same as a Python value; a key's place is its dotted name below `where`."""
    if isinstance(value, Mapping):
        entries = tuple(_entry(str(key), item, where) for key, item in value.items())
        return GroupNode(where=where, name=name, entries=entries)
    if isinstance(value, list | tuple):
        return ListNode(where=where, name=name, items=tuple(node_of(item, where, name) for item in value))
    return TextNode(where=where, name=name, text=_typed(value))


def below(where: Where, key: str) -> Where:
    """Return the place to name for a key that a group lacks: the group's line, or a setting's dotted name."""
    return where if where.line else Where(f"{where.path}.{key}" if where.path else key)


def _entry(key: str, value: object, parent: Where) -> Entry:
    where = below(parent, key)
    return Entry(key=key, where=where, value=node_of(value, where, key))


def _typed(value: object) -> str:
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)
