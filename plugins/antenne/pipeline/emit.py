"""From a catalogue to files: pages, feeds, chapters, transcripts, recordings and pictures."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from antenne.feeds import json_chapters, notes_atom, rss, web_vtt
from antenne.media import FEED_ART, Pictures
from antenne.model import Image, ImageVariant
from antenne.pipeline.assemble import Site
from antenne.pipeline.moved import moved_files
from antenne.pipeline.output import Output
from antenne.render import Renderer

Progress = Callable[[int, int], None]
"""Is told how many steps are done, and of how many."""


def emit(site: Site, folder: Path, progress: Progress | None = None) -> None:
    """Write the whole site into a folder; nothing outside it is touched but the cache."""
    output = Output(folder)
    pictures = Pictures(site.settings.routes.images)
    for path, data in Renderer(site.settings, site.catalog, site.routes, pictures).pages():
        output.write(path, data)
    for path, data in _feeds(site, pictures):
        output.write(path, data)
    for episode in site.catalog.episodes:
        output.link(episode.enclosure_path, site.store.keep(episode.audio.source, episode.audio.digest))
    for path, data in moved_files(site, folder, frozenset(output.written)):
        output.write(path, data)
    pictures.render(site.store, folder, progress)


def _feeds(site: Site, pictures: Pictures) -> Iterator[tuple[str, bytes]]:
    catalog, routes, settings = site.catalog, site.routes, site.settings

    def art(image: Image) -> ImageVariant:
        return pictures.picture(image, FEED_ART).fallback

    for show in catalog.shows:
        yield routes.feed(show), rss(show, catalog, routes, settings, art)
    if catalog.notes:
        yield routes.notes_feed(), notes_atom(catalog, routes, settings)
    for episode in catalog.episodes:
        if episode.chapters:
            yield routes.chapters(episode), json_chapters(episode, routes)
        if episode.transcript:
            yield routes.transcript(episode), web_vtt(episode.transcript)
