"""Pages that tell how to subscribe."""

from __future__ import annotations

from collections.abc import Iterator
from gettext import NullTranslations

from msgspec.structs import replace

from antenne.channels import all_channels
from antenne.markup import Crumb
from antenne.render.site import Site
from antenne.render.view import View
from antenne.render.views.lists import crumbs, list_view


def subscribe_views(site: Site, translations: NullTranslations) -> Iterator[View]:
    """Give the page of all feeds, and one for each show, whose address stays when other shows come."""
    if not (site.catalog.shows or site.catalog.notes) or not site.has("subscribe"):
        return
    views = [one for one in all_channels(site.catalog.every, site.routes, site.settings) if one.view]
    yield replace(list_view(site, "subscribe"), context={"views": views})
    for show in site.catalog.shows:
        yield View(
            place=site.routes.subscribe(show),
            template="show-subscribe.html",
            title=translations.gettext("Subscribe to “%(title)s”") % {"title": show.title},
            parents=crumbs(site, "subscribe", Crumb(show.title, show)),
            section="subscribe",
            image=show.artwork,
            context={"show": show},
        )
