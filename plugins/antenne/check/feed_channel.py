"""Rules on a feed's channel: the tags that it must and should have."""

from __future__ import annotations

from collections.abc import Iterator

from antenne.check.feed import Feed, find, text_of
from antenne.problems import Problem
from antenne.problems.output.channel import FEED_CHANNEL_TAG, FEED_EMPTY, FEED_OWNER, FEED_RECOMMENDED

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


def recommended_tags(feed: Feed) -> Iterator[Problem]:
    """D7: a channel has a podcast:guid, a podcast:locked and an itunes:author."""
    for path in ("podcast:guid", "podcast:locked", "itunes:author"):
        if not text_of(feed.channel, path):
            hint = f"Add `author` to {feed.source}." if path == "itunes:author" else "Build again."
            yield feed.at(FEED_RECOMMENDED, feed.channel, f"The show has no {path}.", hint)


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


CHANNEL_RULES = (required_tags, recommended_tags, owner, episodes)
"""Every rule on the tags of a channel."""
