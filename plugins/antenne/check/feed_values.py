"""Rules on what a channel's tags say of a show."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from uuid import UUID

from lxml import etree

from antenne.check.feed import Feed, find, find_all, name_of, text_of
from antenne.model import APPLE_CATEGORIES
from antenne.problems import Problem, nearest
from antenne.problems.output.channel import (
    FEED_CATEGORY,
    FEED_COPYRIGHT,
    FEED_DESCRIPTION,
    FEED_EXPLICIT,
    FEED_FLAG,
    FEED_LANGUAGE,
    FEED_PODCAST_GUID,
    FEED_SERIAL,
    FEED_TITLE,
    FEED_TYPE,
)

LONGEST = 4000
"""The longest description in bytes."""

_SIGNED = re.compile(r"©|\(c\)|copyright|\b(?:19|20)\d\d\b", re.IGNORECASE)
_LANGUAGE = re.compile(r"[a-z]{2}(-[a-z0-9]{2,8})*", re.IGNORECASE)


def title(feed: Feed) -> Iterator[Problem]:
    """D16: a title is a name, and no list of keywords."""
    found = text_of(feed.channel, "title")
    if found.count(",") > 2 or found.count(";") > 1 or "|" in found:
        message = f"The show's title, “{found[:120]}”, reads as a list of keywords."
        yield feed.at(FEED_TITLE, _at(feed, "title"), message, f"Keep the name alone as `title` in {feed.source}.")


def copyright_(feed: Feed) -> Iterator[Problem]:
    """D15: the owner of the rights alone."""
    found = text_of(feed.channel, "copyright")
    if match := _SIGNED.search(found):
        message = f"The copyright, “{found[:120]}”, has “{match[0]}” in it, which apps put there themselves."
        yield feed.at(
            FEED_COPYRIGHT, _at(feed, "copyright"), message, f"Write only the name as `copyright` in {feed.source}."
        )


def description(feed: Feed) -> Iterator[Problem]:
    """D17: a show's description has at most 4000 bytes."""
    size = len(text_of(feed.channel, "description").encode())
    if size > LONGEST:
        message = f"The show's description has {size} bytes, and Apple takes {LONGEST}."
        yield feed.at(FEED_DESCRIPTION, _at(feed, "description"), message, f"Shorten `summary` in {feed.source}.")


def language(feed: Feed) -> Iterator[Problem]:
    """D10: an ISO 639 language of two letters, with a region at most."""
    found = text_of(feed.channel, "language")
    if found and not _LANGUAGE.fullmatch(found):
        message = f"Apple does not take “{found}” for a language."
        yield feed.at(
            FEED_LANGUAGE,
            _at(feed, "language"),
            message,
            f"Write `language: fr` or `language: fr-CA` in {feed.source}.",
        )


def explicit(feed: Feed) -> Iterator[Problem]:
    """D11: explicit is exactly true or false, on the channel and on each item."""
    for node in feed.nodes():
        element = find(node, "itunes:explicit")
        if element is not None and element.text not in ("true", "false"):
            message = f"itunes:explicit says “{element.text or ''}”, and only true and false are understood."
            yield feed.at(
                FEED_EXPLICIT, element, message, "Write `explicit: true` or `explicit: false` in front matter."
            )


def categories(feed: Feed) -> Iterator[Problem]:
    """D12: each category and its child are names of Apple's list, to the letter."""
    for parent in find_all(feed.channel, "itunes:category"):
        name = parent.get("text", "")
        children = APPLE_CATEGORIES.get(name)
        if children is None:
            yield feed.at(
                FEED_CATEGORY,
                parent,
                f"“{name}” is not a category of Apple's.",
                _did_you_mean(feed, name, APPLE_CATEGORIES),
            )
            continue
        for child in (node.get("text", "") for node in find_all(parent, "itunes:category")):
            if child not in children:
                message = f"“{child}” is not a category within “{name}” of Apple's."
                yield feed.at(FEED_CATEGORY, parent, message, _did_you_mean(feed, child, children))


def show_type(feed: Feed) -> Iterator[Problem]:
    """D13: episodic or serial, and each full episode of a serial has a number."""
    kind = text_of(feed.channel, "itunes:type") or "episodic"
    if kind not in ("episodic", "serial"):
        hint = f"Write `type: episodic` or `type: serial` in {feed.source}."
        yield feed.at(FEED_TYPE, _at(feed, "itunes:type"), f"“{kind}” is not a type of show.", hint)
    for item in feed.items if kind == "serial" else ():
        if text_of(item, "itunes:episodeType") in ("", "full") and not text_of(item, "itunes:episode"):
            message = f"{name_of(item)} has no number, and the show is a serial."
            yield feed.at(FEED_SERIAL, item, message, "Add `number: 1`, 2… to the episode's front matter.")


def flags(feed: Feed) -> Iterator[Problem]:
    """D14: block and complete mean something only when they say Yes."""
    for name in ("itunes:block", "itunes:complete"):
        element = find(feed.channel, name)
        if element is not None and element.text not in ("Yes", "yes"):
            message = f"{name} says “{element.text or ''}”: only Yes means something there."
            yield feed.at(
                FEED_FLAG, element, message, f"Leave `{name.split(':')[1]}` out of {feed.source}, or write true."
            )


def podcast_guid(feed: Feed) -> Iterator[Problem]:
    """3-G: the podcast:guid is a UUID of version 5."""
    found = text_of(feed.channel, "podcast:guid")
    if not found:
        return
    try:
        right = UUID(found).version == 5
    except ValueError:
        right = False
    if not right:
        message = f"The show's podcast:guid “{found}” is not a UUID of version 5."
        yield feed.at(
            FEED_PODCAST_GUID,
            _at(feed, "podcast:guid"),
            message,
            f"Take `guid` out of {feed.source}, or write the one it had.",
        )


def _at(feed: Feed, path: str) -> etree._Element:
    """Return the element that is wrong, or the channel where it is missing."""
    found = find(feed.channel, path)
    return feed.channel if found is None else found


def _did_you_mean(feed: Feed, word: str, known: Iterable[str]) -> str:
    names = list(known)
    near = nearest(word, names) or nearest(word.title(), names)
    return f"Write “{near}” in {feed.source}." if near else f"Choose one of: {', '.join(names)}, in {feed.source}."


VALUE_RULES = (title, copyright_, description, language, explicit, categories, show_type, flags, podcast_guid)
"""Every rule on what a channel says, in the order in which a person would ask."""
