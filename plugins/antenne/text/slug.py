"""Slugs: the part of an address that a title gives."""

from __future__ import annotations

import re
import unicodedata

MAX_LENGTH = 80

_LETTERS = str.maketrans(
    {"œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ŋ": "ng"}
)


def slugify(text: str) -> str:
    """Return ASCII letters, digits and single hyphens, at most 80; empty when the text has none of them.

    `L’été à Ouessant` gives `l-ete-a-ouessant`.
    """
    folded = unicodedata.normalize("NFKD", text).lower().translate(_LETTERS)
    ascii_only = unicodedata.normalize("NFKD", folded)
    bare = "".join(c for c in ascii_only if not unicodedata.combining(c))
    slug = re.sub(r"[^a-z0-9]+", "-", bare).strip("-")
    return slug if len(slug) <= MAX_LENGTH else _shorten(slug)


def _shorten(slug: str) -> str:
    """Cut between two words, or through a word that alone is too long."""
    head, _, _ = slug[: MAX_LENGTH + 1].rpartition("-")
    return (head or slug[:MAX_LENGTH]).strip("-")
