"""What is left at addresses that were left: the feed itself, a page that leads on, and a map for servers."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from msgspec.structs import replace

from antenne.model import Episode
from antenne.pipeline.assemble import Site
from antenne.pipeline.output import Output
from antenne.pipeline.tongues import Tongue
from antenne.problems import Problems
from antenne.servers import REDIRECTS
from antenne.wording import read_wording

_PAGE = """<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<link rel="canonical" href="{address}">
<meta http-equiv="refresh" content="0; url={link}">
</head>
<body>
<h1>{words}</h1>
<p><a href="{link}">{title}</a></p>
</body>
</html>
"""


def moved_files(site: Site, output: Output) -> Iterator[tuple[str, bytes]]:
    """Give the path and the bytes of each file for an old address; none for a site of which nothing has moved.

    What the `output` has already stands there now, and goes before what once did.

    An old feed is the new one, byte for byte, whose itunes:new-feed-url and atom:link say where it stands now: apps
    know no other way when a server cannot answer 301.
    """
    written = frozenset(output.written)
    feeds = [(old, new) for old, new in _feeds(site) if old not in written]
    pages = [(old, episode) for old, episode in _pages(site) if f"{old}index.html" not in written]
    yield from ((old, output.read(new)) for old, new in feeds)
    for tongue in site.tongues:
        words = _words(tongue)
        own = ((old, one) for old, one in pages if one in tongue.catalog.episodes)
        yield from ((f"{old}index.html", _page(tongue, episode, words)) for old, episode in own)
    if rules := "".join(f"{line}\n" for line in _redirects(site, feeds, pages)):
        yield REDIRECTS, rules.encode("ascii")


def _feeds(site: Site) -> Iterator[tuple[str, str]]:
    for _, show in sorted(site.standing.shows.items()):
        yield from ((old, show.feed) for old in show.former)


def _pages(site: Site) -> Iterator[tuple[str, Episode]]:
    for episode in sorted(site.catalog.episodes, key=lambda episode: episode.key):
        for old in site.standing.show(episode.show).episodes[episode.key].former:
            yield old, episode
            yield from _translated(old, episode, site)


def _translated(old: str, episode: Episode, site: Site) -> Iterator[tuple[str, Episode]]:
    """Give where a page stood in further languages, and the episode in each: the name in its address was the same."""
    name = old.rstrip("/").rpartition("/")[2]
    for tongue in site.tongues[1:]:
        told = tongue.catalog.episode(episode.slug)
        if told.translation:
            yield tongue.routes.path(replace(told, slug=name)), told


def _words(tongue: Tongue) -> str:
    settings = tongue.settings
    wording = read_wording(settings.locales, settings.language, settings.project, Problems())
    return wording.gettext("This page has moved")


def _page(site: Tongue, episode: Episode, words: str) -> bytes:
    text = _PAGE.format(
        language=site.settings.language,
        words=escape(words),
        title=escape(episode.title),
        address=escape(site.routes.address(episode)),
        link=escape(site.routes.link(episode)),
    )
    return text.encode("utf-8")


def _redirects(site: Site, feeds: list[tuple[str, str]], pages: list[tuple[str, Episode]]) -> Iterator[str]:
    """Give the lines of the map: whole addresses first, then those that end in anything, as servers ask for it."""
    base, standing = site.settings.base_path, site.standing
    links = [(f"{base}/{old}", site.routes.link(episode)) for old, episode in pages]
    yield from (f"{base}/{old} {base}/{new} 301" for old, new in feeds)
    yield from (f"{old} {new} 301" for old, new in links)
    # Chapters and transcripts stand beside an episode's page.
    yield from (f"{old}* {new}:splat 301" for old, new in links)
    yield from (f"{old}/* {standing.site}/:splat 301" for old in standing.former)
