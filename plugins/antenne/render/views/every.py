"""Every page of a site."""

from __future__ import annotations

from collections.abc import Iterator
from gettext import NullTranslations

from antenne.render.paging import merged
from antenne.render.site import Site
from antenne.render.view import View
from antenne.render.views.archives import archive_views
from antenne.render.views.books import book_views, publisher_views
from antenne.render.views.embeds import embed_views
from antenne.render.views.legal import legal_views
from antenne.render.views.listening import listening_views
from antenne.render.views.notes import note_views
from antenne.render.views.others import own_views, people_views
from antenne.render.views.paged import paged
from antenne.render.views.searching import search_views
from antenne.render.views.subscribing import subscribe_views
from antenne.render.views.tags import tag_views


def all_views(site: Site, translations: NullTranslations) -> Iterator[View]:
    """Give one page for every object of a site and the lists that lead to them, home first."""
    _ = translations.gettext
    yield from _home(site, translations)
    yield from book_views(site, translations)
    yield from listening_views(site, translations)
    yield from embed_views(site)
    yield from note_views(site, translations)
    yield from tag_views(site, translations)
    yield from people_views(site, translations)
    yield from publisher_views(site, translations)
    yield from own_views(site)
    yield from legal_views(site, translations)
    yield from subscribe_views(site, translations)
    yield from archive_views(site, translations)
    yield from search_views(site, translations)
    yield View(place=site.routes.within("404.html"), template="404.html", title=_("Page not found"), listed=False)


def _home(site: Site, translations: NullTranslations) -> Iterator[View]:
    """Give the home page, and the older pages of its list where the settings ask for one."""
    catalog = site.catalog
    artwork = next((show.artwork for show in catalog.shows if show.artwork), None)
    home = View(place="", template="home.html", title=site.name, description=site.description, image=artwork)
    size = site.settings.latest
    if not size:
        yield home
        return
    works = merged(catalog.episodes, catalog.notes)
    yield from paged(home, works, site, translations, size=size, called=site.menus.label("latest"))
