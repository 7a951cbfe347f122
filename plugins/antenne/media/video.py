"""Videos: what the worker says of a video file, made part of the model."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from antenne.media.store import Store
from antenne.model import VideoFile, VideoType
from antenne.probe.errors import MediaError
from antenne.probe.version import READER

_AGAIN = "export it again as MP4 (H.264 and AAC)."
_ANSWERS = {
    "damaged": f"This video is damaged and cannot be read; {_AGAIN}",
    "short": "This video is cut short; copy it again from where it came, or export it again.",
    "blind": f"This file has no pictures in it; {_AGAIN}",
}


def probe_video(path: Path, store: Store) -> VideoFile:
    """Return the facts of a video file; raise MediaError for what cannot be shown."""
    try:
        path.stat()
        facts = store.memory.recall(path, f"video-1 {READER}", lambda: _ask(path, store))
        if "error" in facts:
            raise MediaError(_ANSWERS.get(facts["error"]) or _lie(path))
        return VideoFile(
            source=path,
            digest=store.digest(path),
            length=path.stat().st_size,
            type=VideoType[facts["type"]],
            duration=float(facts["duration"]),
            width=int(facts["width"]),
            height=int(facts["height"]),
        )
    except OSError:
        raise MediaError("This video cannot be opened; look whether the file is there and may be read.") from None


def _ask(path: Path, store: Store) -> dict[str, Any]:
    facts = store.prober.ask(path, "video")
    if facts is None:
        # Not remembered: a slow disk or a full memory may be to blame this time.
        raise MediaError(_ANSWERS["damaged"])
    return facts


def _lie(path: Path) -> str:
    kind = VideoType.of(path.suffix)
    if kind is None:
        return f"This file is no video that Antenne knows; {_AGAIN}"
    return f"This file is named {kind.extension} but holds no {kind.label} video; {_AGAIN}"
