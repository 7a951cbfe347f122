"""The addresses that pages and style sheets name, and whether a browser asks for them by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec import Struct

from antenne.check.feed import line_of
from antenne.check.page import Page

if TYPE_CHECKING:
    from lxml import etree

_FETCHED = {
    "img": ("src",),
    "source": ("src",),
    "audio": ("src",),
    "video": ("src", "poster"),
    "track": ("src",),
    "script": ("src",),
    "iframe": ("src",),
    "embed": ("src",),
    "object": ("data",),
    "input": ("src",),
    "use": ("href", "xlink:href"),
    "image": ("href", "xlink:href"),
}
"""Per element, the attributes whose address a browser fetches while it shows the page."""
_FOLLOWED = {"a": ("href",), "area": ("href",), "form": ("action",), "blockquote": ("cite",), "q": ("cite",)}
_FETCHED_LINKS = frozenset(
    (
        "stylesheet",
        "preload",
        "modulepreload",
        "prefetch",
        "preconnect",
        "dns-prefetch",
        "icon",
        "apple-touch-icon",
        "mask-icon",
        "manifest",
    )
)
_MEDIA_FRAGMENTS = ("t=", "xywh=", ":~:")
_META = frozenset(("og:image", "og:url", "og:audio", "og:video", "twitter:image"))
_CSS_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_CSS_ADDRESS = re.compile(r"""url\(\s*["']?([^"')]+?)["']?\s*\)|@import\s+["']([^"']+)["']""", re.IGNORECASE)


class Reference(Struct, frozen=True):
    """An address as it is written, the line it is on, and whether a browser asks for it without a click."""

    address: str
    line: int
    fetched: bool


def page_references(page: Page) -> Iterator[Reference]:
    """Give every address of a page."""
    return (Reference(address, line_of(element), fetched) for address, fetched, element in page_addresses(page))


def page_addresses(page: Page) -> Iterator[tuple[str, bool, etree._Element]]:
    """Give every address of a page, whether a browser asks for it without a click, and the element that has it."""
    for table, fetched in ((_FETCHED, True), (_FOLLOWED, False)):
        for tag, names in table.items():
            for element in page.elements.get(tag, ()):
                for name in names:
                    if (address := element.get(name)) is not None:
                        yield address.strip(), fetched, element
    for element in page.each("link"):
        if (address := element.get("href")) is not None:
            relations = (element.get("rel") or "").lower().split()
            yield address.strip(), not _FETCHED_LINKS.isdisjoint(relations), element
    for element in page.each("meta"):
        told = (element.get("property") or element.get("name")) in _META
        if told and (address := element.get("content")) is not None:
            yield address.strip(), False, element
    for element in page.each("img", "source", "link"):
        for address in _candidates(element.get("srcset") or element.get("imagesrcset") or ""):
            yield address, True, element


def is_id(fragment: str) -> bool:
    """Say whether a fragment names an id, and no time, part of a picture or passage."""
    return not fragment.startswith(_MEDIA_FRAGMENTS)


def style_references(text: str) -> Iterator[Reference]:
    """Give every address of a style sheet."""
    bare = _CSS_COMMENT.sub(lambda found: "\n" * found[0].count("\n"), text)
    for found in _CSS_ADDRESS.finditer(bare):
        yield Reference((found[1] or found[2]).strip(), bare.count("\n", 0, found.start()) + 1, fetched=True)


def _candidates(srcset: str) -> Iterator[str]:
    """Give the addresses of a srcset: each is followed by its width or density and a comma."""
    for candidate in srcset.split(", "):
        if words := candidate.split():
            yield words[0].rstrip(",")
