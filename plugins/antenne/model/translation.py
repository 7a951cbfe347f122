"""What of an object is told in another language than the site's own."""

from __future__ import annotations

from msgspec import Struct

from antenne.model.values import LanguageTag


class Translation(Struct, frozen=True, kw_only=True):
    """The language of an object's page, and which of its fields have their words in it; the others are as ever.

    `name` is what the object is called in the site's own language, empty where it is called the same.
    """

    language: LanguageTag
    fields: frozenset[str] = frozenset()
    name: str = ""
