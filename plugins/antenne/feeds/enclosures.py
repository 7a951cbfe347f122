"""podcast:alternateEnclosure: the files of a recording, each with its hash."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator

from lxml import etree

from antenne.feeds.tags import tag
from antenne.feeds.xml import shorten
from antenne.model import Alternate, AudioFile, AudioType, Episode, VideoFile
from antenne.routes import Routes

_TITLE = 32
"""The longest title in characters (Podcasting 2.0, alternate enclosure)."""
_CODECS = {AudioType.OPUS: "opus"}


def alternate_elements(episode: Episode, routes: Routes) -> Iterator[etree._Element]:
    """Give one element per file of a recording, the enclosure's own first; none where there is only that.

    Films of it, too, are what a listener may take instead.
    """
    films = [(video, video.file) for video in episode.videos if video.file]
    if episode.alternates or films:
        own = Alternate(audio=episode.audio)
        yield _alternate(own, routes.enclosure_address(episode.enclosure_path), default=True)
    for one in episode.alternates:
        path = routes.enclosure(episode.key, one.audio.digest, one.audio.type.extension)
        yield _alternate(one, routes.address(path))
    for video, file in films:
        yield _film(video.title or episode.title, file, routes.address(routes.video(episode, file)))


def stream_element(url: str, media_type: str) -> etree._Element:
    """Return the element of a live stream, of which nothing but the type is known."""
    return tag("podcast:alternateEnclosure", "", tag("podcast:source", uri=url), type=media_type, default="true")


def integrity(audio: AudioFile | VideoFile) -> str:
    """Return a file's hash as Subresource Integrity writes it: `sha256-…` in base 64."""
    return f"sha256-{b64encode(bytes.fromhex(audio.digest)).decode()}"


def _alternate(one: Alternate, address: str, *, default: bool = False) -> etree._Element:
    return tag(
        "podcast:alternateEnclosure",
        "",
        tag("podcast:source", uri=address),
        tag("podcast:integrity", type="sri", value=integrity(one.audio)),
        type=one.audio.type.mime,
        length=str(one.audio.length),
        bitrate=str(one.audio.bitrate) if one.audio.bitrate else "",
        lang=str(one.language or ""),
        title=one.title,
        rel=one.rel,
        codecs=_CODECS.get(one.audio.type, ""),
        default="true" if default else "",
    )


def _film(title: str, file: VideoFile, address: str) -> etree._Element:
    return tag(
        "podcast:alternateEnclosure",
        "",
        tag("podcast:source", uri=address),
        tag("podcast:integrity", type="sri", value=integrity(file)),
        type=file.type.mime,
        length=str(file.length),
        height=str(file.height),
        title=shorten(title, _TITLE),
    )
