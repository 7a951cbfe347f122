"""What the first bytes of a file say it is: read here without any library, so that no maker's view is repeated."""

from __future__ import annotations

import re
import struct
from dataclasses import dataclass
from pathlib import Path

_HEAD = 4096
_SMALLEST, _LARGEST = 1400, 3000
_ENDINGS = {".jpg": "JPEG", ".jpeg": "JPEG", ".png": "PNG"}
_PNG_CHANNELS = {0: (1, False), 2: (3, False), 3: (3, False), 4: (1, True), 6: (3, True)}


@dataclass(frozen=True, slots=True)
class PictureFacts:
    """What a picture's header says: `kind` is JPEG or PNG; `channels` counts colours without transparency."""

    kind: str
    width: int
    height: int
    channels: int
    alpha: bool


def audio_kind(path: Path) -> str:
    """Return `mp3`, `mp4`, `ogg` or `flac` by a file's first bytes, or nothing when it is no audio that we know."""
    with path.open("rb") as file:
        head = file.read(_HEAD)
    if head[4:8] == b"ftyp":
        return "mp4"
    if head.startswith(b"OggS"):
        return "ogg"
    if head.startswith(b"fLaC"):
        return "flac"
    # A frame's first bits, or a tag that stands before the frames; players skip a little noise before them too.
    return "mp3" if head.startswith(b"ID3") or re.search(rb"\xff[\xe2-\xff]", head) else ""


def picture_facts(path: Path) -> PictureFacts | None:
    """Return what a JPEG's or PNG's header says, or None when the file is neither."""
    data = path.read_bytes()
    try:
        if data.startswith(b"\x89PNG\r\n\x1a\n"):
            return _png(data)
        if data.startswith(b"\xff\xd8\xff"):
            return _jpeg(data)
    except (struct.error, IndexError, KeyError):
        return None
    return None


def picture_faults(facts: PictureFacts | None, address: str) -> list[str]:
    """Return what keeps a picture from being podcast artwork, as ends of a sentence."""
    if facts is None:
        return ["is neither a JPEG nor a PNG"]
    faults = []
    if facts.width != facts.height:
        faults.append(f"is not square but {facts.width} by {facts.height} pixels")
    if not (_SMALLEST <= facts.width <= _LARGEST and _SMALLEST <= facts.height <= _LARGEST):
        faults.append(f"is {facts.width} by {facts.height} pixels, and not between {_SMALLEST} and {_LARGEST}")
    if _ENDINGS.get(Path(address).suffix) != facts.kind:
        faults.append(f"does not end as a {facts.kind} does")
    if facts.channels != 3:
        faults.append("is not in RGB colours")
    if facts.alpha:
        faults.append("is transparent in places")
    return faults


def _png(data: bytes) -> PictureFacts:
    width, height, _depth, colour = struct.unpack(">IIBB", data[16:26])
    channels, alpha = _PNG_CHANNELS[colour]
    return PictureFacts("PNG", width, height, channels, alpha or b"tRNS" in data[:_HEAD])


def _jpeg(data: bytes) -> PictureFacts | None:
    """Walk from marker to marker to the frame's header, which holds the size and the number of colours."""
    at = 2
    while at < len(data) - 9:
        marker, length = data[at + 1], struct.unpack(">H", data[at + 2 : at + 4])[0]
        if data[at] != 0xFF or length < 2:
            return None
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width, channels = struct.unpack(">HHB", data[at + 5 : at + 10])
            return PictureFacts("JPEG", width, height, channels, False)
        at += 2 + length
    return None
