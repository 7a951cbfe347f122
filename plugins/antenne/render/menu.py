"""The menu and the foot of every page: sections that have content, then the author's pages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from gettext import NullTranslations

from msgspec import Struct

from antenne.model import Catalog
from antenne.routes import Place, Routes
from antenne.settings import LEAVABLE


class Entry(Struct, frozen=True):
    """A line of the menu; `section` is the name that pages give to stand under it."""

    label: str
    place: Place
    section: str


@dataclass(frozen=True)
class Menu:
    """Says which entries a site has, and what its sections are called."""

    catalog: Catalog
    routes: Routes
    translations: NullTranslations

    def entries(self) -> tuple[Entry, ...]:
        """Return the entries of the menu, in order."""
        return (*self._sections(), *self._pages(), *self._subscribe())

    def footer(self) -> tuple[Entry, ...]:
        """Return the pages that stay out of the menu: the author's, and those that the law asks for."""
        own = tuple(Entry(page.title, page, page.key) for page in self.catalog.pages if page.menu is None)
        return (*own, *self.legal())

    def legal(self) -> tuple[Entry, ...]:
        """Return the pages that the law asks for, but for those of the author's own; the notice needs its settings."""
        routes = self.routes
        own = {routes.common(page) for page in self.catalog.pages}
        made = ("legal", "privacy") if routes.settings.legal else ("privacy",)
        return tuple(self.entry(name) for name in made if routes.common(routes.section(name)) not in own)

    def label(self, section: str) -> str:
        """Return what a section is called."""
        return self._labels[section]

    def has(self, section: str) -> bool:
        """Say whether a section has its first page: the site may leave it out."""
        settings = self.routes.settings
        return section not in LEAVABLE or settings.makes(section)

    def entry(self, section: str) -> Entry:
        """Return the entry of a section."""
        return Entry(self.label(section), self.routes.section(section), section)

    def _sections(self) -> Iterator[Entry]:
        filled = {
            "books": self.catalog.books,
            "episodes": self.catalog.episodes,
            "notes": self.catalog.notes,
            "people": self.catalog.people,
        }
        return (self.entry(section) for section, content in filled.items() if content and self.has(section))

    def _pages(self) -> Iterator[Entry]:
        return (Entry(page.title, page, page.key) for page in self.catalog.pages if page.menu is not None)

    def _subscribe(self) -> Iterator[Entry]:
        if (self.catalog.shows or self.catalog.notes) and self.has("subscribe"):
            yield self.entry("subscribe")

    @cached_property
    def _labels(self) -> Mapping[str, str]:
        """What the sections are called: asked for every page."""
        _ = self.translations.gettext
        return {
            "books": _("Books"),
            "episodes": _("Listen"),
            "shows": _("Shows"),
            "notes": _("Notes"),
            "people": _("Authors and voices"),
            "publishers": _("Publishers"),
            "archives": _("Archives"),
            "series": _("Series"),
            "tags": _("Tags"),
            "categories": _("Categories"),
            "subscribe": _("Subscribe"),
            "legal": _("Legal notice"),
            "privacy": _("Privacy"),
            "search": _("Search"),
            "latest": _("Latest"),
        }
