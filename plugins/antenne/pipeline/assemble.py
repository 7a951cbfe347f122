"""From settings and sources to a catalogue: everything is read, nothing is written but the cache."""

from __future__ import annotations

from dataclasses import dataclass, replace

from antenne.check import check_catalog
from antenne.ledger import Ledger, compare, read_ledger, settle
from antenne.link import link
from antenne.media import Store, probe_audio, read_image
from antenne.model import Catalog
from antenne.problems import Problem, Problems
from antenne.problems.rules import EPISODE_GONE
from antenne.read import read_content
from antenne.routes import Routes
from antenne.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """A site that can be made: its settings, its catalogue, what subscribers have, and the warnings so far."""

    settings: Settings
    catalog: Catalog
    ledger: Ledger
    store: Store
    warnings: tuple[Problem, ...] = ()

    @property
    def routes(self) -> Routes:
        """The site's addresses."""
        return Routes(self.settings)


def assemble(settings: Settings, *, accepted: frozenset[str] = frozenset()) -> Site:
    """Return the site that the content folder describes; raise ProblemsFound with everything that is wrong.

    `accepted` names the changes to what subscribers have that the author means, as `code:key`.
    """
    problems = Problems()
    store = Store(settings.cache)
    ledger = read_ledger(settings.ledger, settings.project, problems)
    content = read_content(
        settings,
        lambda path: probe_audio(path, store),
        lambda path, alt: read_image(path, store, alt),
        problems,
    )
    linked = link(content, settings, problems)
    catalog = _settled(linked, ledger, Routes(settings))
    changes = compare(ledger, catalog.shows, catalog.episodes, accepted)
    # An episode whose file has a problem is not gone: it is only unread.
    problems.extend(p for p in changes if not (problems.has_errors and p.code == EPISODE_GONE.code))
    problems.extend(check_catalog(catalog, content.places))
    problems.raise_errors()
    return Site(settings=settings, catalog=catalog, ledger=ledger, store=store, warnings=problems.sorted())


def _settled(catalog: Catalog, ledger: Ledger, routes: Routes) -> Catalog:
    """Fill in the guids and enclosure paths that the author left open."""
    placed = tuple(episode for episode in catalog.episodes if episode.show in {show.key for show in catalog.shows})
    shows, episodes = settle(
        catalog.shows,
        placed,
        ledger,
        lambda show: routes.address(routes.feed(show)),
        routes.enclosure,
    )
    return replace(catalog, shows=shows, episodes=episodes)
