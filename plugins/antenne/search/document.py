"""What can be found: one thing with a page, and the words on it."""

from __future__ import annotations

from msgspec import Struct

from antenne.model import LanguageTag


class Passage(Struct, frozen=True):
    """A few words that can be shown: `start` in seconds where they are heard, None where they are only read."""

    text: str
    start: float | None = None


class Document(Struct, frozen=True, kw_only=True):
    """A page as a search sees it; `path` is relative to the site's root, `date` in ISO 8601 or empty.

    `names` are of people, chapters, headings, tags: what is not the page's title, yet names something on it.
    """

    kind: str
    path: str
    title: str
    subtitle: str = ""
    summary: str = ""
    date: str = ""
    language: LanguageTag
    names: tuple[str, ...] = ()
    passages: tuple[Passage, ...] = ()
