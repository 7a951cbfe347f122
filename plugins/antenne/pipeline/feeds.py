"""Every feed of a site, and the files that feeds name beside the recordings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from msgspec import Struct

from antenne.channels import all_channels
from antenne.feeds import (
    Press,
    category_documents,
    json_chapters,
    json_feed,
    notes_documents,
    opml,
    rss_documents,
    show_atom,
    transcript_files,
    with_pictures,
)
from antenne.media import ARTWORK, FEED_ART, PORTRAIT, WHOLE
from antenne.model import Episode, Image, ImageVariant, Section, Tag
from antenne.pipeline.assemble import Site
from antenne.render import Making, PageMemo, Pictures

_RECIPES = {"small": ARTWORK, "wide": WHOLE, "portrait": PORTRAIT}


class _Art(Struct, frozen=True):
    """The pictures of feeds, from the queue of all pictures."""

    pictures: Pictures

    def square(self, image: Image) -> ImageVariant:
        return self.pictures.picture(image, FEED_ART).fallback

    def other(self, image: Image, kind: str) -> ImageVariant:
        return self.pictures.picture(image, _RECIPES[kind]).fallback


def feed_files(
    site: Site, pictures: Pictures, style: str = "", icon: str = "", memo: PageMemo | None = None
) -> Iterator[tuple[str, bytes | None]]:
    """Give the path and bytes of every feed, and of every file of chapters and transcripts.

    `style` are the instructions by which browsers show feeds as pages, `icon` leads to the site's icon. There are no
    bytes where a file is as the `memo` knows it.
    """
    making = Making(site.catalog, pictures, memo)
    art = _Art(making.pictures)
    press = Press(
        catalog=making.catalog,
        routes=site.routes,
        settings=site.settings,
        art=art.square,
        other=art.other,
        style=style,
        keeper=making.made,
    )
    yield from _recordings(press, site.standing.views)
    yield from _notes(press)
    yield from _sidecars(press, icon)


def _recordings(press: Press, guids: Mapping[str, str]) -> Iterator[tuple[str, bytes | None]]:
    wanted = press.settings.feeds
    channels = all_channels(press.catalog, press.routes, press.settings, guids)
    for channel in channels:
        yield from rss_documents(channel, press)
        if wanted.json and not channel.view:
            yield json_feed(channel, press)
        if channel.show.atom:
            yield show_atom(channel, press)
    if wanted.opml and (channels or press.catalog.notes):
        yield press.routes.opml(), opml(channels, _gathered(press), press)


def _notes(press: Press) -> Iterator[tuple[str, bytes | None]]:
    if press.catalog.notes:
        yield from notes_documents(press)
    for category in _gathered(press):
        yield from category_documents(category, press)


def _gathered(press: Press) -> tuple[Section | Tag, ...]:
    """Return the categories and tags that have a feed of their notes."""
    wanted, catalog = press.settings.feeds, press.catalog
    tags = tuple(tag for tag in catalog.tags if tag.notes) if wanted.tags else ()
    return (*(catalog.categories if wanted.categories else ()), *tags)


def _sidecars(press: Press, icon: str) -> Iterator[tuple[str, bytes | None]]:
    for episode in press.catalog.episodes:
        if episode.chapters and press.settings.makes("chapters"):
            path = press.routes.chapters(episode)
            yield path, press.made(path, episode, partial(_chapters, episode, press))
        yield from transcript_files(episode, press.routes, icon)


def _chapters(episode: Episode, press: Press) -> bytes:
    return json_chapters(with_pictures(episode, press), press.routes)
