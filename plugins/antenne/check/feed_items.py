"""Rules on a feed's items: what apps ask of an episode."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from email.utils import parsedate_to_datetime

from lxml import etree, html

from antenne.check.feed import Feed, find, find_all, name_of, text_of
from antenne.check.feed_channel import LONGEST
from antenne.check.site import Site
from antenne.problems import Problem
from antenne.problems.rules import (
    FEED_DATE,
    FEED_DESCRIPTION,
    FEED_DURATION,
    FEED_GUID,
    FEED_HTML,
    FEED_HTTPS,
    FEED_ITEM_TAG,
    FEED_LINK,
    FEED_NUMBER,
)

_ALLOWED_HTML = frozenset(("p", "ol", "ul", "li", "a", "b", "i", "strong", "em"))
_DATE = re.compile(
    r"(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4}"
    r" \d{2}:\d{2}:\d{2} ([+-]\d{4}|GMT|UT)"
)


def required_tags(feed: Feed, site: Site) -> Iterator[Problem]:
    """I1: an item has a title, a guid and an enclosure."""
    for item in feed.items:
        missing = [name for name in ("title", "guid") if not text_of(item, name)]
        missing += ["enclosure"] if find(item, "enclosure") is None else []
        for name in missing:
            message = f"{name_of(item)} has no {name}, so apps do not show it."
            yield feed.at(FEED_ITEM_TAG, item, message, "Complete the episode's front matter and build again.")


def guids(feed: Feed, site: Site) -> Iterator[Problem]:
    """I7: guids are unique, and no address is claimed for one that is none."""
    counts = Counter(text_of(item, "guid") for item in feed.items)
    for item in feed.items:
        found = text_of(item, "guid")
        if found and counts[found] > 1:
            message = f"{name_of(item)} has the same guid as another episode, so apps show only one of them."
            yield feed.at(FEED_GUID, item, message, "Take `guid` out of one of the two episodes.")
        guid = find(item, "guid")
        if guid is not None and guid.get("isPermaLink") != "false" and not found.startswith(("https://", "http://")):
            message = f"The guid of {name_of(item)} passes for an address, which it is not."
            yield feed.at(FEED_GUID, guid, message, 'The program that writes the feed must say isPermaLink="false".')


def dates(feed: Feed, site: Site) -> Iterator[Problem]:
    """I8: a date by RFC 2822 with English names, 24 hours and a zone."""
    for item in feed.items:
        found = text_of(item, "pubDate")
        if not _DATE.fullmatch(found) or not _is_a_date(found):
            message = f"The date of {name_of(item)}, “{found}”, cannot be read by apps."
            yield feed.at(FEED_DATE, item, message, "Give the episode a `date` such as 2013-11-05 11:41.")


def durations(feed: Feed, site: Site) -> Iterator[Problem]:
    """I9: a duration, where it is told, is in whole seconds."""
    for element in _each(feed, "itunes:duration"):
        if not re.fullmatch(r"[1-9][0-9]{0,6}", element.text or ""):
            message = f"The duration “{element.text or ''}” is not a number of whole seconds."
            yield feed.at(
                FEED_DURATION, element, message, "Check the recording: its duration may be impossible to read."
            )


def numbers(feed: Feed, site: Site) -> Iterator[Problem]:
    """I11: season and episode are whole and not zero; the type is full, trailer or bonus."""
    for name in ("itunes:season", "itunes:episode", "podcast:season", "podcast:episode"):
        for element in _each(feed, name):
            if not re.fullmatch(r"[1-9][0-9]*", element.text or ""):
                message = f"{name} is “{element.text or ''}” and must be a whole number from 1."
                yield feed.at(
                    FEED_NUMBER, element, message, "Correct `season` or `number` in the episode's front matter."
                )
    for element in _each(feed, "itunes:episodeType"):
        if element.text not in ("full", "trailer", "bonus"):
            message = f"“{element.text or ''}” is not a type of episode."
            yield feed.at(FEED_NUMBER, element, message, "Write `type: full`, `trailer` or `bonus` in front matter.")


def descriptions(feed: Feed, site: Site) -> Iterator[Problem]:
    """I10: a description has at most 4000 bytes."""
    for item in feed.items:
        size = len(text_of(item, "description").encode())
        if size > LONGEST:
            message = f"The description of {name_of(item)} has {size} bytes, and Apple takes {LONGEST}."
            yield feed.at(FEED_DESCRIPTION, item, message, "Shorten `summary` in the episode's front matter.")


def notes_html(feed: Feed, site: Site) -> Iterator[Problem]:
    """I10: show notes hold only p, ol, ul, li, a, b, i, strong and em."""
    for element in _each(feed, "content:encoded"):
        foreign = sorted(_tags(element.text or "") - _ALLOWED_HTML)
        if foreign:
            message = f"The show notes hold {', '.join(f'<{tag}>' for tag in foreign)}, which apps do not show."
            yield feed.at(
                FEED_HTML, element, message, "Write the notes with paragraphs, lists, links and emphasis only."
            )


def links(feed: Feed, site: Site) -> Iterator[Problem]:
    """The pages of the site that a feed leads to are there."""
    for node in (feed.channel, *feed.items):
        address = text_of(node, "link")
        target = site.target(address) if address else None
        if target and not target.outside and not site.has(target):
            message = f"The feed leads to {address}, and there is no such page."
            yield feed.at(FEED_LINK, node, message, "Build again; when it stays so, check SITEURL.")


def secure_addresses(feed: Feed, site: Site) -> Iterator[Problem]:
    """D5: addresses in podcast tags are https, once the site is public."""
    if site.settings.private:
        return
    for element in feed.channel.iter("{https://podcastindex.org/namespace/1.0}*"):
        for name in ("url", "href", "img"):
            if element.get(name, "").startswith("http://"):
                message = f"{element.get(name)} begins with http, and apps ask for https."
                yield feed.at(
                    FEED_HTTPS, element, message, "Write the address with https:// if its server answers there."
                )


def _each(feed: Feed, path: str) -> Iterator[etree._Element]:
    for item in feed.items:
        yield from find_all(item, path)


def _is_a_date(text: str) -> bool:
    try:
        parsedate_to_datetime(text)
    except ValueError:
        return False
    return True


def _tags(fragment: str) -> set[str]:
    if not fragment.strip():
        return set()
    root = html.fragment_fromstring(fragment, create_parent="div")
    return {str(node.tag) for node in root.iterdescendants() if isinstance(node.tag, str)}


ITEM_RULES = (
    required_tags,
    guids,
    dates,
    durations,
    numbers,
    descriptions,
    notes_html,
    links,
    secure_addresses,
)
"""Every rule on the items' words."""
