"""The extension through which feedgen takes elements that it does not know, or writes wrongly itself.

feedgen's own podcast extension accepts only yes, no and clean as `explicit`, silently drops a channel's picture whose
address ends otherwise than in .jpg or .png, writes `no` where a tag must be absent, refuses newer categories, and knows
nothing of the podcast namespace. So Antenne makes all of these elements itself.
"""

from __future__ import annotations

from feedgen.ext.base import BaseEntryExtension, BaseExtension
from lxml import etree

from antenne.feeds.xml import NAMESPACES

NAME = "antenne"
"""The attribute under which feedgen keeps the extension on a feed and on its entries."""


class ChannelTags(BaseExtension):  # type: ignore[misc]
    """Elements to stand in the channel, in their order."""

    def __init__(self) -> None:
        self.elements: list[etree._Element] = []
        self.undated = False

    def extend_ns(self) -> dict[str, str]:
        """Return the namespaces to declare on the root; without them every prefix would be `ns0`."""
        return dict(NAMESPACES)

    def extend_rss(self, feed: etree._Element) -> etree._Element:
        """Put the elements into the channel, which is the root's first child; take a date out that nothing gives."""
        channel = feed[0]
        date = channel.find("lastBuildDate")
        if self.undated and date is not None:
            channel.remove(date)
        channel.extend(self.elements)
        # feedparser does not know podcast:liveItem and takes its link and description for the channel's, unless these
        # come after it; of titles it keeps the first.
        channel[1:1] = channel.findall(f"{{{NAMESPACES['podcast']}}}liveItem")
        return feed


class ItemTags(BaseEntryExtension):  # type: ignore[misc]
    """Elements to stand in an item, in their order."""

    def __init__(self) -> None:
        self.elements: list[etree._Element] = []

    def extend_rss(self, feed: etree._Element) -> etree._Element:
        """Put the elements into the item."""
        feed.extend(self.elements)
        return feed
