"""Old addresses that lead on, as the built site's map of redirects names them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct

REDIRECTS = "_redirects"
"""The map, a rule a line: from, to, status; a star at the end of the one is `:splat` in the other."""

_SPLAT = ":splat"


class Move(Struct, frozen=True, kw_only=True):
    """One old address, percent-encoded as in a request, and where it leads for good.

    With `and_below`, whatever follows the old address follows the new one.
    """

    old: str
    new: str
    and_below: bool = False


def read_moves(folder: Path) -> tuple[Move, ...]:
    """Return the redirects of a built site, in the order in which they are to be tried."""
    try:
        lines = (folder / REDIRECTS).read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError):
        return ()
    return tuple(moves_of(lines))


def moves_of(lines: Iterable[str]) -> Iterable[Move]:
    """Give the redirects of a map's lines; what is no rule for good is left out."""
    for line in lines:
        parts = line.split()
        if len(parts) == 3 and parts[2] == "301" and parts[0].startswith("/"):
            old, new, _ = parts
            below = old.endswith("*") and new.endswith(_SPLAT)
            yield Move(old=old.removesuffix("*"), new=new.removesuffix(_SPLAT), and_below=below)
