"""Rules on the podcast namespace: the shape of each tag, and what one tag asks of another."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator
from datetime import datetime
from itertools import pairwise

from lxml import etree

from antenne.check.feed import NAMESPACES, Feed, find_all, name_of
from antenne.check.podcast_tags import OTHER_TAGS, PODCAST_TAGS
from antenne.check.site import Site
from antenne.problems import Problem, nearest
from antenne.problems.output.podcasting import (
    FEED_HTTPS,
    PODCAST_HOST,
    PODCAST_INTEGRITY,
    PODCAST_LICENSE,
    PODCAST_LIVE_ITEM,
    PODCAST_PUBLISHER,
    PODCAST_SOUNDBITE_LENGTH,
    PODCAST_UNKNOWN,
)

_ALL = f"{{{NAMESPACES['podcast']}}}*"
_SRI = re.compile(r"(sha256|sha384|sha512)-([A-Za-z0-9+/]+={0,2})")
_SHORTEST, _LONGEST = 15, 120


def shapes(feed: Feed) -> Iterator[Problem]:
    """P1–P17: each tag is one of the namespace's, and has the text and attributes that its page asks for."""
    known = (*PODCAST_TAGS, *OTHER_TAGS)
    for element in feed.channel.iter(_ALL):
        name = etree.QName(element).localname
        if name in PODCAST_TAGS:
            for fault in PODCAST_TAGS[name].faults(element):
                yield feed.at(PODCAST_TAGS[name].rule, element, f"podcast:{name} {fault}.")
        elif name not in known:
            near = nearest(name, known)
            meant = f", and there is podcast:{near}" if near else ""
            yield feed.at(PODCAST_UNKNOWN, element, f"There is no tag podcast:{name[:60]}{meant}.")


def secure_addresses(feed: Feed) -> Iterator[Problem]:
    """D5: addresses in podcast tags are https, once the site is public."""
    for element in () if feed.private else feed.channel.iter(_ALL):
        for name in ("url", "href", "img", "uri", "feedUrl", "accountUrl"):
            if element.get(name, "").startswith("http://"):
                yield feed.at(FEED_HTTPS, element, f"{element.get(name)} begins with http, and apps ask for https.")


def hosts(feed: Feed) -> Iterator[Problem]:
    """P4: an item's people replace the show's, so they name its hosts again."""
    if not any(_is_host(person) for person in find_all(feed.channel, "podcast:person")):
        return
    for item in feed.items:
        people = find_all(item, "podcast:person")
        if people and not any(_is_host(person) for person in people):
            yield feed.at(PODCAST_HOST, item, f"{name_of(item)} names its guests, and none of the show's hosts.")


def soundbites(feed: Feed) -> Iterator[Problem]:
    """P5: a soundbite has 15 to 120 seconds."""
    for element in feed.each("podcast:soundbite"):
        said = element.get("duration", "")
        if re.fullmatch(r"\d+(?:\.\d+)?", said) and not _SHORTEST <= float(said) <= _LONGEST:
            yield feed.at(PODCAST_SOUNDBITE_LENGTH, element, f"A soundbite has {said} seconds.")


def licenses(feed: Feed) -> Iterator[Problem]:
    """P13: without an address, a license is an identifier in lower case."""
    for element in feed.channel.iter(f"{{{NAMESPACES['podcast']}}}license"):
        said = (element.text or "").strip()
        if said and not element.get("url") and not re.fullmatch(r"[a-z0-9][a-z0-9.+-]*", said):
            yield feed.at(PODCAST_LICENSE, element, f"“{said[:80]}” is no identifier of a license, and has no address.")


def publishers(feed: Feed) -> Iterator[Problem]:
    """P11: exactly one publisher's feed."""
    for element in find_all(feed.channel, "podcast:publisher"):
        items = find_all(element, "podcast:remoteItem")
        if len(items) > 1 or any(item.get("medium") != "publisher" for item in items):
            message = f'podcast:publisher names {len(items)} feeds, and must name one of medium="publisher".'
            yield feed.at(PODCAST_PUBLISHER, element, message)


def live_items(feed: Feed) -> Iterator[Problem]:
    """A broadcast ends after it starts."""
    for element in find_all(feed.channel, "podcast:liveItem"):
        said = [element.get(name, "") for name in ("start", "end") if name in element.attrib]
        try:
            moments = [datetime.fromisoformat(moment) for moment in said]
            backwards = any(later <= earlier for earlier, later in pairwise(moments))
        except (ValueError, TypeError):
            continue
        if backwards:
            yield feed.at(PODCAST_LIVE_ITEM, element, "A broadcast ends before it starts.")


def integrity(feed: Feed) -> Iterator[Problem]:
    """P14: a digest is written as those of the web are."""
    for element in feed.each("podcast:alternateEnclosure/podcast:integrity"):
        said = element.get("value", "")
        if element.get("type") == "sri" and not _SRI.fullmatch(said):
            yield feed.at(PODCAST_INTEGRITY, element, f"“{said[:80]}” is no digest.")


def integrity_of_files(feed: Feed, site: Site) -> Iterator[Problem]:
    """P14: a digest is that of the file."""
    for element in feed.each("podcast:alternateEnclosure/podcast:integrity"):
        found = _SRI.fullmatch(element.get("value", ""))
        parent = element.getparent()
        if not found or parent is None:
            continue
        for source in find_all(parent, "podcast:source"):
            path = site.local(source.get("uri", ""))
            if path and _digest(site, path, found[1]) != found[2]:
                yield feed.at(PODCAST_INTEGRITY, element, f"{path} has another digest than the feed says.")


def _digest(site: Site, path: str, algorithm: str) -> str:
    with site.at(path).open("rb") as file:
        return base64.b64encode(hashlib.file_digest(file, algorithm).digest()).decode()


def _is_host(person: etree._Element) -> bool:
    return person.get("role", "host").lower() == "host"


PODCAST_RULES = (shapes, secure_addresses, hosts, soundbites, licenses, publishers, live_items, integrity)
"""Every rule on the podcast namespace that the feed alone can answer."""
