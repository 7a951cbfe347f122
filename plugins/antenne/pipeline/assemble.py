"""From settings and sources to a catalogue: everything is read, nothing is written but the cache."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from msgspec import structs

from antenne.channels import all_channels
from antenne.check import check_catalog, check_legal
from antenne.fetch import is_nowhere
from antenne.ledger import Ledger, Places, compare, read_ledger, record, record_addresses, settle
from antenne.link import link
from antenne.media import Store, probe_audio, probe_video, read_image
from antenne.model import Catalog
from antenne.pipeline.memos import Memos
from antenne.pipeline.tongues import Tongue, judge_wording, tongues_of
from antenne.problems import Problem, Problems
from antenne.problems.rules import EPISODE_GONE, FEED_MOVED, SHOW_GONE
from antenne.read import Content, read_content
from antenne.routes import Routes
from antenne.settings import Settings

_UNREAD = frozenset((EPISODE_GONE.code, SHOW_GONE.code, FEED_MOVED.code))
"""What may only look so while a file has a problem: its episode or show is not gone, it is unread."""


@dataclass(frozen=True, kw_only=True)
class Site:
    """A site that can be made: its settings, its catalogue, and the warnings so far.

    `ledger` is what subscribers have; `standing` says where they will find things when this site is published, and
    where things stood, as `places` has it. `tongues` are the site in each of its languages, its own first.
    """

    settings: Settings
    catalog: Catalog
    ledger: Ledger
    standing: Ledger
    places: Places
    store: Store
    warnings: tuple[Problem, ...] = ()
    tongues: tuple[Tongue, ...] = ()

    @property
    def routes(self) -> Routes:
        """The site's addresses."""
        return Routes(self.settings)

    @cached_property
    def after(self) -> Ledger:
        """What subscribers will have when this site is published; who only builds need not know it."""
        whole = record(self.ledger, self.catalog.shows, self.catalog.episodes, self.places)
        return replace(whole, views=self.standing.views)


def assemble(
    settings: Settings, *, accepted: frozenset[str] = frozenset(), public: bool = False, memos: Memos | None = None
) -> Site:
    """Return the site that the content folder describes; raise ProblemsFound with everything that is wrong.

    `accepted` names the changes to what subscribers have that the author means, as `code:key`. A build is `public` when
    its SITEURL is the address that subscribers know: only then are complete addresses compared with theirs.
    """
    problems = Problems()
    store = Store(settings.cache)
    ledger = read_ledger(settings.ledger, settings.project, problems)
    content, linked = _read(settings, store, problems, memos)
    routes = Routes(settings)
    catalog = _settled(linked, ledger, routes, memos)
    # Nobody subscribes on this machine or at an example's address: it is compared with none, and not written down.
    site = settings.site_url if public and not is_nowhere(settings.site_url) else ""
    places = Places(feed=routes.feed, page=routes.path, site=site)
    changes = compare(ledger, catalog.shows, catalog.episodes, places, accepted)
    problems.extend(p for p in changes if not (problems.has_errors and p.code in _UNREAD))
    judge_wording(settings, problems)
    problems.extend(check_catalog(catalog, content.places))
    problems.extend(check_legal(settings, catalog) if public else ())
    problems.raise_errors()
    standing = record_addresses(ledger, catalog.shows, catalog.episodes, places)
    standing = _with_views(standing, ledger, catalog, routes)
    led_on = _led_on(catalog, standing, routes)
    return Site(
        settings=settings,
        catalog=led_on,
        ledger=ledger,
        standing=standing,
        places=places,
        store=store,
        warnings=problems.sorted(),
        tongues=tuple(tongues_of(settings, led_on, content.translations)),
    )


def _with_views(after: Ledger, before: Ledger, catalog: Catalog, routes: Routes) -> Ledger:
    """Carry the podcast:guids of views for life: what once was published under a path keeps its guid there."""
    channels = all_channels(catalog, routes, routes.settings, before.views)
    views = {channel.path: channel.show.guid for channel in channels if channel.view}
    return replace(after, views={**before.views, **views})


def gather(settings: Settings) -> Catalog:
    """Return what the content folder holds, whatever subscribers have; raise ProblemsFound."""
    problems = Problems()
    _, catalog = _read(settings, Store(settings.cache), problems)
    problems.raise_errors()
    return _settled(catalog, Ledger(), Routes(settings))


def _read(settings: Settings, store: Store, problems: Problems, memos: Memos | None = None) -> tuple[Content, Catalog]:
    if memos:
        memos.read.begin(settings, memos.edits)
    content = read_content(
        settings,
        lambda path: probe_audio(path, store),
        lambda path, alt: read_image(path, store, alt),
        problems,
        video=lambda path: probe_video(path, store),
        memo=memos.read if memos else None,
    )
    return content, link(content, settings, problems, memos.derived if memos else None)


def _settled(catalog: Catalog, ledger: Ledger, routes: Routes, memos: Memos | None = None) -> Catalog:
    """Fill in the guids and enclosure paths that the author left open."""
    placed = tuple(episode for episode in catalog.episodes if episode.show in {show.key for show in catalog.shows})
    shows, episodes = settle(
        catalog.shows,
        placed,
        ledger,
        lambda show: routes.address(routes.feed(show)),
        routes.enclosure,
        memos.derived if memos else None,
    )
    return structs.replace(catalog, shows=shows, episodes=episodes)


def _led_on(catalog: Catalog, after: Ledger, routes: Routes) -> Catalog:
    """Let a feed that has moved say its address: apps that come to the old one go on to it and stay there."""
    return structs.replace(
        catalog,
        shows=tuple(
            structs.replace(show, new_feed_url=show.new_feed_url or routes.address(routes.feed(show)))
            if after.former or after.show(show.key).former
            else show
            for show in catalog.shows
        ),
    )
