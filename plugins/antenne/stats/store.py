"""Who was counted for what on which day: kept while a day may still grow, then only the numbers."""

from __future__ import annotations

from collections import Counter

from msgspec import Struct, field

from antenne.stats.coverage import Coverage
from antenne.stats.listeners import HALF
from antenne.stats.moments import DAY
from antenne.stats.recordings import Recording

CAPACITY = 1_500_000
"""Downloads that are kept apart at once, over all days: some 200 megabytes."""


class _Day(Struct):
    """A day that may still grow: the app per listener, per episode; and what is not enough of a recording yet."""

    counted: dict[int, dict[bytes, int]] = field(default_factory=dict)
    pending: dict[tuple[int, bytes], Coverage] = field(default_factory=dict)


class Store:
    """Counts a listener once per episode and day, as soon as a minute of a recording was sent.

    When too much is kept, the days that are longest ago are closed; what comes for a closed day is late. `limit` is the
    number of downloads a day above which an address is no listener's; 0 for none.
    """

    def __init__(self, limit: int, capacity: int = CAPACITY) -> None:
        self.numbers: Counter[tuple[int, int, int]] = Counter()
        """Downloads by day (since 1970), title and app."""
        self.crowds: Counter[int] = Counter()
        """Addresses above the limit, and the downloads that were left out for it, by 0 and 1."""
        self.late = 0
        self._limit, self._capacity = limit, capacity
        self._days: dict[int, _Day] = {}
        self._closed = -1
        self._kept = 0

    def add(self, opened: int, recording: Recording, app: int, listener: bytes, start: int, sent: int) -> None:
        """Add an answer to a listener, in the window that opened at a moment; it is so many bytes from a place on."""
        title = recording.title
        number = opened // DAY
        day = self._days.get(number)
        if day is None:
            if number <= self._closed:
                self.late += 1
                return
            day = self._days[number] = _Day()
        counted = day.counted.get(title)
        if counted is None:
            counted = day.counted[title] = {}
        if listener not in counted and (
            sent >= recording.minute or self._enough(day, recording, listener, start, sent)
        ):
            counted[listener] = app
            self._grown()

    def close(self) -> None:
        """Close every day: nothing is left but numbers."""
        for number in sorted(self._days):
            self._close(number)

    def _enough(self, day: _Day, recording: Recording, listener: bytes, start: int, sent: int) -> bool:
        """Say whether an answer and those before it are together a minute."""
        key = recording.number, listener
        coverage = day.pending.get(key)
        if coverage is None:
            coverage = day.pending[key] = Coverage()
            self._grown()
        return coverage.add(start, sent) >= recording.minute

    def _grown(self) -> None:
        self._kept += 1
        if self._kept > self._capacity:
            for number in sorted(self._days)[:-1]:
                if self._kept <= self._capacity // 2:
                    break
                self._closed = max(self._closed, number)
                self._close(number)

    def _close(self, number: int) -> None:
        day = self._days.pop(number)
        self._kept -= len(day.pending) + sum(map(len, day.counted.values()))
        crowds = self._crowds(day) if self._limit else frozenset()
        for title, listeners in day.counted.items():
            for listener, app in listeners.items():
                if listener[:HALF] in crowds:
                    self.crowds[1] += 1
                else:
                    self.numbers[number, title, app] += 1

    def _crowds(self, day: _Day) -> frozenset[bytes]:
        """Return the addresses with more downloads on a day than a listener's (IAB 2.3, 5.5.2, step 1.2.1)."""
        each: Counter[bytes] = Counter()
        for listeners in day.counted.values():
            each.update(listener[:HALF] for listener in listeners)
        crowds = frozenset(address for address, number in each.items() if number > self._limit)
        self.crowds[0] += len(crowds)
        return crowds
