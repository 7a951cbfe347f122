"""The pages that the law asks for, written from the settings; an author's own page of the same name goes before."""

from __future__ import annotations

from collections.abc import Iterator
from gettext import NullTranslations

from antenne.model import Book, Episode, Note
from antenne.render.site import Site
from antenne.render.view import View


def legal_views(site: Site, translations: NullTranslations) -> Iterator[View]:
    """Give the legal notice and the page on privacy, for a site whose settings tell who answers for it."""
    _, settings = translations.gettext, site.settings
    names = [entry.section for entry in site.menus.legal()]
    context = {"legal": settings.legal, "mail": (settings.legal and settings.legal.email) or settings.email}
    if "legal" in names:
        yield View(
            place=site.routes.section("legal"),
            template="legal.html",
            title=site.menus.label("legal"),
            description=_("Who publishes %(site)s, who keeps it on a server, and whose its contents are.")
            % {"site": site.name},
            section="legal",
            context=context,
        )
    if "privacy" in names:
        yield View(
            place=site.routes.section("privacy"),
            template="privacy.html",
            title=site.menus.label("privacy"),
            description=_("What %(site)s knows of its readers and listeners: nothing, unless they write to it.")
            % {"site": site.name},
            section="privacy",
            context={**context, "platforms": _platforms(site)},
        )


def _platforms(site: Site) -> tuple[str, ...]:
    """Return the names of the platforms whose videos the site shows after a click."""
    works: tuple[Book | Episode | Note, ...] = (*site.catalog.books, *site.catalog.episodes, *site.catalog.notes)
    remote = (video.remote for work in works for video in work.videos)
    names = {f"{one.platform.value} ({one.host})" if one.host else one.platform.value for one in remote if one}
    return tuple(sorted(names))
