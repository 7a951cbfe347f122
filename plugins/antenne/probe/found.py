"""What was found in an audio file's tags, bounded but not yet cleaned: made in the worker, told as plain JSON."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

MAX_TEXT = 20_000
"""Characters of one text that leave the worker; cleaning shortens them further."""
MAX_CHAPTERS = 5_000
MAX_PICTURE = 20_000_000
"""Bytes of an embedded picture that is still taken."""

FRONT_COVER = 3
"""The picture type of ID3's APIC, which FLAC and Vorbis share."""

_MAGIC = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"RIFF")


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundChapter:
    """A chapter as tagged: `start` and `end` in seconds."""

    start: float
    end: float | None = None
    title: str = ""
    url: str = ""
    toc: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The tags of one file, each text as it stands."""

    title: str = ""
    artist: str = ""
    album: str = ""
    date: str = ""
    description: str = ""
    language: str = ""
    chapters: tuple[FoundChapter, ...] = ()
    picture: bytes = field(default=b"", repr=False)


def first_text(*candidates: object) -> str:
    """Return the first of some values, or of lists' joined values, that has visible text."""
    for candidate in candidates:
        values = candidate if isinstance(candidate, list | tuple) else [candidate]
        text = ", ".join(str(value)[:MAX_TEXT] for value in values[:100] if value not in (None, ""))
        if text.strip():
            return text[:MAX_TEXT]
    return ""


def in_order(chapters: Iterable[FoundChapter]) -> tuple[FoundChapter, ...]:
    """Return the chapters by time; those that begin together stay in the order given."""
    return tuple(sorted(chapters, key=lambda chapter: chapter.start))[:MAX_CHAPTERS]


def choose_picture(pictures: Iterable[tuple[int, bytes]]) -> bytes:
    """Return the front cover, else the first picture, of those that are a JPEG, a PNG or a WebP of a sane size."""
    usable = [(kind, data) for kind, data in pictures if data.startswith(_MAGIC) and len(data) <= MAX_PICTURE]
    return min(usable, key=lambda picture: picture[0] != FRONT_COVER)[1] if usable else b""
