"""What the first frame of an MP3 says: read here without any library, so that no maker's view is repeated."""

from __future__ import annotations

import re
import struct
from typing import BinaryIO

from msgspec import Struct

_SYNC = re.compile(rb"\xff[\xe2-\xff]")
_SEARCHED = 65536
_LAYER_3 = 1
_KILOBITS = {
    1: (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320),
    2: (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
}
_RATES = (44100, 48000, 32000)


class MpegFacts(Struct, frozen=True):
    """Samples a second, channels (1 or 2), kbit/s on average, and seconds."""

    rate: int
    channels: int
    kilobits: int
    seconds: float


def read_mpeg(file: BinaryIO, size: int) -> MpegFacts | None:
    """Return what the first frame of layer III says, and a Xing header in it; None when there is no such frame.

    The file is `size` bytes long.
    """
    file.seek(0)
    start = _after_tag(file.read(10))
    file.seek(start)
    data = file.read(_SEARCHED)
    for found in _SYNC.finditer(data):
        facts = _frame(data[found.start() : found.start() + 400], size - start - found.start())
        if facts is not None:
            return facts
    return None


def _after_tag(head: bytes) -> int:
    """Return where the audio begins behind an ID3v2 tag, whose size has seven bits in each byte."""
    if len(head) < 10 or not head.startswith(b"ID3"):
        return 0
    size = 0
    for byte in head[6:10]:
        size = size << 7 | byte & 0x7F
    return size + 10


def _frame(frame: bytes, size: int) -> MpegFacts | None:
    if len(frame) < 4:
        return None
    version, layer = frame[1] >> 3 & 3, frame[1] >> 1 & 3
    bits, rate = frame[2] >> 4, frame[2] >> 2 & 3
    if version == 1 or layer != _LAYER_3 or bits in (0, 15) or rate == 3:
        return None
    # MPEG 1 has whole rates and 1152 samples a frame, 2 has half of both, 2.5 a quarter of the rates.
    first = version == 3
    samples = 1152 if first else 576
    hertz = _RATES[rate] // {3: 1, 2: 2, 0: 4}[version]
    channels = 1 if frame[3] >> 6 == 3 else 2
    kilobits = _KILOBITS[1 if first else 2][bits]
    frames, varies = _xing(frame)
    seconds = frames * samples / hertz if frames else size / (kilobits * 125)
    average = round(size / seconds / 125) if varies and seconds else kilobits
    return MpegFacts(hertz, channels, average, seconds)


def _xing(frame: bytes) -> tuple[int, bool]:
    """Return the number of frames that a Xing header counts, 0 for none, and whether their sizes vary."""
    for name in (b"Xing", b"Info"):
        at = frame.find(name)
        if 4 <= at <= 40 and len(frame) >= at + 12:
            flags, frames = struct.unpack(">II", frame[at + 4 : at + 12])
            return (frames if flags & 1 else 0), name == b"Xing"
    return 0, False
