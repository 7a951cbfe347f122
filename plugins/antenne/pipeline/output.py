"""The folder that a site is written into, and its change from one good site to the next."""

from __future__ import annotations

import fcntl
import hashlib
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import IO

from antenne.media import link_or_copy

_EVERY_SITE = ("404.html", "robots.txt", "sitemap.xml")
"""Files that every built site has: a folder without them was not made by Antenne, and is not replaced by it."""


class OutputRefused(Exception):
    """The output folder cannot be used: the text says why and what to do. `code` is the exit code."""

    code = 2


class OutputIsBusy(OutputRefused):
    """Another build is under way; sysexits.h calls it a temporary failure."""

    code = 75


@dataclass(frozen=True, slots=True)
class Output:
    """A folder under which files are written, and nowhere else; `written` are their paths so far.

    `base` is the folder of the last good build: what is as it was there is not written again, and is among the `same`.
    """

    folder: Path
    base: Path | None = None
    written: set[str] = field(default_factory=set)
    same: set[str] = field(default_factory=set)
    _made: set[Path] = field(default_factory=set)

    def write(self, path: str, data: bytes) -> None:
        """Write one file; the path is relative to the folder and stays inside it."""
        if self._stood(path, data):
            self.keep(path)
        else:
            self._place(path).write_bytes(data)

    def link(self, path: str, source: Path) -> None:
        """Let a file stand at a path that has the same bytes as `source`, which nobody changes any more."""
        link_or_copy(source, self._place(path))

    def put(self, path: str, data: bytes | None) -> None:
        """Write one file, or keep it as it stands in the last good build where there are no bytes."""
        if data is None:
            self.keep(path)
        else:
            self.write(path, data)

    def all_same(self, files: Iterable[str]) -> frozenset[str]:
        """Return which files are as they were in the last good build: kept, or by number the same on the disk."""
        if self.base is None:
            return frozenset()
        return frozenset(path for path in files if path in self.same or _is_one(self.folder / path, self.base / path))

    def keep(self, path: str) -> None:
        """Let a file stand at a path as it stands there in the last good build."""
        assert self.base is not None
        link_or_copy(self.base / path, self._place(path))
        self.same.add(path)

    def _stood(self, path: str, data: bytes) -> bool:
        """Say whether a file had these bytes in the last good build: to read it costs a quarter of writing it."""
        try:
            return self.base is not None and (self.base / path).read_bytes() == data
        except (OSError, ValueError):
            return False

    def _place(self, path: str) -> Path:
        parts = PurePosixPath(path).parts
        if not parts or path.startswith("/") or ".." in parts or "\0" in path or "\\" in path:
            raise OutputRefused(f"A file of the site would be written outside its folder: {path!r}.")
        self.written.add(path)
        place = self.folder.joinpath(*parts)
        if place.parent not in self._made:
            place.parent.mkdir(parents=True, exist_ok=True)
            self._made.add(place.parent)
        return place


def _is_one(new: Path, old: Path) -> bool:
    try:
        return os.path.samestat(new.stat(), old.stat())
    except OSError:
        return False


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


def staging(output: Path) -> Path:
    """Return an empty folder beside `output` to build in; what a killed build left there is removed."""
    if output.is_symlink() or (output.exists() and not output.is_dir()):
        raise OutputRefused(f"{output} is not a folder. Move it away, or set OUTPUT_PATH to another folder.")
    if output.is_dir() and any(output.iterdir()) and not _is_site(output):
        raise OutputRefused(
            f"{output} holds files that Antenne did not make. Move them away, or set OUTPUT_PATH to another folder."
        )
    fresh = output.with_name(f".{output.name}.next")
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir(parents=True)
    return fresh


def _is_site(folder: Path) -> bool:
    return all((folder / name).is_file() for name in _EVERY_SITE)


def replace_output(fresh: Path, output: Path) -> None:
    """Put a finished folder in the place of `output`; the old one goes last."""
    old = output.with_name(f".{output.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    if output.exists():
        os.replace(output, old)  # noqa: PTH105 — a folder is renamed over nothing
    os.replace(fresh, output)  # noqa: PTH105
    shutil.rmtree(old, ignore_errors=True)
