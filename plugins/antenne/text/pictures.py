"""The pictures within a text: found by the names of their files, so that a page can put sized ones in their places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from urllib.parse import unquote

from msgspec import Struct

# What clean_html writes, and nothing else: attributes in double quotes, none without a value.
_IMG = re.compile(r'<img((?:\s+[a-z]+="[^"]*")*)\s*/?>')
_ATTRIBUTE = re.compile(r'([a-z]+)="([^"]*)"')


class Placed(Struct, frozen=True):
    """A picture's place in a text: the name of its file and what it shows."""

    name: str
    alt: str


def split_pictures(html: str) -> Iterator[str | Placed]:
    """Give cleaned HTML in pieces: HTML without pictures, and the pictures between."""
    end = 0
    for found in _IMG.finditer(html):
        yield html[end : found.start()]
        attributes = dict(_ATTRIBUTE.findall(found[1]))
        yield Placed(unquote(unescape(attributes.get("src", ""))), unescape(attributes.get("alt", "")))
        end = found.end()
    yield html[end:]
