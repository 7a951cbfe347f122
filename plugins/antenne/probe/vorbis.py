"""Vorbis comments, in Ogg Vorbis, Opus and FLAC: texts, CHAPTERxxx, pictures."""

# mypy: disallow-untyped-calls=False
from __future__ import annotations

import base64
import re
from collections.abc import Iterable, Iterator, Mapping

from mutagen.flac import Picture

from antenne.probe.found import MAX_CHAPTERS, MAX_PICTURE, Found, FoundChapter, choose_picture, first_text, in_order

Comments = Mapping[str, list[str]]
"""Comments by their name in lower case."""

_TIME = re.compile(r"(?:(\d{1,3}):)?(\d{1,3}):(\d{1,2}(?:\.\d{1,9})?)")


def read_vorbis(comments: Comments, pictures: Iterable[Picture] = ()) -> Found:
    """Return what Vorbis comments say; `pictures` are a FLAC file's own blocks."""
    found = [(int(picture.type), bytes(picture.data)) for picture in pictures]
    return Found(
        title=_text(comments, "title"),
        artist=_text(comments, "artist", "performer", "albumartist"),
        album=_text(comments, "album"),
        date=_text(comments, "releasedate", "date", "year"),
        description=_text(comments, "description", "comment", "synopsis", "subtitle"),
        language=_text(comments, "language").split(",")[0],
        chapters=in_order(_chapters(comments)),
        picture=choose_picture([*found, *_pictures(comments)]),
    )


def _text(comments: Comments, *names: str) -> str:
    return first_text(*(comments.get(name) for name in names))


def _chapters(comments: Comments) -> Iterator[FoundChapter]:
    """Read the chapter extension of Vorbis comments: CHAPTER001=00:01:02.345, CHAPTER001NAME, CHAPTER001URL."""
    names = sorted(name for name in comments if re.fullmatch(r"chapter\d{1,4}", name))
    for name in names[:MAX_CHAPTERS]:
        match = _TIME.fullmatch(_text(comments, name).strip())
        if match:
            hours, minutes, seconds = match.groups()
            yield FoundChapter(
                start=int(hours or 0) * 3600 + int(minutes) * 60 + float(seconds),
                title=_text(comments, f"{name}name")[:1000],
                url=_text(comments, f"{name}url")[:2000],
            )


def _pictures(comments: Comments) -> Iterator[tuple[int, bytes]]:
    for text in comments.get("metadata_block_picture", [])[:20]:
        picture = _picture(text) if len(text) < MAX_PICTURE * 1.4 else None
        if picture is not None:
            yield int(picture.type), bytes(picture.data)


def _picture(text: str) -> Picture | None:
    """Read a FLAC picture block in Base64; a broken one is as good as none."""
    try:
        return Picture(base64.b64decode(text))
    except Exception:  # noqa: BLE001 -- what mutagen raises depends on where the block is cut
        return None
