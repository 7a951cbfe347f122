"""The list of tags, and a page for each."""

from __future__ import annotations

from collections.abc import Iterator
from gettext import NullTranslations

from antenne.render.site import Site
from antenne.render.view import View
from antenne.render.views.lists import crumbs, list_view


def tag_views(site: Site, translations: NullTranslations) -> Iterator[View]:
    """Give the list of all tags and a page for each of them, where there are any."""
    if not site.catalog.tags or not site.has("tags"):
        return
    under = "notes" if site.catalog.notes else ""
    yield list_view(site, "tags", under=under)
    description = translations.gettext("Tagged “%(name)s”: books, interviews and notes")
    for tag in site.catalog.tags:
        yield View(
            place=tag,
            template="tag.html",
            title=tag.name,
            description=description % {"name": tag.name},
            parents=crumbs(site, under, "tags"),
            section=under or "tags",
            subject=tag,
            context={"tag": tag},
        )
