"""schema.org's vocabulary, as its types for TypeScript have it: which type has which properties, and what they take."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

TYPES = Path(__file__).parent / "node_modules" / "schema-dts" / "dist" / "schema.d.ts"

_INTERFACE = re.compile(r"^(?:export )?interface (\w+) extends ([^{]+) \{$(.*?)^\}$", re.M | re.S)
_PROPERTY = re.compile(r'^    "([a-zA-Z]+)"\?: SchemaValue<(.+), "\1">;$', re.M)
_UNION = re.compile(r"^export type (\w+) = (.+);$", re.M)
_TEXTS = {"Text", "URL", "Date", "DateTime", "Time", "string"}
_NUMBERS = {"Integer", "Number", "Float", "number"}


@dataclass(frozen=True)
class Vocabulary:
    """The types and their properties, read once."""

    source: str = field(default_factory=lambda: TYPES.read_text(encoding="utf-8"))

    @cached_property
    def _interfaces(self) -> dict[str, tuple[list[str], dict[str, str]]]:
        return {
            name: (re.findall(r"\w+Base", above), dict(_PROPERTY.findall(body)))
            for name, above, body in _INTERFACE.findall(self.source)
        }

    @cached_property
    def _unions(self) -> dict[str, list[str]]:
        return {name: union.split(" | ") for name, union in _UNION.findall(self.source)}

    def properties(self, kind: str) -> dict[str, str]:
        """Return what each property of a type takes; raise KeyError for a type that there is not."""
        found: dict[str, str] = {}
        waiting = [f"{kind}Leaf"]
        while waiting:
            above, own = self._interfaces[waiting.pop()]
            found |= own
            waiting += above
        return found

    def takes(self, union: str) -> set[str]:
        """Return the names and literals that a union comes down to."""
        found: set[str] = set()
        waiting = union.split(" | ")
        while waiting:
            part = waiting.pop()
            if part not in found:
                found.add(part)
                waiting += self._unions.get(part, ())
        return found

    def faults(self, node: dict[str, Any]) -> Iterator[str]:
        """Give what is wrong with a node and all within it, a line each."""
        kind = node.get("@type")
        if kind is None:
            if set(node) != {"@id"}:
                yield f"a node without a type: {node}"
            return
        if f"{kind}Leaf" not in self._interfaces:
            yield f"there is no type {kind}"
            return
        known = self.properties(kind)
        for name, value in node.items():
            if name.startswith("@"):
                continue
            if name not in known:
                yield f"{kind} has no {name}"
                continue
            taken = self.takes(known[name])
            for one in value if isinstance(value, list) else [value]:
                yield from self._value_faults(f"{kind}.{name}", one, taken)

    def _value_faults(self, where: str, value: Any, taken: set[str]) -> Iterator[str]:
        if isinstance(value, dict):
            if value.get("@type", "IdReference") not in taken and f"{value.get('@type')}Leaf" not in taken:
                yield f"{where} takes no {value.get('@type')}"
            yield from self.faults(value)
        elif isinstance(value, bool):
            if "Boolean" not in taken:
                yield f"{where} takes no {value}"
        elif isinstance(value, int | float):
            if not taken & _NUMBERS:
                yield f"{where} takes no number"
        elif f'"{value}"' not in taken and not taken & _TEXTS:
            yield f"{where} takes no {value}"
