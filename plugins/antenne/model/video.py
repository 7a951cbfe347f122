"""Videos: a file of the author's own, or one on a platform, with what stands around it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from antenne.model.audio import Chapter
from antenne.model.image import Image
from antenne.model.platform import RemoteVideo
from antenne.model.transcript import Transcript
from antenne.model.values import LanguageTag


class VideoType(Enum):
    """The video files that Antenne takes, by file extension."""

    MP4 = ".mp4"
    WEBM = ".webm"

    @property
    def mime(self) -> str:
        """The media type."""
        return f"video/{self.value.removeprefix('.')}"

    @property
    def extension(self) -> str:
        """The file extension with its dot."""
        return self.value

    @property
    def label(self) -> str:
        """What people call it."""
        return {".mp4": "MP4", ".webm": "WebM"}[self.value]

    @classmethod
    def of(cls, extension: str) -> VideoType | None:
        """Return the type for a file extension with its dot, or None."""
        return next((kind for kind in cls if kind.extension == extension.lower()), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class VideoFile:
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Captions:
    """What is said in a video, to be shown line by line."""

    language: LanguageTag
    transcript: Transcript


@dataclass(frozen=True, slots=True, kw_only=True)
class Video:
    """A video: either a `file` or a `remote` one; `poster` is the still that stands for it."""

    title: str = ""
    file: VideoFile | None = None
    remote: RemoteVideo | None = None
    poster: Image | None = None
    captions: tuple[Captions, ...] = ()
    chapters: tuple[Chapter, ...] = ()
