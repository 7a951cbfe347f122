"""Rules on the artwork's bytes."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from antenne.check.feed import Feed, find
from antenne.check.feed_enclosures import ending
from antenne.check.magic import PictureFacts
from antenne.check.site import Site
from antenne.problems import Problem, Rule
from antenne.problems.output.sidecars import (
    ARTWORK_COLOUR,
    ARTWORK_CUT,
    ARTWORK_DENSITY,
    ARTWORK_ENDING,
    ARTWORK_FORMAT,
    ARTWORK_HEAVY,
    ARTWORK_MISSING,
    ARTWORK_SIZE,
    ARTWORK_SMALL,
    ARTWORK_SQUARE,
    ARTWORK_TRANSPARENT,
)

_SMALLEST, _LARGEST, _HEAVY, _DENSITY = 1400, 3000, 512 * 1024, 72
_ENDINGS = {".jpg": "JPEG", ".jpeg": "JPEG", ".png": "PNG"}
_HINT = "Give a square JPEG or PNG of 3000 by 3000 pixels in RGB as the show's artwork or the episode's cover."


def endings(feed: Feed) -> Iterator[Problem]:
    """W1: an address that ends as neither JPEG nor PNG."""
    for url, element in _pictures(feed):
        if ending(url) not in _ENDINGS:
            message = f"The picture “{url}” ends neither in .jpg nor in .png."
            yield feed.at(ARTWORK_ENDING, element, message, _HINT)


def artwork(feed: Feed, site: Site) -> Iterator[Problem]:
    """W1, W2, W4: each picture of a show or an episode, looked at once, is one that directories take."""
    for url, element in _pictures(feed):
        path = site.local(url)
        if path is None:
            if site.belongs(url):
                message = f"The picture {url} is not among the files of the site."
                yield feed.at(ARTWORK_MISSING, element, message, _HINT)
            continue
        facts = site.picture(path)
        if facts is None:
            yield feed.at(ARTWORK_FORMAT, element, f"The picture {url} is neither a JPEG nor a PNG.", _HINT)
            continue
        for rule, fault in _faults(facts, url):
            yield feed.at(rule, element, f"The picture {url} {fault}.", _HINT)


def _faults(facts: PictureFacts, url: str) -> Iterator[tuple[Rule, str]]:
    """Give what keeps a picture from being podcast artwork, as ends of a sentence."""
    size = f"{facts.width} by {facts.height} pixels"
    if not facts.whole:
        yield ARTWORK_CUT, "is cut off before its end"
    if facts.width != facts.height:
        yield ARTWORK_SQUARE, f"is not square but {size}"
    if not all(_SMALLEST <= side <= _LARGEST for side in (facts.width, facts.height)):
        yield ARTWORK_SIZE, f"is {size}, and not between {_SMALLEST} and {_LARGEST}"
    elif facts.width < _LARGEST:
        yield ARTWORK_SMALL, f"is {size}"
    if _ENDINGS.get(ending(url), facts.kind) != facts.kind:
        yield ARTWORK_ENDING, f"does not end as a {facts.kind} does"
    if facts.channels != 3:
        yield ARTWORK_COLOUR, "is not in RGB colours"
    if facts.alpha:
        yield ARTWORK_TRANSPARENT, "is transparent in places"
    if facts.density not in (0, _DENSITY):
        yield ARTWORK_DENSITY, f"says {facts.density} dots an inch"
    if facts.size > _HEAVY:
        yield ARTWORK_HEAVY, f"has {facts.size // 1024} KB"


def _pictures(feed: Feed) -> Iterator[tuple[str, etree._Element]]:
    seen: dict[str, etree._Element] = {}
    for node in feed.nodes():
        element = find(node, "itunes:image")
        if element is not None:
            seen.setdefault(element.get("href", ""), element)
    yield from seen.items()
