"""Blocks of whole lines out of a log, plain or gzip, from a file or a stream; memory is bounded whatever it holds."""

from __future__ import annotations

import gzip
import sys
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BufferedReader
from pathlib import Path
from typing import IO

BLOCK = 1 << 20
"""Bytes that are read at once."""
LONGEST = 1 << 16
"""Bytes of the longest line that is read; servers take shorter requests."""
STDIN = "-"
_GZIP = b"\x1f\x8b"
_BROKEN = (EOFError, gzip.BadGzipFile, zlib.error)


class LogUnreadable(Exception):
    """A log cannot be read, or not to its end; the message is a sentence for the author."""


def blocks_of(name: str) -> Iterator[bytes]:
    """Give the lines of a log, some at a time and each ended; `-` is standard input. A line too long is given empty.

    Raise LogUnreadable when it breaks off; what came before has been given.
    """
    rest = b""
    try:
        with _opened(name) as log:
            pieces = _pieces(log)
            for piece in pieces:
                whole, newline, rest = (rest + piece).rpartition(b"\n")
                if newline:
                    yield _short(whole + newline)
                if len(rest) > LONGEST:
                    yield b"\n"
                    rest = _after_line(pieces)
            if rest:
                yield _short(rest if rest.endswith(b"\n") else rest + b"\n")
    except _BROKEN as error:
        raise LogUnreadable(f"{name} is damaged: its compressed data break off or are wrong ({error}).") from None


def _pieces(log: BufferedReader) -> Iterator[bytes]:
    """Give what a log holds, about a block at a time; of one that breaks off all that came before, then the error."""
    parts: list[bytes] = []
    size = 0
    try:
        while part := log.read1(BLOCK):
            parts.append(part)
            size += len(part)
            if size >= BLOCK:
                yield b"".join(parts)
                parts, size = [], 0
    except _BROKEN:
        yield b"".join(parts)
        raise
    yield b"".join(parts)


@contextmanager
def _opened(name: str) -> Iterator[BufferedReader]:
    if name == STDIN:
        yield _plain(sys.stdin.buffer)
        return
    with Path(name).open("rb") as file:
        yield _plain(file)


def _plain(file: IO[bytes]) -> BufferedReader:
    """Return what a log holds, uncompressed: its first bytes tell, not its name."""
    buffered = file if isinstance(file, BufferedReader) else BufferedReader(file)  # type: ignore[type-var]
    return gzip.GzipFile(fileobj=buffered) if buffered.peek(2)[:2] == _GZIP else buffered  # type: ignore[return-value]


def _after_line(pieces: Iterator[bytes]) -> bytes:
    """Return what follows the rest of a line that is too long."""
    for piece in pieces:
        _, newline, rest = piece.partition(b"\n")
        if newline:
            # More whole lines may follow in this piece: the caller joins the next one to it.
            return rest
    return b""


def _short(block: bytes) -> bytes:
    """Return a block without the lines that are too long; each leaves an empty line, which no format takes."""
    if not _has_long(block):
        return block
    return b"\n".join(line if len(line) <= LONGEST else b"" for line in block.split(b"\n"))


def _has_long(block: bytes) -> bool:
    """Say whether a block has a line that is too long, looking at one place per LONGEST bytes."""
    start = 0
    while len(block) - start > LONGEST:
        end = block.rfind(b"\n", start, start + LONGEST)
        if end < 0:
            return True
        start = end + 1
    return False
