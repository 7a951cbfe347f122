"""Who may use an output folder and a store, and what says that one may not."""

from __future__ import annotations

import fcntl
import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO


class OutputRefused(Exception):
    """The output folder cannot be used: the text says why and what to do. `code` is the exit code."""

    code = 2


class OutputIsBusy(OutputRefused):
    """Another build is under way; sysexits.h calls it a temporary failure."""

    code = 75


@contextmanager
def held(output: Path, cache: Path) -> Iterator[None]:
    """Keep an output folder to oneself and a store from being cleared; raise OutputRefused when another build has it.

    A killed process lets go by itself: the system forgets its locks.
    """
    with _lock(cache, _name_of(output)) as lock, _lock(cache, _STORE) as store:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise OutputIsBusy(
                f"Another build into {output} is under way. Wait until it has ended, then give the command again."
            ) from None
        fcntl.flock(store, fcntl.LOCK_SH)
        yield


@contextmanager
def store_alone(cache: Path) -> Iterator[bool]:
    """Keep builds from using a store, and give whether that is so: not while one is under way."""
    with _lock(cache, _STORE) as store:
        try:
            fcntl.flock(store, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
        else:
            yield True


_STORE = "store"
"""The lock that builds share, and that who clears the store has alone."""


def _name_of(output: Path) -> str:
    return hashlib.sha256(os.fsencode(output)).hexdigest()[:16]


def _lock(cache: Path, name: str) -> IO[bytes]:
    place = cache / "locks" / name
    place.parent.mkdir(parents=True, exist_ok=True)
    return place.open("ab")
