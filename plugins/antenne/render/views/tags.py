"""The list of tags, and a page for each."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from gettext import NullTranslations

from msgspec.structs import replace

from antenne.model import Tag
from antenne.render.paging import Paging, merged
from antenne.render.site import Site
from antenne.render.view import View
from antenne.render.views.lists import crumbs, list_view
from antenne.render.views.paged import paged


def tag_views(site: Site, translations: NullTranslations) -> Iterator[View]:
    """Give the list of all tags and a page for each of them, where there are any."""
    if not site.catalog.tags or not site.has("tags"):
        return
    under = "notes" if site.catalog.notes else ""
    yield list_view(site, "tags", under=under)
    description = translations.gettext("Tagged “%(name)s”: books, interviews and notes")
    for tag in site.catalog.tags:
        first = View(
            place=tag,
            template="tag.html",
            title=tag.name,
            description=description % {"name": tag.name},
            parents=crumbs(site, under, "tags"),
            section=under or "tags",
            subject=tag,
        )
        yield from paged(first, merged(tag.episodes, tag.notes), site, translations, partial(_tagged, tag))


def _tagged(tag: Tag, view: View, paging: Paging) -> View:
    """Return a page of a tag, with what it shows of it: its books stand on the first."""
    books = () if view.numbered else tag.books
    shown = replace(tag, books=books, episodes=paging.episodes, notes=paging.notes)
    return replace(view, subject=shown, context={"tag": shown})
