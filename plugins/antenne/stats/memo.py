"""What was worked out once and is asked for again and again, as fast as a dictionary and never larger than so many."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

K = TypeVar("K")
V = TypeVar("V")

MOST = 1 << 16
"""The values that are kept; a log names few things many times, and one that was made to be hostile many things once."""


class Memo(dict[K, V]):
    """A dictionary that works out what it lacks, and forgets all when it is full."""

    __slots__ = ("_work_out",)

    def __init__(self, work_out: Callable[[K], V]) -> None:
        super().__init__()
        self._work_out = work_out

    def __missing__(self, key: K) -> V:
        if len(self) >= MOST:
            self.clear()
        value = self[key] = self._work_out(key)
        return value
