"""Pages made for other sites' frames, and for the small window in which one goes on listening."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from antenne.model import Book, Episode, Note
from antenne.render.framed import Framed
from antenne.render.site import Site
from antenne.render.videos import Filmed, ShownVideo
from antenne.render.view import View

SIZE = (600, 260)
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
    """Give the page of each episode, and of each film of the site's own, that other sites may frame."""
    if not site.has("embeds"):
        return
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
    owners: tuple[Filmed, ...] = (*site.catalog.books, *site.catalog.episodes, *site.catalog.notes)
    for owner in owners:
        for video in site.videos(owner):
            if video.framed:
                yield _video(video, video.framed)


def offering(view: View, site: Site) -> View:
    """Return a page that tells of the frames in which other sites may show what is on it."""
    subject = view.subject
    if (
        not site.has("embeds")
        or not view.listed
        or not isinstance(subject, Book | Episode | Note)
        or view.place != subject
    ):
        return view
    player = (framed_episode(subject, site),) if isinstance(subject, Episode) else ()
    films = tuple(video.framed for video in site.videos(subject) if video.framed)
    return replace(view, offers=player + films)


def _video(video: ShownVideo, framed: Framed) -> View:
    return View(
        place=framed.place,
        template="embed-video.html",
        title=framed.title,
        image=framed.image,
        listed=False,
        framed=framed,
        policy=ANYWHERE,
        context={"video": video, "source": framed.source},
    )
