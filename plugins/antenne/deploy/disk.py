"""The few operations that change a disk: tests count them, stop before and after each one, or let one fail."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Protocol

from antenne.deploy.manifest import Fingerprint

CHUNK = 1024 * 1024


class Disk(Protocol):
    """What publishing does to a file system; every operation raises OSError when it cannot."""

    def make_folder(self, path: Path) -> None:
        """Make a folder and the folders above it; one that exists is left."""

    def copy(self, source: Path, target: Path, step: Callable[[int], None]) -> Fingerprint:
        """Copy to a new file, put it on the disk for good, and return what was written; `step` is given bytes."""

    def link(self, source: Path, target: Path) -> None:
        """Give a file a second name."""

    def write(self, path: Path, data: bytes) -> None:
        """Write a file and put it on the disk for good."""

    def symlink(self, path: Path, destination: str) -> None:
        """Make a symbolic link that leads to a relative destination."""

    def move(self, source: Path, target: Path) -> None:
        """Give something another name in one step, in the place of what bore it."""

    def sync(self, folder: Path) -> None:
        """Put a folder's names on the disk for good."""

    def remove(self, path: Path) -> None:
        """Remove a file or a symbolic link; one that is gone is no error."""

    def remove_folder(self, path: Path) -> None:
        """Remove an empty folder."""


class LocalDisk:
    """The file system of this machine."""

    def make_folder(self, path: Path) -> None:
        """Make a folder and the folders above it, for all to read; one that exists is left."""
        new = [place for place in (path, *path.parents) if not place.exists()]
        path.mkdir(parents=True, exist_ok=True)
        for place in new:
            _show(place)

    def copy(self, source: Path, target: Path, step: Callable[[int], None]) -> Fingerprint:
        """Copy to a new file, put it on the disk for good, and return what was written; `step` is given bytes."""
        digest, size = hashlib.sha256(), 0
        with source.open("rb") as reading, target.open("xb") as writing:
            _show(target)
            while chunk := reading.read(CHUNK):
                writing.write(chunk)
                digest.update(chunk)
                size += len(chunk)
                step(len(chunk))
            writing.flush()
            os.fsync(writing.fileno())
        return Fingerprint(sha256=digest.hexdigest(), size=size)

    def link(self, source: Path, target: Path) -> None:
        """Give a file a second name."""
        os.link(source, target, follow_symlinks=False)
        _show(target)

    def write(self, path: Path, data: bytes) -> None:
        """Write a file and put it on the disk for good."""
        with path.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())

    def symlink(self, path: Path, destination: str) -> None:
        """Make a symbolic link that leads to a relative destination."""
        path.symlink_to(destination)

    def move(self, source: Path, target: Path) -> None:
        """Give something another name in one step, in the place of what bore it."""
        source.replace(target)

    def sync(self, folder: Path) -> None:
        """Put a folder's names on the disk for good."""
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)

    def remove(self, path: Path) -> None:
        """Remove a file or a symbolic link; one that is gone is no error."""
        path.unlink(missing_ok=True)

    def remove_folder(self, path: Path) -> None:
        """Remove an empty folder."""
        path.rmdir()


def _show(path: Path) -> None:
    """Let everybody read a file or enter a folder: whoever serves the site is another user, whatever the umask says."""
    mode = path.lstat().st_mode
    wanted = mode | (0o555 if stat.S_ISDIR(mode) else 0o444)
    if wanted != mode:
        # A disk that knows no permissions lets everybody read anyway.
        with suppress(OSError):
            path.chmod(stat.S_IMODE(wanted))


def remove_tree(disk: Disk, folder: Path) -> None:
    """Remove a folder with all that it holds, following no link out of it."""
    for place, folders, files in os.walk(folder, topdown=False):
        for name in sorted(files):
            disk.remove(Path(place, name))
        for name in sorted(folders):
            inner = Path(place, name)
            if inner.is_symlink():
                disk.remove(inner)
            else:
                disk.remove_folder(inner)
    disk.remove_folder(folder)
