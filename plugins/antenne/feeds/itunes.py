"""The itunes namespace, as Apple's Podcaster's Guide to RSS has it.

Its old subtitle and summary are left out: Apple reads them no more, and some readers show them for the description.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from antenne.feeds.xml import element, shorten
from antenne.model import Category, Episode, Owner, Show

_TEXT = 255
"""The longest text of a tag for which no other bound is stated (PSP-1)."""


def channel_elements(show: Show, owner: Owner | None, artwork: str) -> Iterator[etree._Element]:
    """Give the elements of a channel; `artwork` is the picture's address, empty for none."""
    if show.author:
        yield element("itunes:author", shorten(show.author, _TEXT))
    yield element("itunes:type", show.type)
    yield _explicit(show.explicit)
    if owner:
        yield _owner(owner)
    if artwork:
        yield element("itunes:image", href=artwork)
    yield from _categories(show.categories)
    if show.new_feed_url:
        yield element("itunes:new-feed-url", show.new_feed_url)
    # A word other than Yes means nothing to Apple, so a tag that would say no is left out.
    if show.block:
        yield element("itunes:block", "Yes")
    if show.complete:
        yield element("itunes:complete", "Yes")


def item_elements(episode: Episode, picture: str) -> Iterator[etree._Element]:
    """Give the elements of an item; `picture` is the address of the episode's own picture, empty for none."""
    yield element("itunes:title", shorten(episode.title, _TEXT))
    if episode.artist:
        yield element("itunes:author", shorten(episode.artist, _TEXT))
    yield element("itunes:duration", str(whole_seconds(episode.audio.duration)))
    yield _explicit(episode.explicit)
    yield element("itunes:episodeType", episode.type)
    if episode.season:
        yield element("itunes:season", str(episode.season))
    if episode.number:
        yield element("itunes:episode", str(episode.number))
    if picture:
        yield element("itunes:image", href=picture)


def whole_seconds(duration: float) -> int:
    """Return a duration in whole seconds, at least one: an app takes 0 for unknown."""
    return max(1, round(duration))


def _explicit(value: bool) -> etree._Element:
    return element("itunes:explicit", "true" if value else "false")


def _owner(owner: Owner) -> etree._Element:
    name = element("itunes:name", shorten(owner.name, _TEXT))
    return element("itunes:owner", "", name, element("itunes:email", owner.email))


def _categories(categories: tuple[Category, ...]) -> Iterator[etree._Element]:
    """Give one element per parent, in the author's order, its children inside: Apple looks at the first."""
    parents: dict[str, etree._Element] = {}
    for category in categories:
        parent = parents.setdefault(category.name, element("itunes:category", text=category.name))
        if category.child:
            parent.append(element("itunes:category", text=category.child))
    yield from parents.values()
