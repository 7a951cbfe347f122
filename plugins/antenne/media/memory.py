"""What was found out about files, kept between builds: one small SQLite file that may be lost at any time."""

from __future__ import annotations

import json
import os
import sqlite3
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

_TABLE = """
CREATE TABLE IF NOT EXISTS facts (
    path TEXT, kind TEXT, size INTEGER, mtime_ns INTEGER, ctime_ns INTEGER, value TEXT, PRIMARY KEY (path, kind)
) WITHOUT ROWID
"""
_TOO_NEW = 50_000_000
"""Nanoseconds: a file changed so lately could change again within one tick of the disk's clock, unseen."""

_RECENT = 64
"""Of so many files at most all facts are at hand: those of one are asked for one after the other."""

Stamp = tuple[int, int, int]


class Memory:
    """Facts about files by path and kind, forgotten when a file's size or times change; safe for two builds at once."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.Lock()
        self._database: sqlite3.Connection | None = None
        self._recent: dict[str, dict[tuple[object, ...], str]] = {}

    def recall(self, path: Path, kind: str, make: Callable[[], Any]) -> Any:
        """Return what `make` once said of a file, as JSON gives it back; make it now if the file is new."""
        name, stamp = str(path.absolute()), _stamp(path)
        known = self._get(name, kind, stamp)
        if known is not None:
            return known
        value = make()
        if _stamp(path) == stamp and time.time_ns() - max(stamp[1:]) > _TOO_NEW:
            self._put(name, kind, stamp, value)
        return value

    def close(self) -> None:
        """Close the file; the next question opens it again."""
        with self._lock:
            self._recent.clear()
            if self._database is not None:
                self._database.close()
                self._database = None

    def _get(self, name: str, kind: str, stamp: Stamp) -> Any:
        known = self._recent.get(name)
        if known is None:
            if len(self._recent) >= _RECENT:
                self._recent.clear()
            query = "SELECT kind, size, mtime_ns, ctime_ns, value FROM facts WHERE path = ?"
            known = self._recent[name] = {tuple(row[:4]): row[4] for row in self._run(query, (_key(name),))}
        try:
            return json.loads(known[kind, *stamp])
        except (KeyError, ValueError, TypeError):
            return None

    def _put(self, name: str, kind: str, stamp: Stamp, value: Any) -> None:
        self._recent.pop(name, None)
        self._run(
            "INSERT OR REPLACE INTO facts VALUES (?, ?, ?, ?, ?, ?)", (_key(name), kind, *stamp, json.dumps(value))
        )

    def _run(self, query: str, values: tuple[object, ...]) -> list[Any]:
        """Run a query; a broken file is thrown away, and a disk that cannot be written only costs the memory."""
        with self._lock:
            for _ in range(2):
                try:
                    self._database = self._database or self._open()
                    with self._database:
                        return self._database.execute(query, values).fetchall()
                except sqlite3.OperationalError:
                    return []
                except sqlite3.DatabaseError:
                    self._throw_away()
        return []

    def _open(self) -> sqlite3.Connection:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        database = sqlite3.connect(self._path, timeout=10, check_same_thread=False)
        try:
            # It can be made again at any time, so it need not survive a power cut.
            database.execute("PRAGMA synchronous = OFF")
            database.execute(_TABLE)
        except sqlite3.Error:
            database.close()
            raise
        return database

    def _throw_away(self) -> None:
        if self._database is not None:
            self._database.close()
            self._database = None
        self._path.unlink(missing_ok=True)
        self._path.with_name(self._path.name + "-journal").unlink(missing_ok=True)


def _stamp(path: Path) -> Stamp:
    found = path.stat()
    return found.st_size, found.st_mtime_ns, found.st_ctime_ns


def _key(name: str) -> bytes:
    return os.fsencode(name)
