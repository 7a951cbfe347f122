"""A page as a browser gets it, parsed once for all rules."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree
from msgspec import Struct

from antenne.check.feed import line_of
from antenne.problems import Problem, Rule, Where
from antenne.problems.output.pages import PAGE_UNREADABLE


class Page(Struct, frozen=True, kw_only=True):
    """An HTML file: its path within the site, its elements by their names, and its ids in their order."""

    path: str
    root: etree._Element
    elements: dict[str, list[etree._Element]]
    ids: tuple[str, ...]

    def each(self, *names: str) -> Iterator[etree._Element]:
        """Give the elements of these names."""
        for name in names:
            yield from self.elements.get(name, ())

    def at(self, rule: Rule, element: etree._Element | None, message: str, hint: str) -> Problem:
        """Return a rule's problem at an element, or for the whole page."""
        return rule.at(Where(self.path, 0 if element is None else line_of(element)), message, hint)


def parse_page(path: str, data: bytes) -> Page | Problem:
    """Return a page, or the problem that keeps everything else from being asked."""
    try:
        root = etree.fromstring(data, etree.HTMLParser(encoding="utf-8"))
    except etree.XMLSyntaxError:
        root = None
    if root is None:
        hint = "Build again; when it stays so, look at the template that writes this page."
        return PAGE_UNREADABLE.at(Where(path), "The page is empty or cannot be read as HTML.", hint)
    elements: dict[str, list[etree._Element]] = {}
    ids: list[str] = []
    for element in root.iter(etree.Element):
        elements.setdefault(str(element.tag), []).append(element)
        if (own := element.get("id")) is not None:
            ids.append(own)
    return Page(path=path, root=root, elements=elements, ids=tuple(ids))
