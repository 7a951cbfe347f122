"""Rules on a feed's items: what apps ask of an episode."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from email.utils import parsedate_to_datetime

from lxml import etree, html

from antenne.check.feed import Feed, find, name_of, tag_of, text_of
from antenne.check.feed_values import LONGEST
from antenne.problems import Problem
from antenne.problems.output.channel import FEED_DESCRIPTION
from antenne.problems.output.items import (
    FEED_DATE,
    FEED_DURATION,
    FEED_EPISODE_TYPE,
    FEED_GUID,
    FEED_GUID_ADDRESS,
    FEED_HTML,
    FEED_ITEM_RECOMMENDED,
    FEED_ITEM_TAG,
    FEED_ITEM_TITLE,
    FEED_NUMBER,
)

ALLOWED_HTML = frozenset(("p", "ol", "ul", "li", "a", "b", "i", "strong", "em"))
PLAIN_HTML = re.compile(rf"(?:[^<]+|</?(?:{'|'.join(sorted(ALLOWED_HTML))})(?:\s[^<>]*)?>)*+", re.ASCII)
"""A text in which each tag is an allowed one, at a glance; one that is not may be so all the same."""
_RECOMMENDED = {"pubDate": "date", "description": "summary", "link": "", "itunes:duration": ""}
"""What an item should have, each with the key of front matter that gives it."""

_NUMBERED = re.compile(
    r"^(?:s\d{1,2}\s?[eé]\d|#\s?\d+\b|(?:episode|épisode|ep\.|ép\.|folge|episodio)\s?#?\d+\b)", re.IGNORECASE
)
_DATE = re.compile(
    r"(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), )?\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4}"
    r" (?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)? (?:[+-]\d{4}|GMT|UT|[ECMP][SD]T)"
)


def required_tags(feed: Feed) -> Iterator[Problem]:
    """I1: an item has a title, a guid and an enclosure."""
    for item in feed.items:
        missing = [name for name in ("title", "guid") if not text_of(item, name)]
        missing += ["enclosure"] if find(item, "enclosure") is None else []
        for name in missing:
            message = f"{name_of(item)} has no {name}, so apps do not show it."
            yield feed.at(FEED_ITEM_TAG, item, message, "Complete the episode's front matter and build again.")


def recommended_tags(feed: Feed) -> Iterator[Problem]:
    """I1: an item has a date, a description, a link and a duration; each is told once, with how many lack it."""
    for path, key in _RECOMMENDED.items():
        lacking = [item for item in feed.items if not text_of(item, path)]
        if lacking:
            others = f" and {len(lacking) - 1} more" if len(lacking) > 1 else ""
            hint = f"Add `{key}` to the episode's front matter." if key else "Build again."
            yield feed.at(FEED_ITEM_RECOMMENDED, lacking[0], f"{name_of(lacking[0])}{others} has no {path}.", hint)


def titles(feed: Feed) -> Iterator[Problem]:
    """I2: a title has neither the episode's number nor the show's name in it."""
    show = text_of(feed.channel, "title").casefold()
    for item in feed.items:
        found = text_of(item, "title")
        around = re.split(r"\s*[-–—:|]\s+", found.casefold())
        named = len(show) > 3 and len(around) > 1 and show in (around[0], around[-1])
        if _NUMBERED.match(found) or named:
            what = "the show's name" if named else "a number"
            yield feed.at(FEED_ITEM_TITLE, item, f"The title {name_of(item)} has {what} in it.")


def guids(feed: Feed) -> Iterator[Problem]:
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
            yield feed.at(
                FEED_GUID_ADDRESS, guid, message, 'The program that writes the feed must say isPermaLink="false".'
            )


def dates(feed: Feed) -> Iterator[Problem]:
    """I8: a date by RFC 2822 with English names, 24 hours and a zone."""
    for item in feed.items:
        found = text_of(item, "pubDate")
        if found and not (_DATE.fullmatch(found) and _is_a_date(found)):
            message = f"The date of {name_of(item)}, “{found}”, cannot be read by apps."
            yield feed.at(FEED_DATE, item, message, "Give the episode a `date` such as 2013-11-05 11:41.")
    for name in ("pubDate", "lastBuildDate"):
        found = text_of(feed.channel, name)
        if found and not (_DATE.fullmatch(found) and _is_a_date(found)):
            yield feed.at(FEED_DATE, feed.channel, f"The show's {name}, “{found}”, cannot be read by apps.")


def durations(feed: Feed) -> Iterator[Problem]:
    """I9: a duration, where it is told, is in whole seconds."""
    for element in feed.each("itunes:duration"):
        if not re.fullmatch(r"[1-9][0-9]{0,6}", element.text or ""):
            message = f"The duration “{element.text or ''}” is not a number of whole seconds."
            yield feed.at(
                FEED_DURATION, element, message, "Check the recording: its duration may be impossible to read."
            )


def numbers(feed: Feed) -> Iterator[Problem]:
    """I11: season and episode are whole and not zero; the type is full, trailer or bonus."""
    for name in ("itunes:season", "itunes:episode"):
        for element in feed.each(name):
            if not re.fullmatch(r"[1-9][0-9]*", element.text or ""):
                message = f"{name} is “{element.text or ''}” and must be a whole number from 1."
                yield feed.at(
                    FEED_NUMBER, element, message, "Correct `season` or `number` in the episode's front matter."
                )
    for element in feed.each("itunes:episodeType"):
        if element.text not in ("full", "trailer", "bonus"):
            message = f"“{element.text or ''}” is not a type of episode."
            yield feed.at(
                FEED_EPISODE_TYPE, element, message, "Write `type: full`, `trailer` or `bonus` in front matter."
            )


def descriptions(feed: Feed) -> Iterator[Problem]:
    """I10: a description has at most 4000 bytes."""
    for item in feed.items:
        size = len(text_of(item, "description").encode())
        if size > LONGEST:
            message = f"The description of {name_of(item)} has {size} bytes, and Apple takes {LONGEST}."
            yield feed.at(FEED_DESCRIPTION, item, message, "Shorten `summary` in the episode's front matter.")


def notes_html(feed: Feed) -> Iterator[Problem]:
    """I10: descriptions and show notes hold only p, ol, ul, li, a, b, i, strong and em."""
    descriptions = [element for node in feed.nodes() if (element := find(node, "description")) is not None]
    for element in (*descriptions, *feed.each("content:encoded")):
        foreign = sorted(_tags(element.text or "") - ALLOWED_HTML)
        if foreign:
            message = f"The {tag_of(element)} holds {', '.join(f'<{tag}>' for tag in foreign)}, which apps do not show."
            yield feed.at(
                FEED_HTML, element, message, "Write the notes with paragraphs, lists, links and emphasis only."
            )


def _is_a_date(text: str) -> bool:
    try:
        parsedate_to_datetime(text)
    except (ValueError, OverflowError):
        return False
    return True


def _tags(fragment: str) -> set[str]:
    # Most have nothing but what is allowed, and need no parser to be seen through.
    if PLAIN_HTML.fullmatch(fragment):
        return set()
    try:
        root = html.fragment_fromstring(fragment, create_parent="div")
    except (etree.ParserError, ValueError):
        return {"an unknown one"}
    return {str(node.tag) for node in root.iterdescendants() if isinstance(node.tag, str)}


ITEM_RULES = (
    required_tags,
    recommended_tags,
    titles,
    guids,
    dates,
    durations,
    numbers,
    descriptions,
    notes_html,
)
"""Every rule on the items' words."""
