"""Rules on a feed's recordings: the address, the length and the type that an enclosure says of its file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import PurePosixPath

from lxml import etree

from antenne.check.feed import Feed, find, name_of
from antenne.check.magic import audio_kind
from antenne.check.site import Site
from antenne.problems import Problem
from antenne.problems.rules import ENCLOSURE_ADDRESS, ENCLOSURE_LENGTH, ENCLOSURE_NOT_LISTED, ENCLOSURE_TYPE

_TYPES = {
    ".mp3": ("mp3", ("audio/mpeg",)),
    ".m4a": ("mp4", ("audio/x-m4a", "audio/m4a", "audio/mp4")),
    ".ogg": ("ogg", ("audio/ogg",)),
    ".opus": ("ogg", ("audio/ogg", "audio/opus")),
    ".flac": ("flac", ("audio/flac",)),
}
"""Per ending: the kind of the bytes, and the media types that may be said of them."""

_LISTED = (".mp3", ".m4a")
_BUILD_AGAIN = "Build again; when it stays so, check SITEURL and the episode's folder."


def enclosure_addresses(feed: Feed, site: Site) -> Iterator[Problem]:
    """I3, I6: each enclosure has an address of its own, in ASCII, on the site, and its file is there."""
    counts = Counter(_url(item) for item in feed.items)
    for item, enclosure in _enclosures(feed):
        url = _url(item)
        if not url.isascii() or not url:
            message = f"The recording of {name_of(item)} has the address “{url}”, which some apps cannot ask for."
        elif counts[url] > 1:
            message = f"{name_of(item)} has the same recording's address as another episode, so apps leave one out."
        elif site.local(url) is None:
            message = f"The recording of {name_of(item)}, {url}, is not among the files of the site."
        else:
            continue
        yield feed.at(ENCLOSURE_ADDRESS, enclosure, message, _BUILD_AGAIN)


def enclosure_lengths(feed: Feed, site: Site) -> Iterator[Problem]:
    """I4: an enclosure's length is the size in bytes of the published file, and that is not 0."""
    for item, enclosure in _enclosures(feed):
        path = site.local(_url(item))
        size = (site.folder / path).stat().st_size if path else None
        said = enclosure.get("length", "")
        if size is not None and (said != str(size) or not size):
            message = f"The feed says that the recording of {name_of(item)} has “{said}” bytes, and it has {size}."
            yield feed.at(ENCLOSURE_LENGTH, enclosure, message, "Build again: the recording changed after it was read.")


def enclosure_types(feed: Feed, site: Site) -> Iterator[Problem]:
    """I5: an enclosure's type, its address's ending and its first bytes tell the same."""
    for item, enclosure in _enclosures(feed):
        url, said = _url(item), enclosure.get("type", "")
        kind, types = _TYPES.get(PurePosixPath(url).suffix, ("", ()))
        path = site.local(url)
        real = audio_kind(site.folder / path) if path else kind
        if said not in types or real != kind:
            bytes_are = real or "no audio"
            message = f"The recording of {name_of(item)} is told as “{said}”, at {url}, and its bytes are {bytes_are}."
            yield feed.at(
                ENCLOSURE_TYPE, enclosure, message, "Give the recording the ending that its bytes have: .mp3, .m4a…"
            )


def listed_formats(feed: Feed, site: Site) -> Iterator[Problem]:
    """M1: MP3 or AAC, or Apple does not list the episode."""
    for item, enclosure in _enclosures(feed):
        suffix = PurePosixPath(_url(item)).suffix
        if suffix in _TYPES and suffix not in _LISTED:
            message = f"{name_of(item)} is a {suffix} file: Apple Podcasts lists only MP3 and M4A."
            yield feed.at(ENCLOSURE_NOT_LISTED, enclosure, message, "Encode the recording as MP3 or AAC (.m4a).")


def _enclosures(feed: Feed) -> Iterator[tuple[etree._Element, etree._Element]]:
    for item in feed.items:
        if (enclosure := find(item, "enclosure")) is not None:
            yield item, enclosure


def _url(item: etree._Element) -> str:
    enclosure = find(item, "enclosure")
    return "" if enclosure is None else enclosure.get("url", "")


ENCLOSURE_RULES = (enclosure_addresses, enclosure_lengths, enclosure_types, listed_formats)
"""Every rule on the recordings that a feed names."""
