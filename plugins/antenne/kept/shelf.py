"""One file of rows that a build leaves for the next one; whatever is wrong with it, it is as if it were not there."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Mapping
from contextlib import closing, suppress
from pathlib import Path

Rows = dict[str, dict[str, bytes]]
"""By space, then by key."""

_FORM = 1
"""To be raised when what stands in the rows changes its form."""
_TABLE = "CREATE TABLE IF NOT EXISTS kept (space TEXT, key TEXT, value BLOB, PRIMARY KEY (space, key)) WITHOUT ROWID"
_ERRORS = (sqlite3.Error, OSError, UnicodeError, OverflowError, ValueError)


def read_shelf(path: Path, seal: bytes) -> Rows:
    """Return the rows that were sealed so; none at all when any is missing, cut or another than it was."""
    if not seal or not path.is_file():
        return {}
    rows: Rows = {}
    try:
        with closing(sqlite3.connect(path)) as database:
            for space, key, value in database.execute("SELECT space, key, value FROM kept"):
                rows.setdefault(space, {})[key] = value
        return rows if _seal_of(rows) == seal else {}
    except (*_ERRORS, TypeError, AttributeError):
        return {}


def write_shelf(path: Path, rows: Rows, before: Rows) -> bytes:
    """Write rows in the place of those that were there `before`, and return their seal; empty when that cannot be.

    What is the same is not written again. A write that is broken off leaves the rows that were there.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if not before:
            _remove(path)
        with closing(sqlite3.connect(path, timeout=10)) as database, database:
            # It can be made again at any time: its seal tells whether it came through a power cut.
            database.execute("PRAGMA synchronous = OFF")
            database.execute(_TABLE)
            for space in {**before, **rows}:
                _change(database, space, before.get(space, {}), rows.get(space, {}))
        return _seal_of(rows)
    except _ERRORS:
        _remove(path)
        return b""


def _change(database: sqlite3.Connection, space: str, before: Mapping[str, bytes], after: Mapping[str, bytes]) -> None:
    gone = before.keys() - after.keys()
    database.executemany("DELETE FROM kept WHERE space = ? AND key = ?", ((space, key) for key in sorted(gone)))
    news = ((space, key, value) for key, value in after.items() if before.get(key) != value)
    database.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?, ?)", news)


def _seal_of(rows: Rows) -> bytes:
    """Return a digest of all rows, whatever order they come in."""
    total = _FORM
    for space, held in rows.items():
        for key, value in held.items():
            name = f"{space}\0{key}\0".encode()
            total += int.from_bytes(hashlib.blake2b(name + value, digest_size=32).digest())
    return (total % (1 << 256)).to_bytes(32)


def _remove(path: Path) -> None:
    for one in (path, path.with_name(f"{path.name}-journal")):
        with suppress(OSError):
            one.unlink(missing_ok=True)
