"""A list that may be long, as one page or several."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from gettext import NullTranslations

from msgspec.structs import replace

from antenne.markup import Crumb
from antenne.render.paging import Paging, Work, cut
from antenne.render.site import Site
from antenne.render.view import View

Shown = Callable[[View, Paging], View]
"""Gives a page what its template shows of the works on it."""


def as_they_are(view: View, paging: Paging) -> View:
    """Return a page whose template looks at the works themselves."""
    return view


def paged(
    first: View,
    works: Sequence[Work],
    site: Site,
    translations: NullTranslations,
    shown: Shown = as_they_are,
    *,
    size: int | None = None,
    called: str = "",
) -> Iterator[View]:
    """Give the pages of a list that is newest first, of which `first` is the first page.

    A page holds `size` works, unless said as the settings have it. The others are `called` as the first page is, with
    their number.
    """
    routes = site.routes
    parts = list(cut(works, site.settings.page_size if size is None else size))
    # Paths, not things: a tag is another one with each new work that has it.
    home = "" if first.place == "" else routes.path(first.place)
    paths = [home, *(routes.numbered(first.place, n) for n in range(len(parts) - 1, 0, -1))]
    for place, (items, path) in enumerate(zip(parts, paths, strict=True)):
        paging = Paging(
            items=items,
            title=first.title,
            place=home,
            number=len(parts) - place,
            total=len(parts),
            count=0 if place else len(works),
            newer=paths[place - 1] if place else None,
            older=paths[place + 1] if place + 1 < len(parts) else None,
        )
        view = _numbered(first, path, paging, translations, called) if place else first
        yield shown(replace(view, paging=paging), paging)


def _numbered(first: View, path: str, paging: Paging, translations: NullTranslations, called: str) -> View:
    """Return a page of a list that is not its first, without what it shows."""
    title = translations.gettext("%(title)s, page %(number)s")
    above = (Crumb(first.title, paging.place),) if paging.place else ()
    return replace(
        first,
        place=path,
        title=title % {"title": called or first.title, "number": paging.number},
        description="",
        parents=(*first.parents, *above),
    )
