"""The page that leads to all that a site holds, for those who look a thing up without a search."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from antenne.render.site import Site
from antenne.render.view import View
from antenne.render.views.lists import list_view
from antenne.render.views.notes import notes_by_year


def archive_views(site: Site) -> Iterator[View]:
    """Give the archives of a site that has books, recordings or notes: titles of the first two, years of the last."""
    catalog = site.catalog
    if (catalog.books or catalog.episodes or catalog.notes) and site.has("archives"):
        counts = {year: len(notes) for year, notes in notes_by_year(catalog.notes).items()}
        yield replace(list_view(site, "archives"), context={"counts": counts})
