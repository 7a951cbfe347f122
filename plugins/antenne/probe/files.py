"""Files put in place in one step: a reader sees the whole of one, or none."""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from antenne.probe.errors import MediaError

_BLOCK = 1 << 20
_STAMP = 946_684_800_000_000_000
"""The time of change, in nanoseconds, that every file of the store bears: whatever writes into one moves it.

The output shares these files, and a tool that works on the output in place must not spoil the store for ever.
"""


@contextmanager
def replacing(target: Path) -> Iterator[IO[bytes]]:
    """Open a new file that takes the target's place when all went well, written to the disk; else it is removed."""
    target.parent.mkdir(parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(dir=target.parent, prefix=".new-")
    temporary = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        temporary.chmod(0o644)
        os.utime(temporary, ns=(_STAMP, _STAMP))
        temporary.replace(target)
    finally:
        temporary.unlink(missing_ok=True)


def write_whole(target: Path, data: bytes) -> None:
    """Write a file of the store; what is there already under that name has the same content."""
    if not is_intact(target):
        with replacing(target) as stream:
            stream.write(data)


def is_intact(path: Path) -> bool:
    """Say whether a file of the store is there and nobody has written into it since."""
    try:
        return path.stat().st_mtime_ns == _STAMP
    except OSError:
        return False


def digest_of(path: Path) -> str:
    """Return the SHA-256 of a file's bytes in hex."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def copy_verified(source: Path, target: Path, digest: str) -> None:
    """Copy a file whole; raise MediaError when what was copied has not the digest: the file is being changed."""
    hasher = hashlib.sha256()
    with source.open("rb") as stream, replacing(target) as copy:
        while block := stream.read(_BLOCK):
            hasher.update(block)
            copy.write(block)
        if hasher.hexdigest() != digest:
            raise MediaError(
                "This file changed while it was being copied; wait until it is finished, then build again."
            )


def link_or_copy(source: Path, target: Path) -> None:
    """Put a file of the store in the output: a hard link where the disk can, else a copy; in one step."""
    try:
        os.link(source, target)
    except FileExistsError:
        _replace(source, target)
    except FileNotFoundError:
        target.parent.mkdir(parents=True, exist_ok=True)
        _replace(source, target)
    except OSError:
        _replace(source, target)


def _replace(source: Path, target: Path) -> None:
    """Put a file in the place of another, which nobody sees half written."""
    if target.exists() and target.samefile(source):
        return
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=".new-") as folder:
        temporary = Path(folder, "file")
        try:
            temporary.hardlink_to(source)
        except OSError:
            shutil.copyfile(source, temporary)
        temporary.replace(target)
