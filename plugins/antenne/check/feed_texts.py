"""Rules on every text and address of a feed, whatever it says."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from lxml import etree

from antenne.check.feed import NAMESPACES, Feed, find, find_all, tag_of, text_of
from antenne.problems import Problem
from antenne.problems.output.channel import FEED_ADDRESS_ASCII, FEED_TEXT_LONG, FEED_TEXT_SPACES, FEED_TWICE
from antenne.problems.output.items import FEED_DOUBLE_ESCAPE, FEED_TITLE_MARKUP

_TITLES = ("title", "itunes:title", "itunes:author", "itunes:subtitle", "itunes:name", "copyright")
"""Texts that apps show on one line, as they are."""
_SHORT = frozenset((*_TITLES, "language", "category", "managingEditor", "webMaster", "generator", "itunes:email"))
_TRIMMED = _SHORT | {"guid", "link", "pubDate", "enclosure", "itunes:duration", "itunes:explicit", "itunes:type"}
_LONGEST, _LONGEST_PODCAST, _LONGEST_TXT = 255, 128, 4000
_PODCAST = f"{{{NAMESPACES['podcast']}}}"

_ADDRESSES = frozenset(("url", "href", "uri", "img", "src"))
_ADDRESS_TAGS = frozenset(("link", "url", "comments", "docs", "itunes:new-feed-url"))
_ENTITY = re.compile(r"&(?:amp|lt|gt|quot|apos|nbsp|[a-zA-Z]{3,8}|#\d{2,6}|#x[0-9a-fA-F]{2,5});")

_BLANK = re.compile(r"\s")
_MARKUP = re.compile(r"</?[a-zA-Z][a-zA-Z0-9]*(?:\s+[\w:-]+=(?:\"[^\"]*\"|'[^']*'|[^\s\"'>]+))*\s*/?>|<!--")
"""A tag, or the beginning of a comment; « PME > ETI » and « I <3 radio » have neither."""

_ONCE_IN_CHANNEL = (
    "title link description language copyright lastBuildDate pubDate itunes:type itunes:explicit itunes:image "
    "itunes:author itunes:owner itunes:title itunes:complete itunes:block itunes:new-feed-url podcast:guid "
    "podcast:locked podcast:medium podcast:license podcast:updateFrequency podcast:podroll podcast:publisher"
)
_ONCE_IN_ITEM = (
    "title link description guid enclosure pubDate content:encoded itunes:title itunes:duration itunes:explicit "
    "itunes:episodeType itunes:image itunes:season itunes:episode itunes:block podcast:season podcast:episode "
    "podcast:chapters podcast:license psc:chapters"
)


def lengths(feed: Feed) -> Iterator[Problem]:
    """D3: a short text has at most 255 characters, one of a podcast tag 128, podcast:txt 4000."""
    for element, tag, text in _texts(feed):
        longest = _LONGEST if tag in _SHORT else 0
        if tag.startswith("podcast:"):
            longest = _LONGEST_TXT if tag == "podcast:txt" else _LONGEST_PODCAST
        if longest and len(text.strip()) > longest:
            message = f"{tag} has {len(text.strip())} characters, and may have {longest}: “{text.strip()[:60]}…”."
            yield feed.at(FEED_TEXT_LONG, element, message)


def spaces(feed: Feed) -> Iterator[Problem]:
    """D3: a short text has no space around it."""
    for element, tag, text in _texts(feed):
        if text.strip() and text != text.strip() and (tag in _TRIMMED or tag.startswith("podcast:")):
            yield feed.at(FEED_TEXT_SPACES, element, f"{tag} has spaces around “{text.strip()[:60]}”.")


def titles(feed: Feed) -> Iterator[Problem]:
    """Titles and names are plain text, escaped once."""
    for element, tag, text in _texts(feed):
        if tag not in _TITLES:
            continue
        if _MARKUP.search(text):
            yield feed.at(FEED_TITLE_MARKUP, element, f"{tag} has HTML in it: “{text[:80]}”.")
        if found := _ENTITY.search(text):
            yield feed.at(FEED_DOUBLE_ESCAPE, element, f"{tag} is read as “{text[:80]}”: {found[0]} is escaped twice.")


def addresses(feed: Feed) -> Iterator[Problem]:
    """I6: addresses are in ASCII, without spaces."""
    for element, tag in feed.elements:
        found = [str(value) for name, value in element.items() if name in _ADDRESSES]
        if tag in _ADDRESS_TAGS:
            found.append((element.text or "").strip())
        for address in found:
            if address and (not address.isascii() or _BLANK.search(address.strip())):
                message = f"The address {address[:200]} has characters for which some apps cannot ask."
                yield feed.at(FEED_ADDRESS_ASCII, element, message, "Name the file in front matter or by its slug.")


def once(feed: Feed) -> Iterator[Problem]:
    """A tag that can stand once stands once."""
    for node in feed.nodes():
        counts = Counter(tag_of(child) for child in node.iterchildren(etree.Element))
        for tag in (_ONCE_IN_CHANNEL if node is feed.channel else _ONCE_IN_ITEM).split():
            if counts[tag] > 1:
                name = text_of(node, "title")
                yield feed.at(FEED_TWICE, find_all(node, tag)[-1], f"{tag} stands {counts[tag]} times in “{name}”.")


def _texts(feed: Feed) -> Iterator[tuple[etree._Element, str, str]]:
    """Give the elements that hold only a text, with their names and texts; a title that stands twice is given once."""
    for element, tag in feed.elements:
        text = element.text
        if text and not len(element) and not (tag == "itunes:title" and _repeats_title(element)):
            yield element, tag, text


def _repeats_title(element: etree._Element) -> bool:
    around = element.getparent()
    title = find(around, "title") if around is not None else None
    return title is not None and title.text == element.text


TEXT_RULES = (lengths, spaces, titles, addresses, once)
"""Every rule on texts and addresses."""
