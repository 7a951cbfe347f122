"""A feed read back from its bytes, as an app would."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from lxml import etree

from antenne.check.site import Site
from antenne.problems import Problem, Rule, Where
from antenne.problems.rules import FEED_NAMESPACE, FEED_UNREADABLE

# Said again on purpose: a check that took them from the maker of the feeds would agree with the maker's mistake.
NAMESPACES = {
    "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "podcast": "https://podcastindex.org/namespace/1.0",
    "psc": "http://podlove.org/simple-chapters",
    "atom": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
}
_NEEDED = ("itunes", "podcast", "atom")


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A show's feed: its path within the site, its channel and its items."""

    path: str
    channel: etree._Element
    items: tuple[etree._Element, ...]

    @property
    def source(self) -> str:
        """The file in which the author says what the show is."""
        return f"content/shows/{self.path.rsplit('/', 1)[-1].removesuffix('.xml')}/index.md"

    def at(self, rule: Rule, element: etree._Element, message: str, hint: str) -> Problem:
        """Return a rule's problem at an element."""
        return rule.at(Where(self.path, line_of(element)), message, hint)


def read_feed(site: Site, path: str) -> Feed | Problem:
    """Return a show's feed, or the problem that keeps everything else from being asked."""
    try:
        root = parse_xml((site.folder / path).read_bytes())
    except etree.XMLSyntaxError as error:
        return _unreadable(path, error.lineno or 0, f"The feed is not well-formed XML: {error.msg}.")
    channel = root.find("channel")
    if root.tag != "rss" or root.get("version") != "2.0" or channel is None:
        return _unreadable(path, 1, "The feed is not RSS 2.0 with a channel.")
    if (root.getroottree().docinfo.encoding or "").upper() != "UTF-8":
        return _unreadable(path, 1, "The feed does not begin with an XML declaration that says UTF-8.")
    return _wrong_namespace(path, root) or Feed(path=path, channel=channel, items=tuple(channel.iterfind("item")))


def parse_xml(data: bytes) -> etree._Element:
    """Return the root of an XML file that may come from anywhere: no entity and nothing from the network is read."""
    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))


def line_of(element: Any) -> int:
    """Return the line on which an element begins, 0 when the parser does not say."""
    return int(element.sourceline or 0)


def text_of(node: etree._Element, path: str) -> str:
    """Return the text of the element at a path with prefixes, trimmed; empty when it is not there."""
    return (node.findtext(path, namespaces=NAMESPACES) or "").strip()


def find(node: etree._Element, path: str) -> etree._Element | None:
    """Return the element at a path with prefixes."""
    return node.find(path, namespaces=NAMESPACES)


def find_all(node: etree._Element, path: str) -> list[etree._Element]:
    """Return the elements at a path with prefixes."""
    return node.findall(path, namespaces=NAMESPACES)


def name_of(item: etree._Element) -> str:
    """Return the words by which a message names an item."""
    return f"“{text_of(item, 'title') or text_of(item, 'guid') or 'an item without a title'}”"


def _unreadable(path: str, line: int, message: str) -> Problem:
    hint = "Build again; when it stays so, look for strange characters in the titles and summaries of the show."
    return FEED_UNREADABLE.at(Where(path, line), message, hint)


def _wrong_namespace(path: str, root: etree._Element) -> Problem | None:
    """Return the problem of a prefix that stands for another address than apps look for."""
    declared = root.nsmap
    for prefix, uri in NAMESPACES.items():
        found = declared.get(prefix)
        if found != uri and (found is not None or prefix in _NEEDED):
            message = f"The prefix {prefix} stands for {found or 'nothing'} and not for {uri}."
            hint = "Apps compare this address letter for letter: correct it in the program or template that writes it."
            return FEED_NAMESPACE.at(Where(path, line_of(root)), message, hint)
    return None
