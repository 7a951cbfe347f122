"""The itunes namespace, as Apple's Podcaster's Guide to RSS has it.

Its old subtitle and summary are left out: Apple reads them no more, and some readers show them for the description.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from antenne.feeds.tags import tag
from antenne.feeds.xml import shorten
from antenne.model import Category, Episode, Owner, Show


def channel_elements(show: Show, owner: Owner | None, artwork: str) -> Iterator[etree._Element]:
    """Give the elements of a channel; `artwork` is the picture's address, empty for none."""
    # feedparser takes the last name that it meets for the author's, so the owner comes first.
    if owner:
        yield _owner(owner)
    if show.author:
        yield tag("itunes:author", show.author)
    yield tag("itunes:type", show.type)
    yield _explicit(show.explicit)
    if artwork:
        yield tag("itunes:image", href=artwork)
    yield from _categories(show.categories)
    if show.new_feed_url:
        yield tag("itunes:new-feed-url", show.new_feed_url)
    # A word other than Yes means nothing to Apple, so a tag that would say no is left out.
    if show.block:
        yield tag("itunes:block", "Yes")
    if show.complete:
        yield tag("itunes:complete", "Yes")
    if show.apple_verify:
        yield tag("itunes:applepodcastsverify", show.apple_verify)


def item_elements(episode: Episode, picture: str) -> Iterator[etree._Element]:
    """Give the elements of an item; `picture` is the address of the episode's own picture, empty for none."""
    yield tag("itunes:title", episode.title)
    if episode.artist:
        yield tag("itunes:author", episode.artist)
    yield tag("itunes:duration", str(whole_seconds(episode.audio.duration)))
    yield _explicit(episode.explicit)
    yield tag("itunes:episodeType", episode.type)
    if episode.season:
        yield tag("itunes:season", str(episode.season))
    if episode.number:
        yield tag("itunes:episode", str(episode.number))
    if picture:
        yield tag("itunes:image", href=picture)
    if episode.block:
        yield tag("itunes:block", "Yes")


def whole_seconds(duration: float) -> int:
    """Return a duration in whole seconds, at least one: an app takes 0 for unknown."""
    return max(1, round(duration))


def _explicit(value: bool) -> etree._Element:
    return tag("itunes:explicit", "true" if value else "false")


def _owner(owner: Owner) -> etree._Element:
    name = tag("itunes:name", shorten(owner.name, 255))
    return tag("itunes:owner", "", name, tag("itunes:email", owner.email))


def _categories(categories: tuple[Category, ...]) -> Iterator[etree._Element]:
    """Give one element per parent, in the author's order, its children inside: Apple looks at the first."""
    parents: dict[str, etree._Element] = {}
    for category in categories:
        parent = parents.setdefault(category.name, tag("itunes:category", text=category.name))
        if category.child:
            parent.append(tag("itunes:category", text=category.child))
    yield from parents.values()
