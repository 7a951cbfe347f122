"""Reading one audio file, in the worker: whatever it raises is caught there."""

# mypy: disallow-untyped-calls=False
from __future__ import annotations

import hashlib
import math
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any, BinaryIO

from mutagen.flac import FLAC
from mutagen.mp3 import MP3
from mutagen.mp4 import MP4
from mutagen.oggopus import OggOpus
from mutagen.oggvorbis import OggVorbis

from antenne.filetypes import AudioType
from antenne.probe.files import write_whole
from antenne.probe.found import Found
from antenne.probe.id3 import read_id3
from antenne.probe.mp4 import is_whole, read_mp4
from antenne.probe.sniff import named_rightly, sniff
from antenne.probe.vorbis import read_vorbis

Facts = dict[str, Any]
"""What the worker tells: plain values that JSON holds; `error` alone when the file cannot be used."""


def probe_file(path: Path, covers: Path) -> Facts:
    """Return the facts of an audio file; its embedded cover goes to the folder `covers` under its digest."""
    with path.open("rb") as stream:
        kind = sniff(stream)
        if kind is None or not named_rightly(path, kind):
            return {"error": "lies"}
        stream.seek(0)
        info, found = _READERS[kind](stream)
        length = stream.seek(0, 2)
    if info is None:
        return {"error": "short" if kind is AudioType.M4A else "lies"}
    duration = float(info.length)
    if not math.isfinite(duration) or duration <= 0:
        return {"error": "empty"}
    bitrate = int(getattr(info, "bitrate", 0) or length * 8 / duration)
    if kind is AudioType.MP3 and length < 0.9 * bitrate * duration / 8:
        return {"error": "short"}
    return _facts(kind, duration, bitrate, info, found, covers)


def _facts(kind: AudioType, duration: float, bitrate: int, info: Any, found: Found, covers: Path) -> Facts:
    facts: Facts = {
        "type": kind.name,
        "duration": round(duration, 3) or 0.001,
        "bitrate": bitrate,
        "channels": int(info.channels),
        # Opus always plays at 48 kHz, whatever it was made from (RFC 7845).
        "sample_rate": int(getattr(info, "sample_rate", 48_000)),
    }
    tags = asdict(found)
    picture: bytes = tags.pop("picture")
    tags["cover"] = _put_cover(picture, covers) if picture else ""
    return facts | {"tags": tags}


def _put_cover(picture: bytes, covers: Path) -> str:
    suffix = {b"\xff": ".jpg", b"\x89": ".png"}.get(picture[:1], ".webp")
    name = hashlib.sha256(picture).hexdigest() + suffix
    write_whole(covers / name, picture)
    return name


def _mp3(stream: BinaryIO) -> tuple[Any, Found]:
    file: Any = MP3(stream)
    # A sketchy file is one whose few matches could be chance.
    return (None if file.info.sketchy else file.info), read_id3(file.tags) if file.tags is not None else Found()


def _mp4(stream: BinaryIO) -> tuple[Any, Found]:
    if not is_whole(stream):
        return None, Found()
    stream.seek(0)
    file = MP4(stream)
    return file.info, read_mp4(file, stream)


def _flac(stream: BinaryIO) -> tuple[Any, Found]:
    file = FLAC(stream)
    return file.info, read_vorbis(_comments(file.tags), file.pictures)


def _opus(stream: BinaryIO) -> tuple[Any, Found]:
    file = OggOpus(stream)
    return file.info, read_vorbis(_comments(file.tags))


def _ogg(stream: BinaryIO) -> tuple[Any, Found]:
    file = OggVorbis(stream)
    return file.info, read_vorbis(_comments(file.tags))


def _comments(tags: Any) -> dict[str, list[str]]:
    comments: dict[str, list[str]] = {}
    for name, value in tags or ():
        comments.setdefault(name.lower(), []).append(value)
    return comments


_READERS: dict[AudioType, Callable[[BinaryIO], tuple[Any, Found]]] = {
    AudioType.MP3: _mp3,
    AudioType.M4A: _mp4,
    AudioType.FLAC: _flac,
    AudioType.OPUS: _opus,
    AudioType.OGG: _ogg,
}
