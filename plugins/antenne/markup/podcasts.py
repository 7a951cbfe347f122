"""Shows and episodes in the words of schema.org."""

from __future__ import annotations

from antenne.markup.identity import ident, reference
from antenne.markup.scene import Node, Scene, filled
from antenne.model import Broadcast, Episode, Show


def show_node(show: Show, scene: Scene) -> Node:
    """Return a show with its feed."""
    return filled(
        type_="PodcastSeries",
        id_=ident(show, scene),
        name=show.title,
        alternativeHeadline=show.subtitle,
        url=scene.address(show),
        description=show.summary,
        inLanguage=str(show.language),
        webFeed=scene.address(scene.routes.feed(show)),
        sameAs=[link.url for link in show.directories],
        image=scene.address(scene.whole(show.artwork)) if show.artwork else "",
        license=show.license.url if show.license else "",
        contributor=[reference(p, scene) for p in scene.people(tuple(c.person for c in show.people))],
    )


def episode_node(episode: Episode, scene: Scene) -> Node:
    """Return an episode with its recording, its books and its people."""
    return filled(
        type_="PodcastEpisode",
        id_=ident(episode, scene),
        name=episode.title,
        alternativeHeadline=episode.subtitle,
        url=scene.address(episode),
        description=episode.summary,
        inLanguage=str(episode.language),
        datePublished=episode.pub_date.isoformat(),
        episodeNumber=episode.number,
        partOfSeries=reference(scene.catalog.show(episode.show), scene),
        image=scene.address(scene.whole(episode.image)) if episode.image else "",
        associatedMedia=audio_node(episode, scene),
        about=[reference(book, scene) for book in scene.catalog.books_in(episode)],
        contributor=[reference(p, scene) for p in scene.people(tuple(c.person for c in episode.people))],
        publication=_broadcast(episode.broadcast) if episode.broadcast else None,
    )


def audio_node(episode: Episode, scene: Scene) -> Node:
    """Return the recording of an episode."""
    return filled(
        type_="AudioObject",
        contentUrl=scene.address(episode.enclosure_path),
        encodingFormat=episode.audio.type.mime,
        contentSize=f"{episode.audio.length} B",
        duration=iso_duration(episode.audio.duration),
    )


def iso_duration(seconds: float) -> str:
    """Return a duration by ISO 8601, to the second: `PT1H2M3S`."""
    hours, rest = divmod(round(seconds), 3600)
    minutes, left = divmod(rest, 60)
    parts = [f"{value}{unit}" for value, unit in ((hours, "H"), (minutes, "M"), (left, "S")) if value]
    return "PT" + ("".join(parts) or "0S")


def _broadcast(broadcast: Broadcast) -> Node:
    return filled(
        type_="BroadcastEvent",
        name=broadcast.programme,
        startDate=str(broadcast.date) if broadcast.date else "",
        url=broadcast.url,
        publishedOn=filled(type_="BroadcastService", name=broadcast.station),
    )
