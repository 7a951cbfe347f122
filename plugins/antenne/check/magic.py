"""What the first bytes of a file say it is: read here without any library, so that no maker's view is repeated."""

from __future__ import annotations

import re
import struct
from pathlib import Path
from typing import BinaryIO

from msgspec import Struct
from msgspec.structs import replace

_HEAD = 4096
_LARGEST = 30_000_000
_PNG_CHANNELS = {0: (1, False), 2: (3, False), 3: (3, False), 4: (1, True), 6: (3, True)}
_INCH = 0.0254


class PictureFacts(Struct, frozen=True):
    """What a picture's header says: `kind` is JPEG or PNG; `channels` counts colours without transparency.

    `density` is in dots an inch, 0 where nothing is said; `whole` files have their end; `size` is in bytes.
    """

    kind: str
    width: int
    height: int
    channels: int
    alpha: bool
    density: int = 0
    whole: bool = True
    size: int = 0


def file_kind(file: BinaryIO) -> str:
    """Return `mp3`, `mp4`, `ogg`, `flac` or `pdf` by a file's first bytes, or nothing for what we do not know."""
    head = file.read(_HEAD)
    if head[4:8] == b"ftyp":
        return "mp4"
    for start, kind in ((b"OggS", "ogg"), (b"fLaC", "flac"), (b"%PDF", "pdf")):
        if head.startswith(start):
            return kind
    # A frame's first bits, or a tag that stands before the frames; players skip a little noise before them too.
    return "mp3" if head.startswith(b"ID3") or re.search(rb"\xff[\xe2-\xff]", head) else ""


def picture_facts(path: Path) -> PictureFacts | None:
    """Return what a JPEG's or PNG's header says, or None when the file is neither."""
    with path.open("rb") as file:
        data = file.read(_LARGEST)
    try:
        if data.startswith(b"\x89PNG\r\n\x1a\n"):
            found: PictureFacts | None = _png(data)
        else:
            found = _jpeg(data) if data.startswith(b"\xff\xd8\xff") else None
    except (struct.error, IndexError, KeyError):
        return None
    return replace(found, size=path.stat().st_size) if found else None


def _png(data: bytes) -> PictureFacts:
    width, height, _depth, colour = struct.unpack(">IIBB", data[16:26])
    channels, alpha = _PNG_CHANNELS[colour]
    density = 0
    if (at := data.find(b"pHYs", 0, _HEAD)) > 0:
        dots, _, unit = struct.unpack(">IIB", data[at + 4 : at + 13])
        density = round(dots * _INCH) if unit == 1 else 0
    transparent = alpha or b"tRNS" in data[:_HEAD]
    return PictureFacts("PNG", width, height, channels, transparent, density, b"IEND" in data[-64:])


def _jpeg(data: bytes) -> PictureFacts | None:
    """Walk from marker to marker to the frame's header, which holds the size and the number of colours."""
    at, density = 2, 0
    while at < len(data) - 9:
        marker, length = data[at + 1], struct.unpack(">H", data[at + 2 : at + 4])[0]
        if data[at] != 0xFF or length < 2:
            return None
        if data[at + 4 : at + 9] == b"JFIF\0":
            unit, dots = struct.unpack(">BH", data[at + 11 : at + 14])
            density = {1: dots, 2: round(dots * 2.54)}.get(unit, 0)
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width, channels = struct.unpack(">HHB", data[at + 5 : at + 10])
            whole = data.rfind(b"\xff\xd9", -4096) >= 0 if len(data) > 4096 else b"\xff\xd9" in data
            return PictureFacts("JPEG", width, height, channels, False, density, whole)
        at += 2 + length
    return None
