"""What was read from the content folder, before anything is tied together."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field

from antenne.fields import Reference
from antenne.model import Book, Episode, LanguageTag, Note, Page, Person, Publisher, Show
from antenne.problems import Where


class Translated(Struct, frozen=True, kw_only=True):
    """What a file says of an object in another language: the model's fields with their words there."""

    kind: str
    key: str
    language: LanguageTag
    fields: Mapping[str, object]


class Content(Struct, frozen=True, kw_only=True):
    """The objects that could be read, the names that exist, and every reference between them.

    An episode's `show`, `guid` and `enclosure_path` and a show's `guid` are empty where the author left them open.
    `known` has, per kind, every name that exists, also those whose file has problems: a reference to one of them
    is no second problem. An episode is known by its slug and by its folder's name. `places` says where
    each object was read: by kind and key.
    """

    books: tuple[Book, ...] = ()
    people: tuple[Person, ...] = ()
    publishers: tuple[Publisher, ...] = ()
    shows: tuple[Show, ...] = ()
    episodes: tuple[Episode, ...] = ()
    notes: tuple[Note, ...] = ()
    pages: tuple[Page, ...] = ()
    translations: tuple[Translated, ...] = ()
    references: tuple[Reference, ...] = ()
    known: Mapping[str, frozenset[str]] = field(default_factory=dict)
    places: Mapping[tuple[str, str], Where] = field(default_factory=dict)
