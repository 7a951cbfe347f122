"""Reading one video file, in the worker: whatever it raises is caught there."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any, BinaryIO

from antenne.filetypes import VideoType
from antenne.probe.ebml import WebM
from antenne.probe.mp4 import is_whole
from antenne.probe.mp4_video import read_mp4_video

_LARGEST = 16_384
"""Pixels of a side; more is no video that anybody made."""
_LONGEST = 1_000_000.0
"""Seconds."""


def probe_video_file(path: Path) -> dict[str, Any]:
    """Return the facts of a video file: plain values that JSON holds; `error` alone when it cannot be used."""
    with path.open("rb") as stream:
        kind = _kind(stream)
        if kind is None or VideoType.of(path.suffix) is not kind:
            return {"error": "lies"}
        size = stream.seek(0, 2)
        if kind is VideoType.MP4 and not is_whole(stream):
            return {"error": "short"}
        duration, width, height = read_mp4_video(stream) if kind is VideoType.MP4 else WebM(stream, size).facts()
    if not (0 < width <= _LARGEST and 0 < height <= _LARGEST):
        return {"error": "blind"}
    if not math.isfinite(duration) or not 0 <= duration < _LONGEST:
        return {"error": "damaged"}
    return {"type": kind.name, "duration": round(duration, 3), "width": width, "height": height}


def _kind(stream: BinaryIO) -> VideoType | None:
    """Return the container that a file's first bytes say."""
    head = stream.read(12)
    if head[4:8] == b"ftyp":
        return VideoType.MP4
    size = stream.seek(0, 2)
    return VideoType.WEBM if head.startswith(b"\x1a\x45\xdf\xa3") and WebM(stream, size).is_webm() else None
