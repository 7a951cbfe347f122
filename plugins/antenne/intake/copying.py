"""Copies a file whole, and reads the copy again to be sure."""

from __future__ import annotations

import hashlib
import os
import shutil
from pathlib import Path


class CopyFailed(Exception):
    """A copy does not have the bytes of its source: the text says so."""


def copy_whole(source: Path, target: Path, digest: str) -> None:
    """Copy a file to the disk and verify the copy by its SHA-256 in hex; raise CopyFailed or OSError."""
    with source.open("rb") as reading, target.open("xb") as writing:
        shutil.copyfileobj(reading, writing, 1 << 20)
        writing.flush()
        os.fsync(writing.fileno())
    with target.open("rb") as copy:
        if hashlib.file_digest(copy, "sha256").hexdigest() != digest:
            raise CopyFailed(
                "The copy of the recording differs from the file: it changed while it was read. Try again."
            )
