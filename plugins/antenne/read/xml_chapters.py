"""Chapters as a file: Podlove Simple Chapters, alone or within another XML document such as a feed."""

from __future__ import annotations

import re
from typing import Any

from lxml import etree

from antenne.fields import seconds
from antenne.model import Chapter
from antenne.read.marks import LONGEST_TITLE, BadChapters, Mark, bounded, link


def parse_xml_chapters(source: str) -> tuple[Mark, ...]:
    """Return the chapters of an XML text in the file's order; raise BadChapters.

    A document type is refused: chapters need none, and entities that it may define have no bound.
    """
    if declared := re.search(r"<!(DOCTYPE|ENTITY)", source):
        message = "The file declares a document type (<!DOCTYPE), which chapters do not need."
        raise BadChapters(message, source.count("\n", 0, declared.start()) + 1)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, encoding="utf-8")
    try:
        root = etree.fromstring(source.encode("utf-8"), parser)
    except etree.XMLSyntaxError as error:
        raise BadChapters(
            "The file is not XML: a tag is not closed or not written rightly.", error.lineno or 0
        ) from error
    group = next(root.iter("{*}chapters"), root)
    return bounded([_mark(node, number) for number, node in enumerate(group.iter("{*}chapter"), 1)])


def _mark(node: etree._Element, number: int) -> Mark:
    line, which = _line(node), f"chapter {number}"
    try:
        start = seconds.read(node.get("start", "").strip())
    except ValueError as error:
        message = f"The `start` of {which} is not a time, such as 00:12:30.500."
        raise BadChapters(message, line) from error
    chapter = Chapter(
        start=start,
        title=node.get("title", "")[:LONGEST_TITLE],
        url=link(node.get("href"), "href", which, line),
        img=link(node.get("image"), "image", which, line),
    )
    return Mark(chapter, line)


def _line(element: Any) -> int:
    return int(element.sourceline or 0)
