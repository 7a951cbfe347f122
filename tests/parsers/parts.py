"""What the model says in the parts of a feed: people, places, licences, payments, files."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from antenne.channels import Channel
from antenne.media import ARTWORK, FEED_ART, PORTRAIT, WHOLE, Recipe, plan_picture
from antenne.model import Alternate, Credit, Episode, Image, Link, Location, Owner, RemoteItem, Show, Value
from antenne.pipeline import Site

Facts = dict[str, Any]


def said(**facts: Any) -> Facts:
    """Return the facts that are not empty; false is a fact, and so is 0."""
    return {key: value for key, value in facts.items() if value not in (None, "", [], {})}


def without(facts: Facts, unknown: Iterable[str]) -> Facts:
    """Return the facts that a parser knows of."""
    return {key: value for key, value in facts.items() if key not in unknown}


def moment(time: datetime | None) -> int | None:
    return int(time.timestamp()) if time else None


def either(thing: Show | Episode, artwork: Image | None, site: Site) -> Facts:
    licence = thing.license
    own = [(one.image, WHOLE, one.purpose) for one in thing.images]
    drawn = [(artwork, FEED_ART, "artwork"), (artwork, ARTWORK, "artwork")] if artwork else []
    return {
        "license": licence and [licence.identifier if licence.url else licence.identifier.lower(), licence.url],
        "funding": links(thing.funding),
        "locations": [_location(one) for one in thing.locations],
        "txt": [[one.purpose, one.text] for one in thing.txt],
        "chat": thing.chat and [thing.chat.server, thing.chat.protocol, thing.chat.account_id, thing.chat.space],
        "value": [_value(one) for one in thing.value],
        "images": [
            said(url=address(image, recipe, site), alt=image.alt, purpose=purpose)
            for image, recipe, purpose in (*drawn, *own)
        ],
    }


def owner(show: Show, site: Site) -> list[str]:
    owner = show.owner or Owner(name=site.settings.site_name, email=site.settings.email)
    return [owner.name, owner.email] if owner.email else []


def address(image: Image | None, recipe: Recipe, site: Site) -> str:
    folder = site.settings.routes.images
    return site.routes.address(plan_picture(image, recipe, folder).fallback) if image else ""


def description(episode: Episode) -> str:
    """Return the words of an episode with its chapters below, when there are the three that apps ask for."""
    words = episode.summary or episode.body.plain or episode.subtitle or episode.title
    named = [one for one in episode.chapters if one.title]
    lines = [f"{int(one.start) // 60:02d}:{int(one.start) % 60:02d} {one.title}" for one in named]
    return "\n\n".join((words, "\n".join(lines))) if len(lines) > 2 else words


def people_of(episode: Episode, channel: Channel, site: Site) -> tuple[Credit, ...]:
    """Return who is named in an item: its people *replace* the channel's, and the channel of a view names nobody."""
    own, shows = episode.people, site.catalog.show(episode.show).people
    named = {credit.person for credit in own}
    return tuple(one for one in shows if one.person not in named) + own if own or channel.view else ()


def persons(credits_: tuple[Credit, ...], site: Site) -> list[Facts]:
    people = [(credit, site.catalog.person(credit.person)) for credit in credits_]
    return [
        said(
            name=person.name,
            role=credit.role,
            group=credit.group,
            href=site.routes.address(person),
            img=address(person.portrait, PORTRAIT, site),
        )
        for credit, person in people
    ]


def trailer(episode: Episode, site: Site) -> Facts:
    address, audio = site.routes.address(episode.enclosure_path), episode.audio
    return said(
        title=episode.title,
        url=address,
        date=moment(episode.pub_date),
        length=audio.length,
        type=audio.type.mime,
        season=episode.season,
    )


def alternates(episode: Episode, site: Site) -> list[Facts]:
    """Return every file of a recording where there are several: address, bytes, title, and the digest of its bytes."""
    files = (Alternate(audio=episode.audio), *episode.alternates) if episode.alternates else ()
    return [
        said(
            url=site.routes.address(site.routes.enclosure(episode.key, one.audio.digest, one.audio.type.extension)),
            type=one.audio.type.mime,
            length=one.audio.length,
            bitrate=one.audio.bitrate,
            title=one.title,
            rel=one.rel,
            digest=one.audio.digest,
        )
        for one in files
    ]


def links(links: tuple[Link, ...]) -> list[list[str]]:
    return [[one.label, one.url] for one in links]


def _location(one: Location) -> Facts:
    return said(name=one.name, rel=one.rel, geo=one.geo, osm=one.osm, country=one.country)


def verify(code: str) -> list[list[str]]:
    return [["applepodcastsverify", code]] if code else []


def remote(one: RemoteItem | None) -> Facts:
    return said(guid=one.feed_guid, url=one.feed_url, item=one.item_guid, title=one.title) if one else {}


def _value(one: Value) -> Facts:
    return said(
        type=one.type,
        method=one.method,
        suggested=float(one.suggested or 0),
        recipients=[
            said(name=to.name, type=to.type, address=to.address, split=to.split, fee=to.fee or None)
            for to in one.recipients
        ],
        splits=[
            said(start=at.start, duration=at.duration, percentage=at.remote_percentage, remote=remote(at.remote))
            for at in one.time_splits
        ],
    )
