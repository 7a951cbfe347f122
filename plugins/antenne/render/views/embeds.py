"""Pages made for other sites' frames, and for the small window in which one goes on listening."""

from __future__ import annotations

from collections.abc import Iterator

from antenne.model import Episode
from antenne.render.framed import Framed
from antenne.render.site import Site
from antenne.render.view import View

SIZE = (600, 240)
"""Width and height that other sites are advised to give the frame; any other will do."""

ANYWHERE = {"frame-ancestors": "*"}


def framed_episode(episode: Episode, site: Site) -> Framed:
    """Return how other sites show an episode."""
    return Framed(
        place=site.routes.embed(episode),
        source=episode,
        title=episode.title,
        author=site.catalog.show(episode.show).title,
        width=SIZE[0],
        height=SIZE[1],
        image=site.artwork_of(episode),
    )


def embed_views(site: Site) -> Iterator[View]:
    """Give the page of each episode that other sites may frame."""
    for episode in site.catalog.episodes:
        framed = framed_episode(episode, site)
        yield View(
            place=framed.place,
            template="embed.html",
            title=episode.title,
            image=framed.image,
            listed=False,
            framed=framed,
            policy=ANYWHERE,
            context={"episode": episode},
        )
