"""The files beside a text that it links to, by their names."""

from __future__ import annotations

import re
from html import unescape
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

# What clean_html writes: attributes in double quotes.
_HREF = re.compile(r'<a(?:\s+[a-z]+="[^"]*")*?\s+href="([^"]*)"')


def linked_files(html: str) -> tuple[str, ...]:
    """Return the names of files in the text's own folder that cleaned HTML links to, each once, in order."""
    names = (_name(unescape(href)) for href in _HREF.findall(html))
    return tuple(dict.fromkeys(name for name in names if name))


def _name(address: str) -> str:
    if "/" in address.partition("#")[0]:
        return ""  # nothing in the text's own folder, and most links are such
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    name = unquote(parts.path)
    own = not (parts.scheme or parts.netloc or parts.query) and PurePosixPath(name).name == name
    fit = own and not name.startswith(".") and bool(PurePosixPath(name).suffix)
    return name if fit and not re.search(r"[\\\x00-\x1f\x7f]", name) else ""
