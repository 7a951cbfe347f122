"""Clears up the store after a build, once a day at most."""

from __future__ import annotations

import time
from contextlib import suppress
from pathlib import Path

from antenne.media import prune
from antenne.pipeline.locks import store_alone

_DAY = 24 * 3600
_KEPT = 30 * _DAY
"""Seconds for which a picture or a recording stays that no output holds: who goes back finds it."""


def clear_up(cache: Path) -> None:
    """Remove what no output has held for a month, unless another build is under way; a disk that refuses is no harm."""
    mark = cache / "pruned"
    with suppress(OSError):
        if _age(mark) < _DAY:
            return
        with store_alone(cache) as alone:
            if alone:
                prune(cache, time.time() - _KEPT)
                mark.touch()


def _age(mark: Path) -> float:
    try:
        return abs(time.time() - mark.stat().st_mtime)
    except FileNotFoundError:
        return float("inf")
