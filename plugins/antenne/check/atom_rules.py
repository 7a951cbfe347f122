"""Rules on Atom feeds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from lxml import etree

from antenne.check.feed import line_of
from antenne.check.site import Site
from antenne.problems import Problem, Where
from antenne.problems.output.channel import FEED_LINK, FEED_SELF
from antenne.problems.output.items import FEED_GUID

_ATOM = {"a": "http://www.w3.org/2005/Atom"}


def atom_problems(root: etree._Element, path: str, address: str) -> Iterator[Problem]:
    """Give what is wrong with an Atom feed by itself: its own address, where it is known, and its ids."""
    found = [link.get("href") for link in root.findall("a:link[@rel='self']", _ATOM)]
    if len(found) != 1 or (address and found != [address]):
        stands = f"it stands at {address}" if address else "it stands at one address"
        hint = "Build again with the address in SITEURL under which it is served."
        yield FEED_SELF.at(Where(path, 1), f"The feed does not say that {stands}.", hint if address else "")
    entries = root.findall("a:entry", _ATOM)
    counts = Counter(entry.findtext("a:id", "", _ATOM) for entry in entries)
    for entry in entries:
        own = entry.findtext("a:id", "", _ATOM)
        if not own or counts[own] > 1:
            title = entry.findtext("a:title", "", _ATOM)
            message = f"“{title}” has no id of its own, so readers show only one of two entries."
            yield FEED_GUID.at(Where(path, line_of(entry)), message)


def atom_links(root: etree._Element, path: str, site: Site) -> Iterator[Problem]:
    """Give the entries whose pages are not on the site."""
    for entry in root.findall("a:entry", _ATOM):
        for link in entry.findall("a:link", _ATOM):
            target = site.target(link.get("href", ""))
            if target and not target.outside and not site.has(target):
                message = f"The feed leads to {link.get('href')}, and there is no such page."
                yield FEED_LINK.at(Where(path, line_of(entry)), message)
