"""What an app shows of an episode or a show beside its recording, in a form that is small enough to be kept."""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections.abc import Mapping
from datetime import date
from enum import Enum
from pathlib import Path
from typing import Any

from antenne.kept import field_defaults, field_names
from antenne.model import Episode, Show

LONGEST_TITLE = 300
_NOTES = ("subtitle", "summary", "body")
_ELSEWHERE = (*_NOTES, "key", "slug", "show", "guid", "title", "pub_date", "audio", "enclosure_path", "new_feed_url")
"""What is told by other words than « other chapters, picture or number », or is seen by nobody."""


def seen_title(title: str) -> str:
    """Return a title as the ledger keeps it: on one line, without control characters, at most 300 characters."""
    visible = "".join(c if unicodedata.category(c) not in ("Cc", "Cs", "Zl", "Zp") else " " for c in title)
    return visible.strip()[:LONGEST_TITLE].strip()


def seen_notes(thing: Episode | Show) -> str:
    """Return a digest of the texts of an episode or a show, 16 hex digits."""
    return _digest({name: getattr(thing, name) for name in _NOTES})


def seen_extras(thing: Episode | Show) -> str:
    """Return a digest of all else that apps show: picture, chapters, transcript, people, numbers; 16 hex digits."""
    return _digest({name: value for name, value in _said(thing) if name not in _ELSEWHERE})


def _digest(values: Mapping[str, object]) -> str:
    text = json.dumps({name: _plain(value) for name, value in values.items()}, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _said(thing: Any) -> list[tuple[str, object]]:
    """Return what differs from a field's default: a field that Antenne learns later changes no old digest."""
    kind: Any = type(thing)
    named = [(name, getattr(thing, name), default) for name, default in field_defaults(kind)]
    # The same picture in another place is the same picture.
    return [(name, value) for name, value, default in named if not isinstance(value, Path) and value != default]


def _plain(value: object) -> object:
    kind: Any = type(value)
    if field_names(kind) is not None:
        return {name: _plain(inner) for name, inner in _said(value)}
    if isinstance(value, Enum):
        return value.name
    if isinstance(value, Mapping):
        return {str(name): _plain(inner) for name, inner in value.items()}
    if isinstance(value, tuple | list):
        return [_plain(inner) for inner in value]
    if isinstance(value, date):
        return value.isoformat()
    return value if isinstance(value, str | int | float | None) else str(value)
