"""Rules on a feed's own addresses: where it stands, its pages and its hub."""

from __future__ import annotations

from collections.abc import Iterator

from antenne.check.feed import Feed, find_all, text_of
from antenne.check.site import Site
from antenne.problems import Problem
from antenne.problems.output.channel import FEED_HUB, FEED_LINK, FEED_PAGING, FEED_SELF

_PAGES = ("first", "prev", "previous", "next", "last", "prev-archive", "next-archive", "current")


def own_address(feed: Feed) -> Iterator[Problem]:
    """D6: atom:link rel=self is the address at which the feed stands, or at least one address."""
    found = _addresses(feed, "self")
    if feed.path and len(found) == 1 and found[0] == text_of(feed.channel, "itunes:new-feed-url"):
        # What is left at an old address is the feed itself, which says where it stands now.
        return
    if not found or len(found) > 1 or (feed.address and found != [feed.address]):
        stands = f", but it stands at {feed.address}" if feed.address else ", and should name one"
        message = f"The feed says that it stands at {' and '.join(found) or 'no address'}{stands}."
        hint = "Build again with the address in SITEURL under which it is served."
        yield feed.at(FEED_SELF, feed.channel, message, hint)


def hub(feed: Feed) -> Iterator[Problem]:
    """P19: a hub has an https address, and knows the feed by its own."""
    for address in _addresses(feed, "hub"):
        if not address.startswith("https://"):
            yield feed.at(FEED_HUB, feed.channel, f"The hub “{address}” has no address that begins with https://.")
        elif not _addresses(feed, "self"):
            yield feed.at(FEED_HUB, feed.channel, "The feed names a hub, and not its own address.")


def pages(feed: Feed) -> Iterator[Problem]:
    """P18: pages lead on to others, by complete addresses, and not in a circle."""
    links = {name: _addresses(feed, name) for name in _PAGES}
    own = _addresses(feed, "self")
    for name, found in links.items():
        for address in found:
            if not address.startswith(("https://", "http://")):
                yield feed.at(FEED_PAGING, feed.channel, f"The feed's {name} page, “{address}”, has no whole address.")
        if len(found) > 1:
            yield feed.at(FEED_PAGING, feed.channel, f"The feed has {len(found)} {name} pages, and can have one.")
    for name in ("next", "prev", "previous"):
        if links[name] and links[name] == own:
            yield feed.at(FEED_PAGING, feed.channel, f"The feed's {name} page is the feed itself, so apps never end.")
    if links["next"] and links["next"] == links["prev"]:
        yield feed.at(FEED_PAGING, feed.channel, "The feed's next and prev pages are the same.")


def pages_are_there(feed: Feed, site: Site) -> Iterator[Problem]:
    """P18: the other pages of a feed are on the site."""
    for name in _PAGES:
        for address in _addresses(feed, name):
            if site.belongs(address) and site.local(address) is None:
                message = f"The feed's {name} page, {address}, is not on the site."
                yield feed.at(FEED_PAGING, feed.channel, message)


def links_are_there(feed: Feed, site: Site) -> Iterator[Problem]:
    """The pages of the site that a feed leads to are there."""
    for node in feed.nodes():
        address = text_of(node, "link")
        target = site.target(address) if address else None
        if target and not target.outside and not site.has(target):
            message = f"The feed leads to {address}, and there is no such page."
            yield feed.at(FEED_LINK, node, message, "Build again; when it stays so, check SITEURL.")


def _addresses(feed: Feed, relation: str) -> list[str]:
    links = find_all(feed.channel, "atom:link")
    return [link.get("href", "") for link in links if link.get("rel") == relation]


LINK_RULES = (own_address, hub, pages)
"""Every rule on a feed's addresses."""
