"""Real recordings made of bytes: silence, as short as a test wants it."""

from __future__ import annotations

from pathlib import Path

from mutagen.id3 import ID3, TDRC, TIT2

FRAME = bytes.fromhex("fffb9064") + bytes(413)
"""One frame of silence: MPEG 1 layer III, 128 kbit/s, 44.1 kHz, 1152 samples in 417 bytes."""

_FRAMES_PER_SECOND = 44100 / 1152


_SMALL_FRAME = bytes.fromhex("fff310c4") + bytes(22)
"""One frame of silence: MPEG 2 layer III, 8 kbit/s, 22.05 kHz, mono, 576 samples in 26 bytes."""


def silent_hours(path: Path, seconds: float) -> Path:
    """Write a silent MP3 so small that it can last for hours (a kilobyte a second), and return its path."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(_SMALL_FRAME * round(seconds * 22050 / 576))
    return path


def silent_mp3(path: Path, seconds: float = 2.0, *, title: str = "", date: str = "") -> Path:
    """Write a silent MP3 of a length in seconds, with a title and date tag where given, and return its path."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(FRAME * max(1, round(seconds * _FRAMES_PER_SECOND)))
    if title or date:
        tags = ID3()
        tags.setall("TIT2", [TIT2(encoding=3, text=[title])] if title else [])
        tags.setall("TDRC", [TDRC(encoding=3, text=[date])] if date else [])
        tags.save(path)
    return path
