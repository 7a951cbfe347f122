"""Shows and episodes in the words of schema.org."""

from __future__ import annotations

from antenne.markup.identity import reference
from antenne.markup.media import clips, iso_duration, recordings, videos
from antenne.markup.scene import Node, Scene, filled
from antenne.model import Broadcast, Credit, Episode, Show

_ROLES = {"producer": "producer", "executive producer": "producer", "editor": "editor", "director": "director"}
"""Words of the Podcasting 2.0 taxonomy to schema.org's properties; whoever speaks is a contributor."""


def show_node(show: Show, scene: Scene) -> Node:
    """Return a show with its feed."""
    return reference(show, scene) | filled(
        alternativeHeadline=show.subtitle,
        description=show.summary,
        inLanguage=str(show.language),
        webFeed=scene.address(scene.routes.feed(show)),
        sameAs=[link.url for link in show.directories],
        image=scene.address(scene.whole(show.artwork)) if show.artwork else "",
        genre=list(dict.fromkeys(category.child or category.name for category in show.categories)),
        copyrightNotice=show.copyright,
        license=show.license.url if show.license else "",
        **_people(show.people, scene),
    )


def episode_node(episode: Episode, scene: Scene) -> Node:
    """Return an episode with its recording, its chapters, its books and its people."""
    return reference(episode, scene) | filled(
        alternativeHeadline=episode.subtitle,
        description=episode.summary,
        inLanguage=str(episode.language),
        datePublished=episode.pub_date.isoformat(),
        episodeNumber=episode.number,
        partOfSeries=reference(scene.catalog.show(episode.show), scene),
        partOfSeason=_season(episode),
        duration=iso_duration(episode.audio.duration),
        image=scene.address(scene.whole(episode.image)) if episode.image else "",
        associatedMedia=recordings(episode, scene),
        video=list(videos(episode, scene)),
        hasPart=clips(episode, scene),
        about=[reference(book, scene) for book in scene.catalog.books_in(episode)],
        subjectOf=[reference(note, scene) for note in scene.catalog.notes_with(episode)],
        keywords=[tag.name for tag in scene.catalog.tags_of(episode)],
        license=episode.license.url if episode.license else "",
        publication=_broadcast(episode.broadcast) if episode.broadcast else None,
        **_people(episode.people, scene),
    )


def _people(credits_: tuple[Credit, ...], scene: Scene) -> Node:
    """Return who has a part, by schema.org's properties."""
    parts: Node = {}
    for role in dict.fromkeys(_ROLES.get(c.role, "contributor") for c in credits_):
        keys = tuple(c.person for c in credits_ if _ROLES.get(c.role, "contributor") == role)
        parts[role] = [reference(person, scene) for person in scene.people(keys)]
    return parts


def _season(episode: Episode) -> Node | None:
    if episode.season is None:
        return None
    return filled(type_="PodcastSeason", seasonNumber=episode.season, name=episode.season_name)


def _broadcast(broadcast: Broadcast) -> Node:
    return filled(
        type_="BroadcastEvent",
        name=broadcast.programme,
        startDate=str(broadcast.date) if broadcast.date else "",
        url=broadcast.url,
        publishedOn=filled(type_="BroadcastService", name=broadcast.station),
    )
