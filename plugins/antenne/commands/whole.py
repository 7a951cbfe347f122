"""Whole numbers that are typed after a flag."""

from __future__ import annotations

from typing import Self, SupportsInt

from invoke.exceptions import Exit

_REFUSED = 2


class _LikeInt(type):
    """Lets Invoke's help call a kind INT, as it does whole numbers."""

    def __eq__(cls, other: object) -> bool:
        return other is int or other is cls

    def __hash__(cls) -> int:
        return hash(int)


class Whole(int, metaclass=_LikeInt):
    """A number that a flag has where nothing is typed; what is typed and is none ends the command with a sentence."""

    def __new__(cls, typed: str | SupportsInt = 0) -> Self:
        """Return the number; raise Exit."""
        try:
            return super().__new__(cls, typed)
        except ValueError:
            raise Exit(f"“{str(typed)[:40]}” is no whole number: write it in digits, such as 3.", _REFUSED) from None
