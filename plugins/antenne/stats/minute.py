"""How much of a recording is a minute of it: what must have been sent before a download counts (IAB 2.3, 5.5.3)."""

from __future__ import annotations

from math import ceil
from pathlib import Path

from antenne.model import AudioFile, VideoFile

MINUTE = 60
"""Seconds of content."""
ASSUMED = 1_000_000
"""Bytes of a minute where a recording's length of time is not known: 128 kbit/s and a small header."""
_BOXES = 64
"""The boxes at the head of an MP4 that are looked at."""


def minute_of(file: AudioFile | VideoFile) -> int:
    """Return how many bytes are a file's header and a minute of its content; the whole file when that is shorter."""
    header = min(header_of(file.source), file.length)
    if file.duration <= MINUTE:
        return file.length
    return min(file.length, header + ceil((file.length - header) * MINUTE / file.duration))


def header_of(path: Path) -> int:
    """Return how many bytes stand before the content: ID3v2 in MP3, all up to the media in MP4; 0 when unknown."""
    try:
        with path.open("rb") as file:
            head = file.read(16)
            if head[:3] == b"ID3" and len(head) >= 10:
                # ID3v2.4, 3.1: four times seven bits, and a footer of ten bytes when a flag says so.
                size = sum((byte & 0x7F) << shift for byte, shift in zip(head[6:10], (21, 14, 7, 0), strict=True))
                return 10 + size + (10 if head[5] & 0x10 else 0)
            if head[4:8] != b"ftyp":
                return 0
            return _before_media(path)
    except OSError:
        return 0


def _before_media(path: Path) -> int:
    """Return where the media data of an MP4 begin, 0 when they stand before what describes them."""
    place = 0
    with path.open("rb") as file:
        for _ in range(_BOXES):
            file.seek(place)
            head = file.read(16)
            if len(head) < 8:
                return 0
            size, kind = int.from_bytes(head[:4], "big"), head[4:8]
            if kind == b"mdat":
                return place
            size = int.from_bytes(head[8:16], "big") if size == 1 else size
            if size < 8:
                return 0
            place += size
    return 0
