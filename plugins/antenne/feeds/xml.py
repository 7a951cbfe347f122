"""Elements of the feeds' own vocabularies, with texts that XML can hold."""

from __future__ import annotations

import re

from lxml import etree

NAMESPACES = {
    "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "podcast": "https://podcastindex.org/namespace/1.0",
    "psc": "http://podlove.org/simple-chapters",
}
"""The namespaces that every feed declares, letter for letter: apps compare them as texts."""

_ALL = NAMESPACES | {
    "atom": "http://www.w3.org/2005/Atom",
    "fh": "http://purl.org/syndication/history/1.0",
}
# What XML 1.0 forbids, and the control characters that it only advises against.
_ILLEGAL = re.compile("[^\t\n\u0020-\u007e\u0085\u00a0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def xml_text(text: str) -> str:
    """Return a text trimmed, with plain line ends, and without control characters."""
    return _ILLEGAL.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).strip()


def shorten(text: str, characters: int) -> str:
    """Return a text of at most so many characters, cut after a word and ended by an ellipsis when it was longer."""
    clean = xml_text(text)
    if len(clean) <= characters:
        return clean
    head = clean[: characters - 1]
    return (head.rsplit(" ", 1)[0].rstrip(" ,;:.") or head) + "…"


def element(name: str, text: str = "", /, *children: etree._Element, **attributes: str) -> etree._Element:
    """Return an element by its prefixed name (`itunes:author`); attributes without a value are left out."""
    prefix, local = name.split(":")
    made = etree.Element(f"{{{_ALL[prefix]}}}{local}", nsmap={prefix: _ALL[prefix]})
    made.text = xml_text(text) or None
    for key, value in attributes.items():
        if value:
            made.set(key, xml_text(value))
    made.extend(children)
    return made


def yes_or_no(value: bool) -> str:
    """Return the words of podcast:locked and itunes:block."""
    return "yes" if value else "no"
