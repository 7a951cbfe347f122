"""Pages of shows and episodes."""

from __future__ import annotations

from collections.abc import Iterator
from gettext import NullTranslations

from antenne.render.framed import frame
from antenne.render.site import Site
from antenne.render.view import View
from antenne.render.views.embeds import framed_episode
from antenne.render.views.lists import crumbs, list_view
from antenne.render.views.paged import paged


def listening_views(site: Site, translations: NullTranslations) -> Iterator[View]:
    """Give the list of all recordings, that of shows, and a page for each show and episode."""
    if site.catalog.episodes:
        yield from paged(list_view(site, "episodes"), site.catalog.episodes, site, translations)
    if site.catalog.shows and site.has("shows"):
        yield from _shows(site, translations)
    embeds = site.has("embeds")
    for episode in site.catalog.episodes:
        framed = framed_episode(episode, site) if embeds else None
        yield View(
            place=episode,
            template="episode.html",
            title=episode.title,
            description=episode.summary or episode.subtitle,
            parents=crumbs(site, "episodes"),
            section="episodes",
            subject=episode,
            image=site.artwork_of(episode),
            context={"episode": episode, "framed": framed, "frame": frame(framed, site.routes) if framed else ""},
        )


def _shows(site: Site, translations: NullTranslations) -> Iterator[View]:
    above = "episodes" if site.catalog.episodes else ""
    yield list_view(site, "shows", under=above)
    for show in site.catalog.shows:
        first = View(
            place=show,
            template="show.html",
            title=show.title,
            description=show.summary,
            parents=crumbs(site, above or "shows"),
            section="episodes",
            subject=show,
            image=show.artwork,
            context={"show": show},
        )
        yield from paged(first, site.catalog.episodes_of(show), site, translations)
