"""YAML front matter as nodes: each value as it was typed, each with its line, and nothing of YAML's own magic."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import yaml

from antenne.fields.node import Entry, GroupNode, ListNode, Node, TextNode
from antenne.fields.yaml_faults import Fault, explain
from antenne.problems import Where

LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The parser: libyaml's where there is one; both give the same nodes and tell the same faults."""

_DEEPEST = 8


class NotYaml(ValueError):
    """Front matter that cannot be taken: the fault says where and why."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.message)
        self.fault = fault


def read_front_matter(source: str, path: str, first_line: int, loader: Any = LOADER) -> GroupNode:
    """Return the keys that a YAML text holds, its first line being `first_line` of the file; raise NotYaml."""
    try:
        clean = _without_tabs(source)
        return _Builder(path, first_line, clean.split("\n")).document(yaml.parse(clean, Loader=loader))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise NotYaml(explain(source, mark.line if mark else 0, first_line)) from error
    except _Odd as error:
        raise NotYaml(explain(source, error.line, first_line, str(error), error.hint)) from error


class _Odd(Exception):
    """Something that YAML allows and front matter does not; `line` counts from 0 in the YAML text."""

    def __init__(self, line: int, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.line = line
        self.hint = hint


class _Builder:
    """Builds nodes from the parser's events, which alone tell of anchors, aliases and tags."""

    def __init__(self, path: str, first_line: int, lines: list[str]) -> None:
        self.path = path
        self.first_line = first_line
        self.lines = lines

    def document(self, events: Iterator[Any]) -> GroupNode:
        """Return the keys of the only document."""
        nothing = GroupNode(where=Where(self.path, 1), name="", entries=())
        _kept(events, yaml.StreamStartEvent, yaml.DocumentStartEvent)
        event = next(events, None)
        if event is None or isinstance(event, yaml.StreamEndEvent):
            return nothing
        node = self.node(event, events, nothing.where, "", 0)
        if any(isinstance(later, yaml.DocumentStartEvent) for later in events):
            raise _Odd(event.start_mark.line, "There is a second YAML document in the front matter.", "Keep one.")
        if isinstance(node, TextNode) and not node.text:
            return nothing
        if not isinstance(node, GroupNode):
            raise _Odd(event.start_mark.line, "Front matter is made of lines such as `title: …`, and this is none.")
        return node

    def node(self, event: Any, events: Iterator[Any], where: Where, name: str, depth: int) -> Node:
        """Return the node that begins with an event; `where` is the place of its key."""
        _refuse_magic(event, depth)
        if isinstance(event, yaml.SequenceStartEvent):
            return ListNode(where=where, name=name, items=tuple(self._items(events, name, depth)))
        if isinstance(event, yaml.MappingStartEvent):
            return GroupNode(where=where, name=name, entries=tuple(self._entries(events, depth)))
        mark = event.start_mark
        if event.style in ("|", ">") and re.match(r"[|>][-+0-9]*#", self.lines[mark.line][mark.column :]):
            raise _Odd(mark.line, "")  # libyaml lets it pass, PyYAML does not
        return TextNode(where=self._where(event) if event.value else where, name=name, text=event.value)

    def _items(self, events: Iterator[Any], name: str, depth: int) -> Iterator[Node]:
        for event in events:
            if isinstance(event, yaml.SequenceEndEvent):
                return
            yield self.node(event, events, self._where(event), name, depth + 1)

    def _entries(self, events: Iterator[Any], depth: int) -> Iterator[Entry]:
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                return
            _refuse_magic(event, depth)
            line = event.start_mark.line
            if not isinstance(event, yaml.ScalarEvent) or event.style in ("|", ">"):
                raise _Odd(line, "A key is one word before a colon.", "Write it like `title: …`.")
            if event.value == "<<":
                raise _Odd(line, "Front matter does not take YAML's `<<`.", "Write the keys out.")
            where = self._where(event)
            value = self.node(next(events), events, where, event.value, depth + 1)
            yield Entry(key=event.value, where=where, value=value)

    def _where(self, event: Any) -> Where:
        return Where(self.path, event.start_mark.line + self.first_line)


def _without_tabs(source: str) -> str:
    """Turn tabs within lines into spaces, and refuse those that indent: parsers do not agree on either."""
    lines = [line.replace("\t", " ") if not line.strip() else line for line in source.split("\n")]
    for number, line in enumerate(lines):
        if "\t" in line[: len(line) - len(line.lstrip())]:
            raise _Odd(number, "The line begins with a tab, which YAML does not take.", "Indent with spaces instead.")
    return "\n".join(lines).replace("\t", " ")


def _kept(events: Iterator[Any], *kinds: type) -> None:
    """Step over the events that every document begins with."""
    for kind in kinds:
        event = next(events, None)
        if event is None or not isinstance(event, kind):
            return


def _refuse_magic(event: Any, depth: int) -> None:
    line = event.start_mark.line
    if isinstance(event, yaml.AliasEvent):
        raise _Odd(line, "A value that begins with `*` is an alias in YAML, which front matter does not take.")
    if getattr(event, "anchor", None):
        raise _Odd(line, "A value that begins with `&` is an anchor in YAML, which front matter does not take.")
    if getattr(event, "tag", None):
        raise _Odd(line, "A value that begins with `!` is a tag in YAML, which front matter does not take.")
    if depth > _DEEPEST:
        raise _Odd(line, "The front matter is nested too deeply.", "Write fewer lists within lists.")
