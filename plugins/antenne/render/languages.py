"""One page in several languages: which there are, and how one leads to another."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from babel import Locale
from msgspec import Struct, field

from antenne.model import LanguageTag
from antenne.routes import Place, Routes


class Choice(Struct, frozen=True, kw_only=True):
    """A language that a page offers: its name in itself, the link, and whether the same page stands there."""

    language: LanguageTag
    name: str
    link: str
    same: bool
    current: bool


class Languages(Struct, frozen=True, kw_only=True):
    """The pages of a site by language, its own first: paths by what each page is in the site's own language."""

    routes: tuple[Routes, ...] = ()
    paths: Mapping[LanguageTag, Mapping[str, str]] = field(default_factory=dict)

    @classmethod
    def of(cls, pages: Iterable[tuple[Routes, Iterable[Place]]]) -> Languages:
        """Return the languages of a site from the places of the pages in each."""
        pages = tuple(pages)
        paths = {
            routes.settings.language: {routes.common(place): routes.path(place) for place in places}
            for routes, places in pages
        }
        return cls(routes=tuple(routes for routes, _ in pages), paths=paths)

    def alternates(self, place: Place, routes: Routes) -> tuple[tuple[str, str], ...]:
        """Return the (hreflang, address) pairs of a page that stands in several languages, else none.

        The site's own language is what readers of all others are offered (`x-default`).
        """
        if len(self.routes) < 2:
            return ()
        common = routes.common(place)
        found = [
            (str(one.settings.language), one.address(path))
            for one in self.routes
            if (path := self.paths[one.settings.language].get(common)) is not None
        ]
        if len(found) < 2:
            return ()
        own = [("x-default", address) for tag, address in found if tag == str(self.routes[0].settings.language)]
        return (*found, *own)

    def about(self, place: Place, routes: Routes) -> tuple[object, ...]:
        """Return all that is said here of a page."""
        return self.alternates(place, routes), self.choices(place, routes)

    def choices(self, place: Place, routes: Routes) -> tuple[Choice, ...]:
        """Return what the language switch of a page offers: the same page, or the home page; none for one language."""
        if len(self.routes) < 2:
            return ()
        return tuple(self._choice(one, routes.common(place), routes) for one in self.routes)

    def _choice(self, one: Routes, common: str, here: Routes) -> Choice:
        language = one.settings.language
        path = self.paths[language].get(common)
        return Choice(
            language=language,
            name=own_name(language),
            link=one.link("" if path is None else path),
            same=path is not None,
            current=language == here.settings.language,
        )


def own_name(language: LanguageTag) -> str:
    """Return what a language is called in itself, as it stands in a list: `Français`, `English`."""
    name = Locale.parse(str(language), sep="-").get_display_name() or str(language)
    return name[:1].upper() + name[1:]
