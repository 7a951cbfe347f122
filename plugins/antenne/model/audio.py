"""Recordings: what the bytes of an audio file say, and what its tags say."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from msgspec import Struct

from antenne.filetypes import AudioType
from antenne.model.image import Image
from antenne.model.moment import PartialDate
from antenne.model.values import LanguageTag


class AudioFile(Struct, frozen=True, kw_only=True):
    """An audio file: `length` in bytes, `duration` in seconds, `bitrate` in bit/s, `sample_rate` in Hz.

    `digest` is the SHA-256 of the file's bytes in hex.
    """

    source: Path
    digest: str
    length: int
    type: AudioType
    duration: float
    bitrate: int
    channels: int
    sample_rate: int


class Chapter(Struct, frozen=True, kw_only=True):
    """A chapter: `start` in seconds from the beginning; `url` is a link.

    `image` is a picture of its own, `img` the address of one that stands elsewhere.
    """

    start: float
    title: str = ""
    url: str = ""
    img: str = ""
    toc: bool = True
    end: float | None = None
    image: Image | None = None


class AudioTags(Struct, frozen=True, kw_only=True):
    """What an audio file's tags say, cleaned: plain text without control characters; empty where silent.

    `date` keeps the precision that the tag has.
    """

    title: str = ""
    artist: str = ""
    album: str = ""
    date: PartialDate | datetime | None = None
    description: str = ""
    language: LanguageTag | None = None
    chapters: tuple[Chapter, ...] = ()
    cover: Image | None = None


class Recording(Struct, frozen=True, kw_only=True):
    """An audio file with its tags."""

    file: AudioFile
    tags: AudioTags
