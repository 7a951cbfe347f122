"""The kind of an audio file by its bytes; its name is only compared with it."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

from antenne.filetypes import AudioType


def sniff(stream: BinaryIO) -> AudioType | None:
    """Return the container and codec that a file begins with, past an ID3v2 tag; None for anything else."""
    stream.seek(0)
    head = stream.read(64)
    if head.startswith(b"ID3") and len(head) >= 10:
        size = sum((byte & 127) << shift for byte, shift in zip(head[6:10], (21, 14, 7, 0), strict=True))
        stream.seek(10 + size)
        # Padding may stand between the tag and the sound; what is not FLAC after a tag is for mutagen to judge.
        return AudioType.FLAC if stream.read(4) == b"fLaC" else AudioType.MP3
    if head.startswith(b"fLaC"):
        return AudioType.FLAC
    if head.startswith(b"OggS"):
        return _ogg(head[28:])
    if head[4:8] == b"ftyp":
        return AudioType.M4A
    # Eleven set bits, then a version and a layer that exist.
    synced = len(head) > 2 and head[0] == 0xFF and head[1] & 0xE0 == 0xE0
    return AudioType.MP3 if synced and head[1] & 0x18 != 0x08 and head[1] & 0x06 != 0 else None


def named_rightly(path: Path, kind: AudioType) -> bool:
    """Say whether a file's name fits what it holds; an Ogg file may well hold Opus."""
    return AudioType.of(path.suffix) is kind or (kind is AudioType.OPUS and path.suffix.lower() == ".ogg")


def _ogg(packet: bytes) -> AudioType | None:
    if packet.startswith(b"OpusHead"):
        return AudioType.OPUS
    return AudioType.OGG if packet.startswith(b"\x01vorbis") else None
