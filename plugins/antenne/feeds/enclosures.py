"""podcast:alternateEnclosure: the files of a recording, each with its hash."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator

from lxml import etree

from antenne.feeds.tags import tag
from antenne.model import Alternate, AudioFile, AudioType, Episode
from antenne.routes import Routes

_CODECS = {AudioType.OPUS: "opus"}


def alternate_elements(episode: Episode, routes: Routes) -> Iterator[etree._Element]:
    """Give one element per file of a recording, the enclosure's own first; none where there is only that."""
    if episode.alternates:
        own = Alternate(audio=episode.audio)
        yield _alternate(own, routes.address(episode.enclosure_path), default=True)
    for one in episode.alternates:
        path = routes.enclosure(episode.key, one.audio.digest, one.audio.type.extension)
        yield _alternate(one, routes.address(path))


def stream_element(url: str, media_type: str) -> etree._Element:
    """Return the element of a live stream, of which nothing but the type is known."""
    return tag("podcast:alternateEnclosure", "", tag("podcast:source", uri=url), type=media_type, default="true")


def integrity(audio: AudioFile) -> str:
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
