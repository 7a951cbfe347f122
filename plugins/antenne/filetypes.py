"""The recordings and videos that Antenne takes, by their files."""

from __future__ import annotations

from enum import Enum
from types import MappingProxyType

_AUDIO = MappingProxyType(
    {".mp3": "audio/mpeg", ".m4a": "audio/x-m4a", ".ogg": "audio/ogg", ".opus": "audio/ogg", ".flac": "audio/flac"}
)


class AudioType(Enum):
    """The recordings that Antenne takes, by file extension."""

    MP3 = ".mp3"
    M4A = ".m4a"
    OGG = ".ogg"
    OPUS = ".opus"
    FLAC = ".flac"

    @property
    def mime(self) -> str:
        """The media type as it stands in an enclosure."""
        return _AUDIO[self.value]

    @property
    def extension(self) -> str:
        """The file extension with its dot."""
        return self.value

    @classmethod
    def of(cls, extension: str) -> AudioType | None:
        """Return the type for a file extension with its dot, or None."""
        return next((kind for kind in cls if kind.extension == extension.lower()), None)


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
