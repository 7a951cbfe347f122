"""Rules on what a feed says of its recordings: address, length and type."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import PurePosixPath

from lxml import etree

from antenne.check.feed import Feed, find, name_of
from antenne.check.site import parts_of
from antenne.problems import Problem
from antenne.problems.output.items import (
    ENCLOSURE_ADDRESS,
    ENCLOSURE_LENGTH,
    ENCLOSURE_NOT_LISTED,
    ENCLOSURE_OP3,
    ENCLOSURE_PREFIXES,
    ENCLOSURE_SAME,
    ENCLOSURE_TYPE,
)

KINDS = {
    ".mp3": ("mp3", ("audio/mpeg",)),
    ".m4a": ("mp4", ("audio/x-m4a", "audio/m4a", "audio/mp4")),
    ".mp4": ("mp4", ("video/mp4", "audio/mp4")),
    ".m4v": ("mp4", ("video/x-m4v",)),
    ".mov": ("mp4", ("video/quicktime",)),
    ".pdf": ("pdf", ("application/pdf",)),
    ".ogg": ("ogg", ("audio/ogg",)),
    ".opus": ("ogg", ("audio/ogg", "audio/opus")),
    ".flac": ("flac", ("audio/flac",)),
}
"""Per ending: the kind of the bytes, and the media types that may be said of them."""

_UNLISTED = (".ogg", ".opus", ".flac")
_BUILD_AGAIN = "Build again; when it stays so, check SITEURL and the episode's folder."
_MOST_PREFIXES = 4
_PREFIXES = re.compile(
    r"op3\.dev/e|podtrac\.com/redirect|chrt\.fm/track|chtbl\.com/track|pdst\.fm/e|pdcn\.co/e|mgln\.ai/e"
    r"|pscrb\.fm/rss/p|podscribe\.com/rss/p|claritaspod\.com/measure|arttrk\.com/p|spotify\.com/e/|vpixl\.com"
    r"|2\.gum\.fm/|swap\.fm/track|podkite\.com/|blubrry\.com/|podderapp\.com/|backtracks\.fm/|adswizz\.com/"
)
_OP3 = re.compile(r"https://op3\.dev/e(?:,pg=[0-9a-f-]{36})?/(?!https://).+")


def addresses(feed: Feed) -> Iterator[Problem]:
    """I3: each enclosure has a complete address."""
    for item, enclosure in enclosures(feed):
        parts = parts_of(enclosure.get("url", ""))
        if parts.scheme not in ("http", "https") or not parts.netloc:
            message = f"The recording of {name_of(item)} has “{enclosure.get('url', '')}” for its address."
            yield feed.at(ENCLOSURE_ADDRESS, enclosure, message, _BUILD_AGAIN)


def different(feed: Feed) -> Iterator[Problem]:
    """I3: each enclosure has an address of its own."""
    counts = Counter(enclosure.get("url", "") for _, enclosure in enclosures(feed))
    for item, enclosure in enclosures(feed):
        if counts[enclosure.get("url", "")] > 1:
            message = f"{name_of(item)} has the same recording's address as another episode, so apps leave one out."
            yield feed.at(ENCLOSURE_SAME, enclosure, message, _BUILD_AGAIN)


def lengths(feed: Feed) -> Iterator[Problem]:
    """I4: an enclosure's length is a number of bytes."""
    for item, enclosure in enclosures(feed):
        said = enclosure.get("length", "")
        if not re.fullmatch(r"[1-9]\d*", said):
            message = f"The feed says that the recording of {name_of(item)} has “{said}” bytes."
            yield feed.at(ENCLOSURE_LENGTH, enclosure, message, _BUILD_AGAIN)


def types(feed: Feed) -> Iterator[Problem]:
    """I5: an enclosure's type agrees with its address's ending, and both are known to apps."""
    for item, enclosure in enclosures(feed):
        url, said = enclosure.get("url", ""), enclosure.get("type", "")
        _, allowed = KINDS.get(ending(url), ("", ()))
        if said not in allowed:
            message = f"The recording of {name_of(item)} is told as “{said}”, and its address ends in “{ending(url)}”."
            hint = "Give the recording the ending that its bytes have: .mp3, .m4a…"
            yield feed.at(ENCLOSURE_TYPE, enclosure, message, hint)


def listed_formats(feed: Feed) -> Iterator[Problem]:
    """M1: MP3 or AAC, or Apple does not list the episode."""
    for item, enclosure in enclosures(feed):
        suffix = ending(enclosure.get("url", ""))
        if suffix in _UNLISTED:
            message = f"{name_of(item)} is a {suffix} file: Apple Podcasts lists only MP3 and M4A."
            yield feed.at(ENCLOSURE_NOT_LISTED, enclosure, message)


def prefixes(feed: Feed) -> Iterator[Problem]:
    """S4, S5: at most four measuring prefixes, and that of OP3 as its setup page has it."""
    for item, enclosure in enclosures(feed):
        url = enclosure.get("url", "")
        number = len(_PREFIXES.findall(url))
        if number > _MOST_PREFIXES:
            message = f"The recording of {name_of(item)} is reached over {number} measuring services."
            yield feed.at(ENCLOSURE_PREFIXES, enclosure, message)
        if parts_of(url).hostname == "op3.dev" and not _OP3.fullmatch(url):
            message = f"The recording of {name_of(item)} has an OP3 prefix that leads nowhere: {url}."
            yield feed.at(ENCLOSURE_OP3, enclosure, message)


def enclosures(feed: Feed) -> Iterator[tuple[etree._Element, etree._Element]]:
    """Give every item that has an enclosure, with it."""
    for item in feed.items:
        if (enclosure := find(item, "enclosure")) is not None:
            yield item, enclosure


def ending(url: str) -> str:
    """Return the ending of the file that an address names, in lower case, with its dot."""
    return PurePosixPath(parts_of(url).path).suffix.lower()


ENCLOSURE_RULES = (addresses, different, lengths, types, listed_formats, prefixes)
"""Every rule on what a feed says of its recordings."""
