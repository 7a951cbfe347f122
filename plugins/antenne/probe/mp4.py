"""MPEG-4 files: atoms of metadata, covers, and chapters of both kinds (Nero's list, QuickTime's text track)."""

# mypy: disallow-untyped-calls=False
from __future__ import annotations

from typing import Any, BinaryIO

from mutagen.mp4 import Atoms  # type: ignore[attr-defined]

from antenne.probe.found import FRONT_COVER, Found, FoundChapter, choose_picture, first_text, in_order
from antenne.probe.quicktime import read_chapter_track, read_language

_FREEFORM = "----:com.apple.iTunes:"


def read_mp4(file: Any, stream: BinaryIO) -> Found:
    """Return what an MPEG-4 file's tags say; `stream` is the same file, for what mutagen does not read."""
    tags: Any = file.tags or {}
    stream.seek(0)
    atoms = Atoms(stream)
    listed = [FoundChapter(start=float(c.start), title=first_text(c.title)[:1000]) for c in file.chapters or ()]
    track = [FoundChapter(start=start, title=title[:1000]) for start, title in read_chapter_track(stream, atoms)]
    free = {name[len(_FREEFORM) :].lower(): values for name, values in tags.items() if name.startswith(_FREEFORM)}
    languages = [bytes(value).decode("utf-8", "replace") for value in free.get("language", [])]
    return Found(
        title=first_text(tags.get("\xa9nam")),
        artist=first_text(tags.get("\xa9ART"), tags.get("aART")),
        album=first_text(tags.get("\xa9alb")),
        date=first_text(tags.get("\xa9day")),
        description=first_text(tags.get("ldes"), tags.get("desc"), tags.get("\xa9cmt")),
        language=first_text(languages) or read_language(stream, atoms),
        # The track is the one that Apple's tools write and players show; Nero's list stops at 255 chapters.
        chapters=in_order(track if len(track) >= len(listed) else listed),
        picture=choose_picture((FRONT_COVER, bytes(cover)) for cover in tags.get("covr", [])),
    )


def is_whole(stream: BinaryIO) -> bool:
    """Say whether every box at a file's top level ends inside the file."""
    size = stream.seek(0, 2)
    position = 0
    while position + 8 <= size:
        stream.seek(position)
        header = stream.read(16)
        length = int.from_bytes(header[:4], "big")
        if length == 1:
            length = int.from_bytes(header[8:16], "big")
        if length == 0:
            return True
        if length < 8 or position + length > size:
            return False
        position += length
    return position == size
