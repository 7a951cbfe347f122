"""`invoke ledger`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from invoke.tasks import task

from antenne.commands.project import Project
from antenne.commands.telling import told

if TYPE_CHECKING:
    from antenne.commands.report import Report


def ledger_task(project: Project) -> Any:
    """Return the command that makes a lost ledger anew."""

    @task(
        iterable=["from_"],
        help={
            "from_": "a feed that is or was published: a file, or an http(s) address; may be repeated",
            "force": "also when the ledger that is there says more than the feed",
        },
    )
    @told
    def ledger(report: Report, from_: list[str], force: bool = False) -> None:
        """Make content/published.json anew from a published feed, when it was lost."""
        from antenne.commands.ledger import rebuild_ledger

        rebuild_ledger(project, report, tuple(from_), force=force)

    return ledger
