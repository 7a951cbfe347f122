"""All rules on a feed: those that it answers by itself, and those that need the files it names."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from antenne.check.artwork import artwork, endings
from antenne.check.atom_rules import atom_links, atom_problems
from antenne.check.chapters import chapter_files, chapter_tags, described_chapters, simple_chapters
from antenne.check.feed import Feed, channel_of, read_root
from antenne.check.feed_bytes import document_problems
from antenne.check.feed_channel import CHANNEL_RULES
from antenne.check.feed_enclosures import ENCLOSURE_RULES
from antenne.check.feed_items import ITEM_RULES
from antenne.check.feed_links import LINK_RULES, links_are_there, pages_are_there
from antenne.check.feed_texts import TEXT_RULES
from antenne.check.feed_values import VALUE_RULES
from antenne.check.podcast_rules import PODCAST_RULES, integrity_of_files
from antenne.check.recordings import RECORDING_RULES
from antenne.check.site import Site
from antenne.check.transcripts import transcript_files, transcript_tags
from antenne.problems import Problem
from antenne.problems.output.channel import FEED_CONTROL

DOCUMENT_RULES = (
    *CHANNEL_RULES,
    *VALUE_RULES,
    *LINK_RULES,
    *TEXT_RULES,
    *ITEM_RULES,
    *ENCLOSURE_RULES,
    *PODCAST_RULES,
    chapter_tags,
    simple_chapters,
    described_chapters,
    transcript_tags,
    endings,
)
"""Every rule that a feed answers by itself."""

FILE_RULES = (
    links_are_there,
    pages_are_there,
    *RECORDING_RULES,
    chapter_files,
    transcript_files,
    artwork,
    integrity_of_files,
)
"""Every rule that needs the files beside a feed."""

_ATOM = "{http://www.w3.org/2005/Atom}feed"


def feed_problems(
    data: bytes, path: str, *, address: str = "", source: str = "", private: bool = False, site: Site | None = None
) -> Iterator[Problem]:
    """Give what is wrong with a feed's bytes, and with the files it names where a `site` has them.

    `path` is what a problem says of its place; the others are as a Feed has them.
    """
    early = tuple(document_problems(data, path))
    yield from early
    root = read_root(data, path)
    if isinstance(root, Problem):
        # A control character is why the parser stopped, and says more to a reader than the parser does.
        if not any(problem.code == FEED_CONTROL.code for problem in early):
            yield root
        return
    if root.tag == _ATOM:
        yield from atom_problems(root, path, address)
        yield from atom_links(root, path, site) if site else ()
        return
    channel = channel_of(root, path)
    if isinstance(channel, Problem):
        yield channel
        return
    feed = _feed(channel, path, address, source, private)
    for rule in DOCUMENT_RULES:
        yield from rule(feed)
    for file_rule in FILE_RULES if site else ():
        assert site is not None
        yield from file_rule(feed, site)


def _feed(channel: etree._Element, path: str, address: str, source: str, private: bool) -> Feed:
    items = tuple(channel.iterfind("item"))
    return Feed(path=path, channel=channel, items=items, address=address, source=source, private=private)
