"""The documentation of a declaration, made from the declaration itself."""

from __future__ import annotations

from collections.abc import Iterator

from antenne.fields.declare import Key, keys_of


def describe(cls: type) -> str:
    """Return a Markdown table of the keys of a declaration, those within a group after it."""
    rows = ["| key | value | meaning |", "| --- | --- | --- |", *_rows(cls, "")]
    return "\n".join(rows) + "\n"


def _rows(cls: type, group: str) -> Iterator[str]:
    for name, key in keys_of(cls).items():
        yield f"| {group}`{name}` | {_cell(key.converter.label)} | {_cell(_meaning(key))} |"
        if key.converter.parts is not None:
            yield from _rows(key.converter.parts, f"{group}`{name}` › ")


def _meaning(key: Key) -> str:
    if key.required:
        return f"Required. {key.doc}".strip()
    default = "" if key.converter.parts else _default(key.default)
    return f"{key.doc} Default: {default}.".strip() if default else key.doc


def _default(value: object) -> str:
    """A default that says nothing (no text, an empty list) is not worth a word."""
    if isinstance(value, bool):
        return f"`{str(value).lower()}`"
    return f"`{value}`" if value else ""


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
