"""Videos: a file of the author's own, or one on a platform, with what stands around it."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from antenne.filetypes import VideoType
from antenne.model.audio import Chapter
from antenne.model.image import Image
from antenne.model.platform import RemoteVideo
from antenne.model.transcript import Transcript
from antenne.model.values import LanguageTag


class VideoFile(Struct, frozen=True, kw_only=True):
    """A video file: `length` in bytes, `duration` in seconds (0 where the file does not say), the size as it is shown.

    `width` and `height` are in pixels, after the turn that a telephone writes into the file. `digest` is the SHA-256 of
    the file's bytes in hex.
    """

    source: Path
    digest: str
    length: int
    type: VideoType
    duration: float
    width: int
    height: int


class Captions(Struct, frozen=True, kw_only=True):
    """What is said in a video, to be shown line by line."""

    language: LanguageTag
    transcript: Transcript


class Video(Struct, frozen=True, kw_only=True):
    """A video: either a `file` or a `remote` one; `poster` is the still that stands for it."""

    title: str = ""
    file: VideoFile | None = None
    remote: RemoteVideo | None = None
    poster: Image | None = None
    captions: tuple[Captions, ...] = ()
    chapters: tuple[Chapter, ...] = ()
