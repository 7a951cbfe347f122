"""JSON Feed 1.1 of a show: for programs that would rather not read XML."""

from __future__ import annotations

import json
from functools import partial

from msgspec.structs import replace

from antenne.channels import Channel
from antenne.feeds.description import episode_content, episode_description, show_description
from antenne.feeds.itunes import whole_seconds
from antenne.feeds.moments import feed_moment
from antenne.feeds.podcasting import people_of
from antenne.feeds.press import Press
from antenne.feeds.xml import xml_text
from antenne.model import Episode

VERSION = "https://jsonfeed.org/version/1.1"


def json_feed(channel: Channel, press: Press) -> tuple[str, bytes | None]:
    """Return the path and bytes of the newest items of a feed as JSON Feed 1.1; no bytes where they are as before."""
    path = press.routes.json_feed(channel.show)
    told = replace(channel, episodes=channel.episodes[: press.settings.feeds.items])
    return path, press.made(path, told, partial(_document, told, path, press))


def _document(channel: Channel, path: str, press: Press) -> bytes:
    show, routes = channel.show, press.routes
    document: dict[str, object] = {
        "version": VERSION,
        "title": xml_text(show.title),
        "home_page_url": routes.address(channel.page),
        "feed_url": routes.address(path),
        "description": show_description(show),
        "language": str(show.language),
        "expired": show.complete,
    }
    if show.artwork:
        document["icon"] = press.square(show.artwork)
    if show.author:
        document["authors"] = [{"name": xml_text(show.author)}]
    if hub := press.settings.feeds.hub:
        document["hubs"] = [{"type": "WebSub", "url": hub}]
    document["items"] = [_item(episode, press) for episode in channel.episodes]
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


def _item(episode: Episode, press: Press) -> dict[str, object]:
    routes, audio = press.routes, episode.audio
    item: dict[str, object] = {
        "id": xml_text(episode.guid),
        "url": routes.address(episode),
        "title": xml_text(episode.title),
        "content_text": episode_description(episode),
        "date_published": feed_moment(episode.pub_date).isoformat(),
        "language": str(episode.language),
        "attachments": [
            {
                "url": routes.enclosure_address(episode.enclosure_path),
                "mime_type": audio.type.mime,
                "size_in_bytes": audio.length,
                "duration_in_seconds": whole_seconds(audio.duration),
            }
        ],
    }
    if content := episode_content(episode, press.catalog, routes):
        item["content_html"] = content
    if episode.image:
        item["image"] = press.square(episode.image)
    if episode.tags:
        item["tags"] = [xml_text(term) for term in episode.tags]
    if people := people_of(episode, press.catalog.show(episode.show)):
        item["authors"] = [_author(credit.person, press) for credit in people]
    return item


def _author(key: str, press: Press) -> dict[str, str]:
    person = press.catalog.person(key)
    address = press.page_of(person)
    return {"name": xml_text(person.name)} | ({"url": address} if address else {})
