"""From the lines of logs to downloads, by the IAB's Podcast Measurement Technical Guidelines 2.3."""

from __future__ import annotations

from collections import Counter

from msgspec import Struct

from antenne.stats.agents import Agents
from antenne.stats.formats import Format
from antenne.stats.listeners import Listeners
from antenne.stats.moments import DAY
from antenne.stats.recordings import Recording, Recordings
from antenne.stats.store import CAPACITY, Store
from antenne.stats.windows import Window, rolling

LIMIT = 500
"""The downloads a day above which an address is no listener's, unless the author says otherwise."""


class Choice(Struct, frozen=True, kw_only=True):
    """What is counted: moments from `since` until before `until` in seconds, one title or all, the kind of window."""

    since: int = 0
    until: int = 1 << 62
    title: int | None = None
    window: Window = Window.CALENDAR
    limit: int = LIMIT
    capacity: int = CAPACITY


class Count:
    """Takes blocks of logs and counts; `left_out` says how many requests for recordings were not, and why."""

    def __init__(self, recordings: Recordings, agents: Agents, choice: Choice) -> None:
        self.recordings, self.agents, self.choice = recordings, agents, choice
        self.store = Store(choice.limit, choice.capacity)
        self.lines = self.malformed = self.requests = 0
        self.left_out: Counter[str] = Counter()
        listeners = Listeners(agents)
        # What is asked for at every request is at hand: of ten million lines each step of the way is felt.
        self._addresses, self._apps, self._add = listeners.addresses, listeners.apps, self.store.add
        self._windows = rolling(choice.window)

    def take(self, form: Format, block: bytes) -> None:
        """Count what a block of whole lines tells."""
        rows = form.rows(block)
        lines = block.count(b"\n") - block.count(b"\n#") - block.startswith(b"#")
        self.lines += lines
        self.malformed += max(0, lines - len(rows))
        known, path, request = self.recordings.known, form.path, form.request
        newest = 0
        for row in rows:
            recording = known[row[path]]
            if recording is None:
                continue
            self.requests += 1
            try:
                method, status, sent, start, wanted, at, address, agent = request(row)
            except (ValueError, TypeError, OverflowError):
                self.malformed += 1
                continue
            newest = at if at > newest else newest
            # 5.5.2, step 1.3: HEAD moves nothing, 304 says that nothing changed, and other answers hold no recording.
            if method != b"GET":
                self.left_out["method"] += 1
            elif status not in (b"200", b"206"):
                self.left_out["status"] += 1
            # Step 1.2.6: two bytes are a question whether ranges are answered.
            elif (start == 0 and wanted == 1) or (status == b"206" and sent <= 2):
                self.left_out["probe"] += 1
            else:
                self._answered(recording, sent, start, at, address, agent)
        if self._windows and len(self._windows) > self.choice.capacity:
            self._windows.forget(newest - 2 * DAY)

    def finish(self) -> None:
        """Close the count: who asked is forgotten, and only numbers are left."""
        self.store.close()

    def _answered(self, recording: Recording, sent: int, start: int, at: int, address: bytes, agent: bytes) -> None:
        choice = self.choice
        if not choice.since <= at < choice.until or (choice.title is not None and choice.title != recording.title):
            self.left_out["not asked for"] += 1
            return
        mark, app = self._apps[agent]
        if app < 0:
            self.left_out[_REASONS[app]] += 1
            return
        listener = self._addresses[address] + mark
        opened = at if self._windows is None else self._windows.opened(recording.title, listener, at)
        self._add(opened, recording, app, listener, start, sent)


_REASONS = {-1: "bot", -2: "watch", -3: "no user agent"}
