"""What of an object is told in another language than the site's own."""

from __future__ import annotations

from dataclasses import dataclass

from antenne.model.values import LanguageTag


@dataclass(frozen=True, slots=True, kw_only=True)
class Translation:
    """The language of an object's page, and which of its fields have their words in it; the others are as ever.

    `name` is what the object is called in the site's own language, empty where it is called the same.
    """

    language: LanguageTag
    fields: frozenset[str] = frozenset()
    name: str = ""
