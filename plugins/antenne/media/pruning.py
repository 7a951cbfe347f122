"""Forgets what nobody has any more: pictures and copies of files that no output holds."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

_FOLDERS = ("images", "audio")


def prune(root: Path, before: float) -> int:
    """Remove files of a store that no output holds, and that the last one let go before a time; return how many.

    Outputs and releases hold hard links of the store's files, so the system counts who has one, and a file's ctime is
    when that last changed (seconds since 1970). On a disk without such links nothing tells, and nothing is removed.
    """
    files = list(_files(root))
    if not any(status.st_nlink > 1 for _, status in files):
        return 0
    gone = [path for path, status in files if status.st_nlink == 1 and status.st_ctime < before]
    for path in gone:
        path.unlink(missing_ok=True)
    return len(gone)


def _files(root: Path) -> Iterator[tuple[Path, os.stat_result]]:
    """Give every file with what the system says of it: also what a killed build has left half written."""
    for folder in _FOLDERS:
        for place, _, names in os.walk(root / folder):
            for name in names:
                path = Path(place, name)
                try:
                    yield path, path.stat()
                except OSError:
                    continue  # another build has just put it in its place
