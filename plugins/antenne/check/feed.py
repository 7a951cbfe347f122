"""A feed read back from its bytes, as an app would."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from typing import Any

from lxml import etree

from antenne.problems import Problem, Rule, Where
from antenne.problems.output.channel import FEED_NAMESPACE, FEED_UNREADABLE

# Said again on purpose: a check that took them from the maker of the feeds would agree with the maker's mistake.
NAMESPACES = {
    "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "podcast": "https://podcastindex.org/namespace/1.0",
    "psc": "http://podlove.org/simple-chapters",
    "atom": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
}
_NEEDED = ("itunes", "podcast", "atom")


@dataclass(frozen=True, kw_only=True)
class Feed:
    """A show's feed: where it was read, its channel and its items.

    `address` is the one under which it must stand, empty when nobody knows; `source` is the file in which an author of
    Antenne says what the show is, empty for a feed from elsewhere; `private` ones are served on this machine alone.
    """

    path: str
    channel: etree._Element
    items: tuple[etree._Element, ...]
    address: str = ""
    source: str = ""
    private: bool = False

    def at(self, rule: Rule, element: etree._Element, message: str, hint: str = "") -> Problem:
        """Return a rule's problem at an element; a hint that speaks of front matter is for Antenne's own feeds."""
        return rule.at(Where(self.path, line_of(element)), message, hint if self.source else "")

    @cached_property
    def elements(self) -> tuple[tuple[etree._Element, str], ...]:
        """All elements, the channel first, each with its name as documents write it."""
        return tuple((element, tag_of(element)) for element in self.channel.iter(etree.Element))

    def nodes(self) -> Iterator[etree._Element]:
        """Give the channel and the items, in their order."""
        yield self.channel
        yield from self.items

    def each(self, path: str) -> Iterator[etree._Element]:
        """Give the elements at a path with prefixes in every item."""
        for item in self.items:
            yield from find_all(item, path)


def parse_xml(data: bytes) -> etree._Element:
    """Return the root of an XML file that may come from anywhere: no entity and nothing from the network is read."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False, huge_tree=False
    )
    return etree.fromstring(data, parser)


def read_root(data: bytes, path: str) -> etree._Element | Problem:
    """Return the root of a feed, or the problem that keeps everything else from being asked."""
    try:
        return parse_xml(data)
    except (etree.XMLSyntaxError, ValueError) as error:
        line = getattr(error, "lineno", None) or 0
        reason = getattr(error, "msg", None) or str(error)
        return FEED_UNREADABLE.at(Where(path, line), f"The feed is not well-formed XML: {reason}.")


def channel_of(root: etree._Element, path: str) -> etree._Element | Problem:
    """Return the channel of an RSS feed, or the problem that keeps everything else from being asked."""
    channel = root.find("channel")
    if root.tag != "rss" or root.get("version") != "2.0" or channel is None:
        return FEED_UNREADABLE.at(Where(path, 1), "The feed is not RSS 2.0 with a channel.")
    return _wrong_namespace(path, root) or channel


def line_of(element: Any) -> int:
    """Return the line on which an element begins, 0 when the parser does not say."""
    return int(element.sourceline or 0)


def text_of(node: etree._Element, path: str) -> str:
    """Return the text of the element at a path with prefixes, trimmed; empty when it is not there."""
    found = find(node, path)
    return (found.text or "").strip() if found is not None else ""


def find(node: etree._Element, path: str) -> etree._Element | None:
    """Return the element at a path with prefixes."""
    if "/" in path:
        return node.find(path, namespaces=NAMESPACES)
    return next(node.iterchildren(_full(path)), None)


def find_all(node: etree._Element, path: str) -> list[etree._Element]:
    """Return the elements at a path with prefixes."""
    if "/" in path:
        return node.findall(path, namespaces=NAMESPACES)
    return list(node.iterchildren(_full(path)))


@cache
def _full(name: str) -> str:
    """Return a name with a prefix in Clark's notation: lxml would read each path anew, for each item of a feed."""
    prefix, colon, local = name.rpartition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}" if colon else local


def name_of(item: etree._Element) -> str:
    """Return the words by which a message names an item."""
    return f"“{text_of(item, 'title') or text_of(item, 'guid') or 'an item without a title'}”"


def tag_of(element: etree._Element) -> str:
    """Return an element's name with the prefix that documents give it: `itunes:image`."""
    return _shown(str(element.tag))


@lru_cache(maxsize=1000)
def _shown(tag: str) -> str:
    """Return a name in Clark's notation as documents write it: a long feed has the same few many thousand times."""
    name = etree.QName(tag)
    prefix = next((prefix for prefix, uri in NAMESPACES.items() if uri == name.namespace), "")
    return f"{prefix}:{name.localname}" if prefix else name.localname


def _wrong_namespace(path: str, root: etree._Element) -> Problem | None:
    """Return the problem of a prefix that stands for another address than apps look for."""
    declared = root.nsmap
    for prefix, uri in NAMESPACES.items():
        found = declared.get(prefix)
        if found != uri and (found is not None or prefix in _NEEDED):
            message = f"The prefix {prefix} stands for {found or 'nothing'} and not for {uri}."
            return FEED_NAMESPACE.at(Where(path, line_of(root)), message)
    return None
