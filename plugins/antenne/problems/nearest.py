"""The nearest known word to one that is not known."""

from __future__ import annotations

import difflib
from collections.abc import Iterable


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word that is most like `word`, or None when none is near."""
    found = difflib.get_close_matches(word[:200].lower(), sorted(known), n=1, cutoff=0.6)
    return found[0] if found else None
