"""The extension through which feedgen takes links of an Atom feed and its entries that it would leave out.

feedgen writes an entry's links without their `rel`, `type` and `length`, and knows no fh:archive.
"""

from __future__ import annotations

from feedgen.ext.base import BaseEntryExtension, BaseExtension
from lxml import etree

NAME = "antenne"
_ATOM = "{http://www.w3.org/2005/Atom}"


class FeedLinks(BaseExtension):  # type: ignore[misc]
    """Elements to stand in the feed, in their order."""

    def __init__(self) -> None:
        self.elements: list[etree._Element] = []

    def extend_atom(self, feed: etree._Element) -> etree._Element:
        """Put the elements into the feed, before its entries."""
        feed.extend(self.elements)
        return feed


class EntryLinks(BaseEntryExtension):  # type: ignore[misc]
    """Elements to stand in an entry, in their order."""

    def __init__(self) -> None:
        self.elements: list[etree._Element] = []

    def extend_atom(self, entry: etree._Element) -> etree._Element:
        """Put the elements into the entry."""
        entry.extend(self.elements)
        return entry


def link(rel: str, href: str, **attributes: str) -> etree._Element:
    """Return an Atom link."""
    return etree.Element(f"{_ATOM}link", {"rel": rel, "href": href, **attributes})
