"""Pages of people, and the site's own."""

from __future__ import annotations

from collections.abc import Iterator
from gettext import NullTranslations

from antenne.render.paging import merged
from antenne.render.site import Site
from antenne.render.view import View
from antenne.render.views.lists import crumbs, list_view
from antenne.render.views.paged import paged


def people_views(site: Site, translations: NullTranslations) -> Iterator[View]:
    """Give the list of people and a page for each."""
    people = site.catalog.people if site.has("people") else ()
    if people:
        yield list_view(site, "people")
    for person in people:
        found = site.catalog.appearances(person)
        first = View(
            place=person,
            template="person.html",
            title=person.name,
            description=person.summary,
            parents=crumbs(site, "people"),
            section="people",
            subject=person,
            image=person.portrait,
            context={"person": person},
        )
        works = merged((episode for _, episode in found.episodes), found.notes)
        yield from paged(first, works, site, translations)


def own_views(site: Site) -> Iterator[View]:
    """Give the site's own pages."""
    for page in site.catalog.pages:
        yield View(
            place=page,
            template="page.html",
            title=page.title,
            description=page.summary,
            section=page.key,
            subject=page,
            context={"page": page},
        )
