"""What was worked out once and is asked for again and again, as fast as a dictionary and never larger than so many."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

V = TypeVar("V")

MOST = 1 << 16
"""The values that are kept; a log names few things many times, and one that was made to be hostile many things once."""


LONGEST = 1024
"""Bytes of the longest key that is kept: what is longer is worked out each time."""


class Memo(dict[bytes, V]):
    """A dictionary that works out what it lacks, and forgets all when it is full."""

    __slots__ = ("_work_out",)

    def __init__(self, work_out: Callable[[bytes], V]) -> None:
        super().__init__()
        self._work_out = work_out

    def __missing__(self, key: bytes) -> V:
        value = self._work_out(key)
        if len(key) <= LONGEST:
            if len(self) >= MOST:
                self.clear()
            self[key] = value
        return value
