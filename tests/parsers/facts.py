"""What the model says of a feed, in plain values: what every parser must have read when it says anything of it at all.

The writers are not asked: addresses come from the routes, the rest from the model. Moments are seconds since 1970,
lengths of time seconds. A fact that is empty is left out, by `said`, so that a parser may be silent about it.
"""

from __future__ import annotations

from antenne.channels import Channel
from antenne.feeds.description import episode_content
from antenne.feeds.links import absolute
from antenne.media import FEED_ART
from antenne.model import Episode
from antenne.pipeline import Site
from tests.parsers.parts import (
    Facts,
    address,
    alternates,
    description,
    either,
    links,
    moment,
    owner,
    people_of,
    persons,
    remote,
    said,
    trailer,
    verify,
)


def channel_facts(channel: Channel, site: Site) -> Facts:
    """Return what the model says of a feed."""
    show, routes = channel.show, site.routes
    frequency = show.update_frequency
    return said(
        title=show.title,
        link=routes.address(channel.page),
        itself=routes.address(channel.path),
        description=show.summary,
        language=str(show.language).lower(),
        copyright=show.copyright,
        author=show.author,
        owner=owner(show, site),
        categories=[" > ".join(filter(None, (one.name, one.child))) for one in show.categories],
        explicit=show.explicit,
        type=show.type,
        image=address(show.artwork, FEED_ART, site),
        updated=max(moment(one.pub_date) or 0 for one in channel.episodes),
        generator="Antenne",
        block=show.block or None,
        complete=show.complete or None,
        new_feed_url=show.new_feed_url,
        apple_verify=show.apple_verify,
        guid=show.guid,
        locked=show.locked,
        medium=show.medium,
        persons=persons(show.people, site),
        trailers=[trailer(one, site) for one in channel.episodes if one.type == "trailer"],
        blocked=list(show.blocked_services),
        podroll=[remote(one) for one in show.podroll],
        publisher=remote(show.publisher),
        podping=show.podping or None,
        frequency=frequency and said(text=frequency.text, rrule=frequency.rrule, start=moment(frequency.start)),
        live=[
            said(start=moment(one.start), end=moment(one.end), status=one.status, links=links(one.links))
            for one in show.live
        ],
        **either(show, show.artwork, site)
        | {"txt": [[one.purpose, one.text] for one in show.txt] + verify(show.apple_verify)},
    )


def item_facts(episode: Episode, channel: Channel, site: Site) -> Facts:
    """Return what the model says of an item of a feed."""
    routes, audio, transcript = site.routes, episode.audio, episode.transcript
    return said(
        title=episode.title,
        guid=episode.guid,
        link=routes.address(episode),
        description=description(episode),
        content=episode_content(episode, site.catalog, routes),
        enclosure=[routes.address(episode.enclosure_path), audio.length, audio.type.mime],
        date=moment(episode.pub_date),
        duration=round(audio.duration),
        explicit=episode.explicit,
        type=episode.type,
        season=episode.season,
        number=episode.number,
        author=episode.artist,
        image=address(episode.image, FEED_ART, site),
        block=episode.block or None,
        season_name=episode.season_name,
        number_display=episode.number_display,
        chapters=routes.address(routes.chapters(episode)) if episode.chapters else "",
        marks=[said(start=one.start, title=one.title, url=one.url) for one in episode.chapters if one.title],
        transcripts=[
            said(
                url=routes.address(routes.transcript(episode, form.extension)),
                type=form.mime,
                language=str(transcript.language),
                rel="captions" if form.captions and transcript.is_captions else "",
            )
            for form in (transcript.forms if transcript else ())
            if transcript
        ],
        persons=persons(people_of(episode, channel, site), site),
        alternates=alternates(episode, site),
        soundbites=[[one.start, one.duration, one.title] for one in episode.soundbites],
        content_links=links(episode.content_links),
        social=[
            said(protocol=one.protocol, uri=one.uri, id=one.account_id, url=one.account_url, priority=one.priority)
            for one in episode.social
        ],
        **either(episode, episode.image, site),
    )


def note_facts(site: Site) -> list[Facts]:
    """Return what the model says of each note."""
    return [
        said(
            title=note.title,
            link=site.routes.address(note),
            date=moment(note.pub_date),
            author=site.catalog.person(note.author).name if note.author else "",
            category=note.category,
            summary=note.summary,
            content=absolute(note.body.html, site.routes.address(note)),
        )
        for note in site.catalog.notes
    ]
