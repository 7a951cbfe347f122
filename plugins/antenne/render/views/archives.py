"""The page that leads to all that a site holds, for those who look a thing up without a search."""

from __future__ import annotations

from collections.abc import Iterator
from gettext import NullTranslations

from msgspec.structs import replace

from antenne.render.paging import Paging
from antenne.render.site import Site
from antenne.render.view import View
from antenne.render.views.lists import list_view
from antenne.render.views.notes import notes_by_year
from antenne.render.views.paged import paged


def archive_views(site: Site, translations: NullTranslations) -> Iterator[View]:
    """Give the archives of a site that has books, recordings or notes: titles of the first two, years of the last."""
    catalog = site.catalog
    if (catalog.books or catalog.episodes or catalog.notes) and site.has("archives"):
        counts = {year: len(notes) for year, notes in notes_by_year(catalog.notes).items()}
        first = replace(list_view(site, "archives"), context={"counts": counts})
        yield from paged(first, catalog.episodes, site, translations, _first_counts)


def _first_counts(view: View, paging: Paging) -> View:
    """Return a page of the archives: all but episodes stands on the first."""
    return replace(view, context={}) if view.numbered else view
