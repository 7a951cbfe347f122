"""The recordings that the feeds of a built site name."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lxml import etree
from msgspec import Struct

from antenne.deploy.manifest import is_inside
from antenne.deploy.order import Kind, kind_of
from antenne.model import without_prefix

_ATOM = "{http://www.w3.org/2005/Atom}link"

Holds = Callable[[str], bool]
"""Says whether the site has a file of a path."""


class Enclosure(Struct, frozen=True, kw_only=True):
    """A recording as a feed names it: `path` is its place in the built site, empty when it is none; `length` in bytes.

    `feed` is the feed's path.
    """

    feed: str
    url: str
    path: str
    length: int
    type: str


class Unreadable(Struct, frozen=True):
    """A feed that is no XML, with what the parser says."""

    feed: str
    why: str


def enclosures_of(build: Path, media: str = "") -> tuple[Enclosure, ...]:
    """Return every recording that the feeds of a built site name, each address once; `media` as `read_enclosures`."""
    named = (one for feed in feeds_of(build) for one in read_enclosures(build, feed, media))
    found = (one for one in named if isinstance(one, Enclosure))
    return tuple({one.url: one for one in found}.values())


def feeds_of(build: Path) -> Iterator[str]:
    """Give the path of every feed of a built site."""
    for feed in sorted(build.rglob("*.xml")):
        path = feed.relative_to(build).as_posix()
        if kind_of(path) is Kind.FEED and feed.is_file():
            yield path


def read_enclosures(build: Path, feed: str, media: str = "") -> Iterator[Enclosure | Unreadable]:
    """Give every recording that a feed names, of RSS and of Atom, or what makes it unreadable.

    `media` is the address of the recordings without a trailing slash, where they have one of their own.
    """
    try:
        root = etree.parse(build / feed, _parser()).getroot()
    except (etree.XMLSyntaxError, OSError) as error:
        yield Unreadable(feed, str(error))
        return
    yield from _enclosures(root, feed, lambda path: (build / path).is_file(), media)


def served_enclosures(data: bytes, feed: str, holds: Holds, media: str = "") -> Iterator[Enclosure | Unreadable]:
    """Give every recording that a feed names whose bytes a server gave; `media` as `read_enclosures`."""
    try:
        root = etree.fromstring(data, _parser())
    except etree.XMLSyntaxError as error:
        yield Unreadable(feed, str(error))
        return
    yield from _enclosures(root, feed, holds, media)


def _enclosures(root: etree._Element, feed: str, holds: Holds, media: str) -> Iterator[Enclosure]:
    own = _base(holds, root)
    bases = [base for base in (own, f"{media}/" if media else None) if base is not None]
    for named, length, type_ in _named(root):
        # Behind a measuring prefix stands a file of the site: it is asked for itself, and no visit is made up.
        url = next((bare for base in bases if (bare := without_prefix(named, base)) != named), named)
        path = _path(holds, bases, url)
        yield Enclosure(feed=feed, url=url, path=path, length=int(length) if length.isdecimal() else -1, type=type_)


def _parser() -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)


def _named(root: etree._Element) -> Iterator[tuple[str, str, str]]:
    for item in root.iter("enclosure"):
        yield item.get("url", ""), item.get("length", "0"), item.get("type", "")
    for link in root.iter(_ATOM):
        if link.get("rel") == "enclosure":
            yield link.get("href", ""), link.get("length", ""), link.get("type", "")


def _path(holds: Holds, bases: Sequence[str], url: str) -> str:
    """Return the path of the file of the site that an address names, empty when there is none."""
    if bases:
        path = next((unquote(url.removeprefix(base)) for base in bases if url.startswith(base)), "")
    else:
        path = _anywhere(url)
    return path if is_inside(path) and holds(path) else ""


def _anywhere(url: str) -> str:
    try:
        return unquote(urlsplit(url).path).lstrip("/")
    except ValueError:
        return ""


def _base(holds: Holds, root: etree._Element) -> str | None:
    """Return the site's address, from the address that the feed gives itself: a file of the site ends it.

    It need not be this very file: a feed that has moved stands at its old address, too.
    """
    for link in root.iter(_ATOM):
        if link.get("rel") != "self":
            continue
        steps = link.get("href", "").split("/")
        for number in range(3, len(steps)):
            path = "/".join(steps[number:])
            if is_inside(path) and holds(path):
                return link.get("href", "").removesuffix(path)
    return None
