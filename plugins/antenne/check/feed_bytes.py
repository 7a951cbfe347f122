"""Rules on a feed's bytes, before anything is read out of them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from antenne.problems import Problem, Where
from antenne.problems.output.channel import FEED_CONTROL, FEED_DOCTYPE, FEED_ENCODING, FEED_SIZE

LARGE = 5_000_000
"""From so many bytes on a feed is told to be large."""

_DECLARATION = re.compile(rb"""^(?:\xef\xbb\xbf)?<\?xml\s[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")
_ILLEGAL = (
    re.compile(
        "[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff"  # what XML 1.0 forbids
        "\x7f-\x84\x86-\x9f"  # what it allows, and no text means
        "\u202a-\u202e\u2066-\u2069]"  # what turns the direction of the rest of the line
    ),
    re.compile(r"&#0*(?:[0-8]|1[1-24-9]|2\d|3[01]);|&#[xX]0*(?:[0-8bcefBCEF]|1[0-9a-fA-F]);"),
)
"""Control characters as they are, and as entities: apart, as one pattern for both takes ten times as long."""


def document_problems(data: bytes, path: str) -> Iterator[Problem]:
    """D1, D4: UTF-8 that says so, no control characters, no document type; and not too large."""
    if len(data) > LARGE:
        yield FEED_SIZE.at(Where(path), f"The feed has {len(data) / 1e6:.1f} million bytes.")
    declared = _DECLARATION.match(data)
    if not declared or declared[1].upper() != b"UTF-8":
        said = f"says {declared[1].decode()} and not UTF-8" if declared else "has no XML declaration that says UTF-8"
        yield FEED_ENCODING.at(Where(path, 1), f"The feed {said}.")
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        yield FEED_ENCODING.at(Where(path, line), "The feed says UTF-8, and this place is in another alphabet.")
        return
    illegal = [found for pattern in _ILLEGAL if (found := pattern.search(text))]
    if found := min(illegal, key=lambda match: match.start(), default=None):
        shown = found[0] if found[0].startswith("&") else f"U+{ord(found[0]):04X}"
        where = Where(path, text.count("\n", 0, found.start()) + 1)
        yield FEED_CONTROL.at(where, f"The feed has the control character {shown}.")
    if (start := text.find("<!DOCTYPE")) >= 0 and start < text.find("<rss"):
        where = Where(path, text.count("\n", 0, start) + 1)
        yield FEED_DOCTYPE.at(where, "The feed has a document type, with which it could define entities.")
