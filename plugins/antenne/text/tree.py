"""HTML fragments as trees: parsed and written back by lxml, the text and the entities kept."""

from __future__ import annotations

import re

import lxml.html
from lxml import etree

Node = etree._Element

INLINE = frozenset(
    "a em strong b i u s del ins mark small sub sup q cite abbr dfn span time code kbd samp var img wbr br".split()  # noqa: SIM905
)
"""The elements that do not break a line of text; `br` breaks it in another way."""

_PARSER = etree.HTMLParser()
"""lxml's own, as `lxml.html` would look up a class of its own for each element, which costs as much as the parsing."""
_NOT_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def parse_fragment(html: str) -> Node:
    """Return a fragment's nodes under one `div` of ours; characters that XML cannot hold are left out."""
    parts = lxml.html.fragments_fromstring(_NOT_TEXT.sub("", html), parser=_PARSER)
    root: Node = _PARSER.makeelement("div")
    if parts and isinstance(parts[0], str):
        root.text = parts.pop(0)
    root.extend(parts)
    return root


def write_fragment(root: Node) -> str:
    """Return the HTML under the `div` that `parse_fragment` made."""
    written: str = lxml.html.tostring(root, encoding="unicode")
    return written.removesuffix("</div>").partition(">")[2]


def has_class(node: Node, name: str) -> bool:
    """Say whether an element has a class."""
    return name in (node.get("class") or "").split()
