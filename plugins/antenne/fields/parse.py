"""From a group of keys to the frozen object that a declaration describes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TypeVar

from antenne.fields.declare import Key, keys_of
from antenne.fields.node import Entry, GroupNode, Node, TextNode, below
from antenne.fields.reading import Reading, Refused
from antenne.problems import Problem, nearest, rules

T = TypeVar("T")


def parse(cls: type[T], node: Node, reading: Reading) -> T | None:
    """Return the object that a group of keys describes, or None when it has problems: all of them are told."""
    try:
        return build(cls, node, reading)
    except Refused:
        return None


def build(cls: type[T], node: Node, reading: Reading) -> T:
    """Return the object that a group of keys describes; tell all its problems and raise Refused when it has some."""
    if not isinstance(node, GroupNode):
        raise reading.refuse(wrong_type(node, "a group of keys", f"The keys are {_words(keys_of(cls))}."))
    before = reading.refusals
    keys = keys_of(cls)
    meant = _report_strangers(node, keys, reading)
    entries = _once(node, keys, reading)
    values: dict[str, object] = {}
    for name, key in keys.items():
        entry = entries.get(name)
        if entry is not None and not _is_empty(entry.value):
            values |= _converted(key, entry.value, reading)
        elif key.required and name not in meant:
            reading.refuse(_missing(node, name, entry))
    if reading.refusals > before:
        raise Refused
    return cls(**values)


def wrong_type(node: Node, wanted: str, hint: str) -> Problem:
    """Return the problem of a value that is a text, a list or a group where something else is wanted."""
    found = {"TextNode": "a single value", "ListNode": "a list", "GroupNode": "a group of keys"}[type(node).__name__]
    name = f"`{node.name}`" if node.name else "This"
    return rules.WRONG_TYPE.at(node.where, f"{name} is {found}, and {wanted} is wanted.", hint)


def _converted(key: Key, node: Node, reading: Reading) -> dict[str, object]:
    try:
        return {key.name: key.converter(node, reading)}
    except Refused:
        return {}


def _is_empty(node: Node) -> bool:
    return isinstance(node, TextNode) and not node.text.strip()


def _once(node: GroupNode, keys: Mapping[str, Key], reading: Reading) -> dict[str, Entry]:
    entries: dict[str, Entry] = {}
    for entry in node.entries:
        first = entries.setdefault(entry.key, entry)
        if first is not entry and entry.key in keys:
            reading.refuse(_duplicate(entry, first))
    return entries


def _report_strangers(node: GroupNode, keys: Mapping[str, Key], reading: Reading) -> set[str]:
    """Tell the unknown keys, and return the known ones that were probably meant: those are not missing as well."""
    meant = set()
    for before, entry in zip((None, *node.entries), node.entries, strict=False):
        if entry.key in keys:
            continue
        if before and (number := _decimals(before, entry)):
            reading.refuse(number)
            continue
        guess = nearest(entry.key, keys)
        meant |= {guess} if guess else set()
        hint = f"Did you mean `{guess}`?" if guess else f"The keys that can stand here are {_words(keys)}."
        reading.refuse(rules.UNKNOWN_KEY.at(entry.where, f"There is no key `{entry.key[:80]}` here.", hint))
    return {str(name) for name in meant}


def _decimals(before: Entry, entry: Entry) -> Problem | None:
    """Return the problem of `price: 25,90` between braces, where YAML takes `90` for the next key."""
    whole = before.value.text.strip() if isinstance(before.value, TextNode) else ""
    found = re.fullmatch(r"([0-9]{1,4})\s*(?:€|EUR)?", entry.key.strip())
    if not (found and _is_empty(entry.value) and re.fullmatch(r"[0-9]{1,8}", whole)):
        return None
    message = f"The decimals of `{before.key}` stand after a comma, which here begins another key."
    return rules.WRONG_TYPE.at(entry.where, message, f"Write {whole}.{found[1]}, with a point.")


def _duplicate(entry: Entry, first: Entry) -> Problem:
    before = f"at line {first.where.line} already" if first.where.line else "before"
    hint = "Keep one of the two; several values of one key are written as a list."
    return rules.DUPLICATE_KEY.at(entry.where, f"The key `{entry.key}` stands {before}.", hint)


def _missing(node: GroupNode, name: str, entry: Entry | None) -> Problem:
    if entry is not None:
        return rules.MISSING_KEY.at(
            entry.where, f"`{name}` is empty.", f"Write its value after the colon: `{name}: …`."
        )
    inside = f"`{node.name}` has no `{name}`." if node.name else f"The key `{name}` is missing."
    return rules.MISSING_KEY.at(below(node.where, name), inside, f"Add a line `{name}: …`.")


def _words(names: Mapping[str, Key]) -> str:
    return ", ".join(f"`{name}`" for name in names)
