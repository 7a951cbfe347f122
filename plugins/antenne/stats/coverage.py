"""How much of a recording several answers are together."""

from __future__ import annotations

from antenne.stats.request import UNKNOWN

_MOST = 256
"""Parts of one recording that are kept apart; a player that asks for more is far beyond a minute."""


class Coverage:
    """The bytes of a recording that a listener was sent, each place once.

    Where a log does not tell from which place on an answer was, its bytes are added: none other is known of them.
    """

    __slots__ = ("_parts", "_somewhere")

    def __init__(self) -> None:
        self._parts: list[tuple[int, int]] = []
        self._somewhere = 0

    def add(self, start: int, sent: int) -> int:
        """Add an answer; return how many bytes there are together."""
        if start == UNKNOWN:
            self._somewhere += sent
        elif sent > 0:
            self._parts = _joined([*self._parts, (start, start + sent)])
        return self._somewhere + sum(end - begin for begin, end in self._parts)


def _joined(parts: list[tuple[int, int]]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for begin, end in sorted(parts):
        if joined and begin <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((begin, end))
    return joined[:_MOST]
