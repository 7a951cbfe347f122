"""Telling the world of a publication: caches, hubs, hooks."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from antenne.commands.report import Report
from antenne.commands.secrets import secret
from antenne.deploy import Kind, Publication, kind_of
from antenne.deploy.plan import Plan
from antenne.deploy.telling import Untold, World, run_command
from antenne.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """What follows from a publication, by the settings of a site."""

    settings: Settings

    def purge(self, plan: Plan) -> tuple[str, ...]:
        """Give the changed addresses to the author's command that empties caches; return what went wrong."""
        command = self.settings.publishing.purge
        if not command:
            return ()
        lines = "".join(f"{self._address(path)}\n" for path in (*plan.added, *plan.changed, *plan.removed))
        said = run_command(command, lines, self.settings.project, "command in “purge”")
        return () if said.startswith("Ran") else (said,)

    def note(self, plan: Plan) -> None:
        """Remember, right before it is live, which feeds the world is to be told of."""
        changed = (*plan.added, *plan.changed)
        feeds = tuple(self._address(path) for path in changed if kind_of(path) is Kind.FEED and path.endswith(".xml"))
        if feeds and self._anybody:
            self._untold.note(feeds)

    def tell(self, report: Report, publication: Publication) -> None:
        """Tell the world of what is new, and of what it was not told the last time."""
        feeds = self._untold.feeds() if self._anybody else ()
        if not feeds and not (publication.published and self.settings.publishing.hook):
            return
        told = {
            "site": self.settings.site_url,
            "generation": publication.generation,
            "feeds": list(feeds),
            "added": list(publication.added),
            "changed": list(publication.changed),
            "removed": list(publication.removed),
        }
        for sentence in self._world.tell(feeds, told):
            (report.say if sentence.startswith(("Told", "Sent", "Ran")) else report.warn)(sentence)
        self._untold.forget()

    @property
    def _anybody(self) -> bool:
        return bool(self.settings.feeds.hub or self.settings.publishing.podping)

    @property
    def _world(self) -> World:
        return World(
            hub=self.settings.feeds.hub,
            podping=self.settings.publishing.podping,
            token=secret("ANTENNE_PODPING_TOKEN"),
            hook=self.settings.publishing.hook,
            folder=self.settings.project,
        )

    @property
    def _untold(self) -> Untold:
        return Untold(self.settings.project / ".antenne" / "publishing" / "untold.json")

    def _address(self, path: str) -> str:
        return f"{self.settings.site_url}/{quote(path.removesuffix('index.html'))}"
