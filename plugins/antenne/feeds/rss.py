"""The RSS feed of a show, by feedgen with an extension of our own.

feedgen writes dates with the process's locale set aside for a moment, so feeds are made in one thread.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from feedgen.feed import FeedGenerator

from antenne.feeds import itunes, podcasting
from antenne.feeds.chapters import simple_chapters
from antenne.feeds.description import episode_content, episode_description, show_description
from antenne.feeds.extension import NAME, ChannelTags, ItemTags
from antenne.feeds.moments import feed_moment
from antenne.feeds.xml import shorten, xml_text
from antenne.model import Catalog, Episode, Image, ImageVariant, Owner, Show
from antenne.routes import Routes
from antenne.settings import Settings

FeedArt = Callable[[Image], ImageVariant]
"""What makes of a picture the square one that directories accept (1400 to 3000 px, JPEG or PNG, RGB)."""

_TITLE = 255
_DOCS = "https://www.rssboard.org/rss-specification"


def rss(show: Show, catalog: Catalog, routes: Routes, settings: Settings, art: FeedArt) -> bytes:
    """Return a show's feed as RSS 2.0 in UTF-8, newest item first; the same content gives the same bytes."""
    feed = FeedGenerator()
    feed.register_extension(NAME, ChannelTags, ItemTags, atom=False, rss=True)
    owner = show.owner or _owner_of_site(settings)
    _channel(feed, show, catalog, routes)
    artwork = _artwork(feed, show, routes, art)
    feed.antenne.elements += itunes.channel_elements(show, owner, artwork)
    feed.antenne.elements += podcasting.channel_elements(show, owner, catalog, routes)
    for episode in catalog.episodes_of(show):
        # feedgen puts a new entry before the others unless told.
        _item(feed.add_entry(order="append"), episode, show, catalog, routes, art)
    return bytes(feed.rss_str(pretty=True))


def _owner_of_site(settings: Settings) -> Owner | None:
    return Owner(name=settings.site_name, email=settings.email) if settings.email else None


def _channel(feed: Any, show: Show, catalog: Catalog, routes: Routes) -> None:
    feed.title(shorten(show.title, _TITLE))
    feed.description(show_description(show))
    # The last link given becomes the channel's, so the page comes after the feed itself.
    feed.link(href=routes.address(routes.feed(show)), rel="self", type="application/rss+xml")
    feed.link(href=routes.address(show), rel="alternate")
    feed.language(str(show.language).lower())
    feed.generator("Antenne")
    feed.docs(_DOCS)
    if show.copyright:
        feed.copyright(xml_text(show.copyright))
    _date(feed, catalog.episodes_of(show))


def _date(feed: Any, episodes: tuple[Episode, ...]) -> None:
    """Date the feed by its newest item: feedgen would take the clock's time, which no two builds share."""
    if episodes:
        feed.lastBuildDate(feed_moment(max(episode.pub_date for episode in episodes)))
    else:
        feed.antenne.undated = True


def _artwork(feed: Any, show: Show, routes: Routes, art: FeedArt) -> str:
    if not show.artwork:
        return ""
    address = routes.address(art(show.artwork))
    feed.image(url=address, title=shorten(show.title, _TITLE), link=routes.address(show))
    return address


def _item(entry: Any, episode: Episode, show: Show, catalog: Catalog, routes: Routes, art: FeedArt) -> None:
    entry.title(shorten(episode.title, _TITLE))
    entry.guid(xml_text(episode.guid), permalink=False)
    entry.link(href=routes.address(episode), rel="alternate")
    entry.pubDate(feed_moment(episode.pub_date))
    entry.description(episode_description(episode))
    if content := episode_content(episode, catalog, routes):
        entry.content(content, type="CDATA")
    audio = episode.audio
    entry.enclosure(routes.address(episode.enclosure_path), str(audio.length), audio.type.mime)
    picture = routes.address(art(episode.image)) if episode.image else ""
    entry.antenne.elements += itunes.item_elements(episode, picture)
    entry.antenne.elements += podcasting.item_elements(episode, show, catalog, routes)
    entry.antenne.elements += simple_chapters(episode)
