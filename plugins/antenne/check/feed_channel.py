"""Rules on a feed's channel: what directories ask of a show."""

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
    FEED_CHANNEL_TAG,
    FEED_COPYRIGHT,
    FEED_DESCRIPTION,
    FEED_EMPTY,
    FEED_EXPLICIT,
    FEED_FLAG,
    FEED_LANGUAGE,
    FEED_OWNER,
    FEED_PODCAST_GUID,
    FEED_RECOMMENDED,
    FEED_SERIAL,
    FEED_TITLE,
    FEED_TYPE,
)

LONGEST = 4000
"""The longest description in bytes."""

_REQUIRED = {
    "title": "title",
    "description": "summary",
    "link": "",
    "language": "language",
    "itunes:category": "categories",
    "itunes:explicit": "explicit",
    "itunes:image": "artwork",
}
"""The tags of a channel, each with the key of the show's front matter that gives it."""

_SIGNED = re.compile(r"©|\(c\)|copyright|\b(?:19|20)\d\d\b", re.IGNORECASE)
_LANGUAGE = re.compile(r"[a-z]{2}(-[a-z0-9]{2,8})*", re.IGNORECASE)


def required_tags(feed: Feed) -> Iterator[Problem]:
    """D6: a channel has every tag that Apple and PSP-1 require, and none is empty."""
    for path, key in _REQUIRED.items():
        element = find(feed.channel, path)
        if element is None or not ((element.text or "").strip() or element.attrib):
            hint = f"Add `{key}` to {feed.source}." if key else "Build again: the address comes from the settings."
            if key == "artwork":
                hint = f"Put a square picture named artwork.jpg or artwork.png beside {feed.source}."
            yield feed.at(
                FEED_CHANNEL_TAG, feed.channel, f"The show has no {path}, without which Apple refuses it.", hint
            )


def owner(feed: Feed) -> Iterator[Problem]:
    """D8: an owner with an e-mail address, to which directories write to verify who asks."""
    if "@" not in text_of(feed.channel, "itunes:owner/itunes:email"):
        message = "The show has no owner with an e-mail address: YouTube answers “Missing Owner Email”."
        yield feed.at(FEED_OWNER, feed.channel, message, f"Add `owner: {{name: …, email: …}}` to {feed.source}.")


def episodes(feed: Feed) -> Iterator[Problem]:
    """D9: at least one episode before a directory is shown the feed."""
    if not feed.items:
        message = "The show has no episode yet, and directories refuse an empty feed."
        yield feed.at(FEED_EMPTY, feed.channel, message, "Add an episode before you submit the feed to a directory.")


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


def description(feed: Feed) -> Iterator[Problem]:
    """D17: a show's description has at most 4000 bytes."""
    size = len(text_of(feed.channel, "description").encode())
    if size > LONGEST:
        message = f"The show's description has {size} bytes, and Apple takes {LONGEST}."
        yield feed.at(FEED_DESCRIPTION, _at(feed, "description"), message, f"Shorten `summary` in {feed.source}.")


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


def recommended_tags(feed: Feed) -> Iterator[Problem]:
    """D7: a channel has a podcast:guid, a podcast:locked and an itunes:author."""
    for path in ("podcast:guid", "podcast:locked", "itunes:author"):
        if not text_of(feed.channel, path):
            hint = f"Add `author` to {feed.source}." if path == "itunes:author" else "Build again."
            yield feed.at(FEED_RECOMMENDED, feed.channel, f"The show has no {path}.", hint)


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


def _at(feed: Feed, path: str) -> etree._Element:
    """Return the element that is wrong, or the channel where it is missing."""
    found = find(feed.channel, path)
    return feed.channel if found is None else found


def _did_you_mean(feed: Feed, word: str, known: Iterable[str]) -> str:
    names = list(known)
    near = nearest(word, names) or nearest(word.title(), names)
    return f"Write “{near}” in {feed.source}." if near else f"Choose one of: {', '.join(names)}, in {feed.source}."


CHANNEL_RULES = (
    required_tags,
    recommended_tags,
    title,
    copyright_,
    owner,
    episodes,
    language,
    explicit,
    categories,
    show_type,
    flags,
    description,
    podcast_guid,
)
"""Every rule on a channel, in the order in which a person would ask."""
