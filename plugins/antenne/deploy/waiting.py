"""Waits for a public server: caches and hosts that build a site take their time, and whoever publishes is told."""

from __future__ import annotations

import time
from collections.abc import Callable

from msgspec import Struct

_FIRST, _LONGEST = 0.5, 10.0
"""The pauses between two askings, in seconds: each is twice the one before."""

_TOLD = 60.0
"""After how many seconds it is told anew that it goes on."""


class Waiting(Struct, frozen=True, kw_only=True):
    """How one waits; `say` is told in sentences what for."""

    say: Callable[[str], None] = lambda sentence: None
    sleep: Callable[[float], None] = time.sleep
    clock: Callable[[], float] = time.monotonic

    def until_right(self, wrong: Callable[[], list[str]], patience: float, what: str) -> list[str]:
        """Ask again until nothing is wrong, for `patience` seconds; return what is wrong in the end.

        `what` is waited for, as it stands after “Waiting for”.
        """
        begun, pause, told = self.clock(), _FIRST, 0.0
        while found := wrong():
            since = self.clock() - begun
            if since + pause > patience:
                return found
            if told == 0:
                self.say(f"Waiting for {what}, for up to {minutes(patience)}.")
                told = _TOLD
            elif since >= told:
                self.say(f"Still waiting for {what}: {minutes(since)} of {minutes(patience)}.")
                told = since + _TOLD
            self.sleep(pause)
            pause = min(pause * 2, _LONGEST)
        return []


def minutes(seconds: float) -> str:
    """Return a time in words: `45 seconds`, `10 minutes`."""
    if seconds < 120:
        return "1 second" if round(seconds) == 1 else f"{seconds:.0f} seconds"
    return f"{seconds / 60:.0f} minutes"
