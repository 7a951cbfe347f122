"""Telling the world of a publication: caches, hubs, hooks."""

from __future__ import annotations

from urllib.parse import quote

from msgspec import Struct

from antenne.commands.report import Report
from antenne.commands.secrets import secret
from antenne.deploy import Kind, Publication, kind_of
from antenne.deploy.plan import Plan
from antenne.deploy.telling import Unfinished, World, run_command
from antenne.settings import Settings


class Telling(Struct, frozen=True, kw_only=True):
    """What follows from a publication, by the settings of a site."""

    settings: Settings

    def note(self, plan: Plan) -> None:
        """Remember, right before it is live, what is to be done then: whoever is killed, the next one does it."""
        changed = (*plan.added, *plan.changed)
        if self.settings.publishing.purge:
            self._unpurged.note([self._address(path) for path in (*changed, *plan.removed)])
        if self._anybody:
            feeds = [path for path in changed if kind_of(path) is Kind.FEED and path.endswith(".xml")]
            self._untold.note([self._address(path) for path in feeds])

    def purge(self, plan: Plan) -> tuple[str, ...]:
        """Give the changed addresses to the author's command that empties caches; return what went wrong.

        Those for which it failed the last time, or never ran, are given as well.
        """
        command, addresses = self.settings.publishing.purge, self._unpurged.addresses()
        if not command or not addresses:
            return ()
        lines = "".join(f"{address}\n" for address in addresses)
        told = run_command(command, lines, self.settings.project, "command in “purge”")
        if not told.is_done:
            return (f"{told.sentence} The next “invoke publish” runs it again.",)
        self._unpurged.forget()
        return ()

    def tell(self, report: Report, publication: Publication) -> None:
        """Tell the world of what is new, and of what it was not told the last time."""
        if not self._anybody or not self._untold.any():
            return
        feeds = self._untold.addresses()
        told = {
            "site": self.settings.site_url,
            "generation": publication.generation,
            "feeds": list(feeds),
            "added": list(publication.added),
            "changed": list(publication.changed),
            "removed": list(publication.removed),
        }
        again = False
        for one in self._world.tell(feeds, told):
            (report.say if one.is_done else report.warn)(one.sentence)
            again = again or one.again
        if again:
            report.warn("The next “invoke publish” tells them again.")
        else:
            self._untold.forget()

    @property
    def _anybody(self) -> bool:
        publishing = self.settings.publishing
        return bool(self.settings.feeds.hub or publishing.podping or publishing.hook)

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
    def _untold(self) -> Unfinished:
        return Unfinished(self.settings.project / ".antenne" / "publishing" / "untold.json")

    @property
    def _unpurged(self) -> Unfinished:
        return Unfinished(self.settings.project / ".antenne" / "publishing" / "unpurged.json")

    def _address(self, path: str) -> str:
        return f"{self.settings.site_url}/{quote(path.removesuffix('index.html'))}"
