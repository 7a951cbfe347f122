"""When a listener's next download is another one: the three windows of the guidelines (IAB 2.3, 5.5.1)."""

from __future__ import annotations

from enum import Enum

from antenne.stats.moments import DAY


class Window(Enum):
    """A calendar day in UTC; 24 hours from the first request; 24 hours from the last one."""

    CALENDAR = "calendar"
    FIRST_TOUCH = "first-touch"
    LAST_TOUCH = "last-touch"


class Rolling:
    """Windows of 24 hours, per listener and episode; each tells the moment at which it opened.

    A window opens with the first request that is part of it. Requests are to come in the order of time.
    """

    def __init__(self, window: Window) -> None:
        self._extends = window is Window.LAST_TOUCH
        self._open: dict[tuple[int, bytes], tuple[int, int]] = {}

    def opened(self, title: int, listener: bytes, at: int) -> int:
        """Return when the window opened in which a request falls; it opens one when there is none."""
        first, last = self._open.get((title, listener), (at, at))
        if at - (last if self._extends else first) >= DAY:
            first = at
        self._open[title, listener] = first, max(at, last)
        return first

    def forget(self, before: int) -> None:
        """Forget the windows that no request has touched since a moment."""
        self._open = {key: window for key, window in self._open.items() if window[1] >= before}

    def __len__(self) -> int:
        return len(self._open)


def rolling(window: Window) -> Rolling | None:
    """Return the windows of a kind, none open; None for calendar days, which are told by the moment alone."""
    return None if window is Window.CALENDAR else Rolling(window)
