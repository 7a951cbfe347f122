"""Rules on the Atom feed of the notes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from lxml import etree

from antenne.check.feed import line_of, parse_xml
from antenne.check.site import Site
from antenne.problems import Problem, Where
from antenne.problems.rules import FEED_GUID, FEED_LINK, FEED_SELF, FEED_UNREADABLE

_ATOM = {"a": "http://www.w3.org/2005/Atom"}


def check_notes_feed(site: Site, path: str) -> Iterator[Problem]:
    """Give what is wrong with the feed of the notes: its form, its own address, its ids and its links."""
    try:
        root = parse_xml((site.folder / path).read_bytes())
    except etree.XMLSyntaxError as error:
        hint = "Build again; when it stays so, look for strange characters in the notes."
        yield FEED_UNREADABLE.at(Where(path, error.lineno or 0), f"The feed is not well-formed XML: {error.msg}.", hint)
        return
    expected = site.routes.address(path)
    if [link.get("href") for link in root.findall("a:link[@rel='self']", _ATOM)] != [expected]:
        hint = "Build again with the address in SITEURL under which it is served."
        yield FEED_SELF.at(Where(path, 1), f"The feed of notes does not say that it stands at {expected}.", hint)
    entries = root.findall("a:entry", _ATOM)
    counts = Counter(entry.findtext("a:id", "", _ATOM) for entry in entries)
    for entry in entries:
        yield from _entry(site, path, entry, counts)


def _entry(site: Site, path: str, entry: etree._Element, counts: Counter[str]) -> Iterator[Problem]:
    where = Where(path, line_of(entry))
    title = entry.findtext("a:title", "", _ATOM)
    own = entry.findtext("a:id", "", _ATOM)
    if not own or counts[own] > 1:
        message = f"The note “{title}” has no id of its own, so readers show only one of two notes."
        yield FEED_GUID.at(where, message, "Give the two notes' files different names.")
    for link in entry.findall("a:link", _ATOM):
        target = site.target(link.get("href", ""))
        if target and not target.outside and not site.has(target):
            message = f"The feed leads to {link.get('href')}, and there is no such page."
            yield FEED_LINK.at(where, message, "Build again; when it stays so, check SITEURL.")
