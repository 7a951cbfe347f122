"""What the markup of one site is made from."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from antenne.model import (
    Book,
    Catalog,
    Episode,
    Image,
    ImageVariant,
    Note,
    Page,
    Person,
    Publisher,
    Section,
    Series,
    Show,
    Tag,
)
from antenne.routes import Place, Routes
from antenne.settings import Settings

Node = dict[str, object]
"""A JSON-LD object."""

Subject = Book | Person | Publisher | Show | Episode | Note | Series | Section | Tag | Page | None
"""What a page is about; None for the site itself and its lists."""


class Crumb(Struct, frozen=True):
    """A step of the way from the home page to a page."""

    name: str
    place: Place


class Scene(Struct, frozen=True, kw_only=True):
    """A site as the markup sees it; `whole` plans the one JPEG of an image that machines are told of."""

    settings: Settings
    catalog: Catalog
    routes: Routes
    whole: Callable[[Image], ImageVariant]

    def address(self, place: Place) -> str:
        """Return the complete address of a place."""
        return self.routes.address(place)

    def people(self, keys: tuple[str, ...]) -> tuple[Person, ...]:
        """Return the people of some keys, each once, in order."""
        return tuple(self.catalog.person(key) for key in dict.fromkeys(keys))


def filled(**values: object) -> Node:
    """Return a node without the values that are empty; `type_` and `id_` become @type and @id."""
    names = {"type_": "@type", "id_": "@id"}
    return {names.get(name, name): value for name, value in values.items() if value not in ("", None, [], {}, ())}
