"""Objects made of others with a few fields changed: the same ones again from the same ones."""

from __future__ import annotations

from typing import Any, TypeVar

from msgspec import Struct
from msgspec.structs import replace

T = TypeVar("T", bound=Struct)


class Derived:
    """Changes fields of frozen objects; what came of the same object before, with the same fields, is given again.

    So what is known of an object by itself still holds for it in the next build of the same process.
    """

    def __init__(self) -> None:
        # The original stays with what was made of it: its number would be another's once it is gone.
        self._before: dict[int, list[tuple[Any, dict[str, object], Any]]] = {}
        self._now: dict[int, list[tuple[Any, dict[str, object], Any]]] = {}

    def begin(self) -> None:
        """Begin a build: what the last one did not ask for is forgotten."""
        self._before, self._now = self._now, {}

    def of(self, original: T, **fields: object) -> T:
        """Return an object with these fields: itself where they are its own."""
        if all(getattr(original, name) == value for name, value in fields.items()):
            return original
        known = next(
            (one for one in self._before.get(id(original), ()) if one[0] is original and one[1] == fields), None
        )
        made: T = known[2] if known else replace(original, **fields)
        self._now.setdefault(id(original), []).append((original, fields, made))
        return made
