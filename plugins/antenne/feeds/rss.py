"""The RSS feed of a show or of a view, by feedgen with an extension of our own.

feedgen writes dates with the process's locale set aside for a moment, so feeds are made in one thread.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from feedgen.feed import FeedGenerator
from msgspec.structs import replace

from antenne.channels import Channel, Part, parts, show_channel
from antenne.feeds import itunes, podcasting
from antenne.feeds.chapters import simple_chapters, with_pictures
from antenne.feeds.description import episode_content, episode_description, show_description
from antenne.feeds.extension import NAME, ChannelTags, ItemTags
from antenne.feeds.moments import feed_moment
from antenne.feeds.neighbours import neighbour_elements
from antenne.feeds.press import FeedArt, Press
from antenne.feeds.xml import shorten, xml_text
from antenne.model import Catalog, Credit, Episode, Owner, Show
from antenne.routes import Routes
from antenne.settings import Settings

_TITLE = 255
_DOCS = "https://www.rssboard.org/rss-specification"


def rss(show: Show, catalog: Catalog, routes: Routes, settings: Settings, art: FeedArt) -> bytes:
    """Return the document of a show's feed that people subscribe to."""
    press, channel = (
        Press(catalog=catalog, routes=routes, settings=settings, art=art),
        show_channel(show, catalog, routes),
    )
    return _document(channel, next(parts(channel.episodes, settings.feeds.items, channel.path)), press)


def rss_documents(channel: Channel, press: Press) -> Iterator[tuple[str, bytes | None]]:
    """Give a feed's path and bytes as RSS 2.0 in UTF-8, newest item first, then those of its archives.

    The same content gives the same bytes, or None where they are as before; one document is in memory at a time.
    """
    for part in parts(channel.episodes, press.settings.feeds.items, channel.path):
        # An archive says nothing of the items of others: it is the same whatever comes after it.
        told = replace(channel, episodes=()) if part.number else channel
        yield part.path, press.made(part.path, (told, part), partial(_document, channel, part, press))


def _document(channel: Channel, part: Part[Episode], press: Press) -> bytes:
    feed = FeedGenerator()
    feed.register_extension(NAME, ChannelTags, ItemTags, atom=False, rss=True)
    show = channel.show
    owner = show.owner or _owner_of_site(press.settings)
    _channel(feed, channel, part, press)
    artwork = _artwork(feed, channel, press)
    elements = feed.antenne.elements
    elements += neighbour_elements(part, press)
    elements += itunes.channel_elements(show, owner, artwork)
    if part.number:
        elements += podcasting.archive_elements(show, owner, press)
    else:
        elements += podcasting.channel_elements(show, owner, channel.episodes, press)
    for episode in part.items:
        # feedgen puts a new entry before the others unless told.
        _item(feed.add_entry(order="append"), episode, _people(episode, channel, press.catalog), press)
    document = bytes(feed.rss_str(pretty=True))
    return document if part.number else press.styled(document)


def _owner_of_site(settings: Settings) -> Owner | None:
    return Owner(name=settings.site_name, email=settings.email) if settings.email else None


def _people(episode: Episode, channel: Channel, catalog: Catalog) -> tuple[Credit, ...]:
    """Return the people to name in an item; in a view nobody stands in the channel, so every item names its own."""
    show = catalog.show(episode.show)
    return (podcasting.people_of(episode, show) or show.people) if channel.view else podcasting.people_of(episode, show)


def _channel(feed: Any, channel: Channel, part: Part[Episode], press: Press) -> None:
    show, routes = channel.show, press.routes
    feed.title(shorten(show.title, _TITLE))
    feed.description(show_description(show))
    # The last link given becomes the channel's, so the page comes after the feed itself.
    feed.link(href=routes.address(part.path), rel="self", type="application/rss+xml")
    feed.link(href=routes.address(channel.page), rel="alternate")
    feed.language(str(show.language).lower())
    feed.generator("Antenne")
    feed.docs(_DOCS)
    if show.copyright:
        feed.copyright(xml_text(show.copyright))
    _date(feed, part)


def _date(feed: Any, part: Part[Episode]) -> None:
    """Date the feed by its newest item: feedgen would take the clock's time, which no two builds share."""
    if part.items:
        feed.lastBuildDate(feed_moment(max(episode.pub_date for episode in part.items)))
    else:
        feed.antenne.undated = True


def _artwork(feed: Any, channel: Channel, press: Press) -> str:
    address = press.square(channel.show.artwork)
    if address:
        feed.image(url=address, title=shorten(channel.show.title, _TITLE), link=press.routes.address(channel.page))
    return address


def _item(entry: Any, episode: Episode, people: tuple[Credit, ...], press: Press) -> None:
    routes, audio = press.routes, episode.audio
    entry.title(shorten(episode.title, _TITLE))
    entry.guid(xml_text(episode.guid), permalink=False)
    entry.link(href=routes.address(episode), rel="alternate")
    entry.pubDate(feed_moment(episode.pub_date))
    for term in episode.tags:
        entry.category(term=xml_text(term))
    entry.description(episode_description(episode))
    if content := episode_content(episode, press.catalog, routes):
        entry.content(content, type="CDATA")
    entry.enclosure(routes.enclosure_address(episode.enclosure_path), str(audio.length), audio.type.mime)
    entry.antenne.elements += itunes.item_elements(episode, press.square(episode.image))
    entry.antenne.elements += podcasting.item_elements(episode, people, press)
    entry.antenne.elements += simple_chapters(with_pictures(episode, press))
