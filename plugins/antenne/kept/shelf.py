"""One file of rows that a build leaves for the next one; whatever is wrong with it, it is as if it were not there."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, suppress
from pathlib import Path

Rows = dict[str, dict[str, bytes]]
"""By space, then by key."""
Laid = Iterable[tuple[str, Iterable[tuple[str, bytes]]]]
"""Spaces, each once, and the keys and values of each."""

_FORM = 1
"""To be raised when what stands in the rows changes its form."""
_BYTES = 32
_LARGEST = 1 << 8 * _BYTES
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


def write_shelf(path: Path, rows: Laid, before: Rows, seal: bytes = b"") -> bytes:
    """Write rows in the place of those that were there `before` with their seal; return theirs, empty if that fails.

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
            total = int.from_bytes(seal) if before else _FORM
            left = dict(before)
            for space, held in rows:
                total += _change(database, space, left.pop(space, {}), held)
            for space, held_before in left.items():
                total += _change(database, space, held_before, ())
        return _sealed(total)
    except _ERRORS:
        _remove(path)
        return b""


def _change(
    database: sqlite3.Connection, space: str, before: Mapping[str, bytes], after: Iterable[tuple[str, bytes]]
) -> int:
    """Write the rows of a space, each as it comes: all of them are many megabytes. Return what that adds to the sum."""
    gone, added = dict(before), 0

    def news() -> Iterator[tuple[str, str, bytes]]:
        nonlocal added
        for key, value in after:
            old = gone.pop(key, None)
            if old == value:
                continue
            added += _digest(space, key, value) - (0 if old is None else _digest(space, key, old))
            yield space, key, value

    database.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?, ?)", news())
    database.executemany("DELETE FROM kept WHERE space = ? AND key = ?", ((space, key) for key in sorted(gone)))
    return added - sum(_digest(space, key, value) for key, value in gone.items())


def _seal_of(rows: Rows) -> bytes:
    return _sealed(
        _FORM + sum(_digest(space, key, value) for space, held in rows.items() for key, value in held.items())
    )


def _sealed(total: int) -> bytes:
    """Return the seal of a sum of digests, the same whatever order they come in."""
    return (total % _LARGEST).to_bytes(_BYTES)


def _digest(space: str, key: str, value: bytes) -> int:
    return int.from_bytes(hashlib.blake2b(f"{space}\0{key}\0".encode() + value, digest_size=_BYTES).digest())


def _remove(path: Path) -> None:
    for one in (path, path.with_name(f"{path.name}-journal")):
        with suppress(OSError):
            one.unlink(missing_ok=True)
