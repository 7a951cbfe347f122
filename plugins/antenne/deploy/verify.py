"""Reads the feeds of a site and looks for every recording that they name."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lxml import etree

from antenne.deploy.manifest import is_inside
from antenne.deploy.order import Kind, kind_of

ATOM = "{http://www.w3.org/2005/Atom}link"


def verify_release(folder: Path) -> list[str]:
    """Return what is wrong with a site's feeds, in sentences: each enclosure is a file of the site, of that length."""
    wrong: list[str] = []
    for feed in sorted(folder.rglob("*.xml")):
        path = feed.relative_to(folder).as_posix()
        if kind_of(path) is not Kind.FEED or not feed.is_file():
            continue
        try:
            root = etree.parse(feed, _parser()).getroot()
        except (etree.XMLSyntaxError, OSError) as error:
            wrong.append(f"{path} cannot be read as XML ({error}).")
            continue
        wrong += [sentence for url, length in _enclosures(root) for sentence in _check(folder, path, root, url, length)]
    return wrong


def _parser() -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)


def _enclosures(root: etree._Element) -> Iterator[tuple[str, str]]:
    """Give the address and the length of every enclosure, of RSS and of Atom."""
    for item in root.iter("enclosure"):
        yield item.get("url", ""), item.get("length", "0")
    for link in root.iter(ATOM):
        if link.get("rel") == "enclosure":
            yield link.get("href", ""), link.get("length", "")


def _check(folder: Path, feed: str, root: etree._Element, url: str, length: str) -> Iterator[str]:
    path = _path(_base(folder, root), url)
    file = folder / path
    if not is_inside(path) or not file.is_file():
        yield f"{feed} names {url}, which is not in the site."
    elif length and length != str(file.stat().st_size):
        yield f"{feed} gives {url} a length of {length} bytes; the file has {file.stat().st_size}."


def _path(base: str | None, url: str) -> str:
    """Return the path in the site that an address names, empty when it leads elsewhere."""
    if base is not None:
        return unquote(url.removeprefix(base)) if url.startswith(base) else ""
    try:
        return unquote(urlsplit(url).path).lstrip("/")
    except ValueError:
        return ""


def _base(folder: Path, root: etree._Element) -> str | None:
    """Return the site's address, from the address that the feed gives itself: a file of the site ends it.

    It need not be this very file: a feed that has moved stands at its old address, too.
    """
    for link in root.iter(ATOM):
        if link.get("rel") != "self":
            continue
        steps = link.get("href", "").split("/")
        for number in range(3, len(steps)):
            path = "/".join(steps[number:])
            if is_inside(path) and (folder / path).is_file():
                return link.get("href", "").removesuffix(path)
    return None
