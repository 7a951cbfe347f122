"""`invoke publish` and `invoke rollback`."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from invoke.tasks import task

from antenne.commands.positional import is_given
from antenne.commands.project import Project
from antenne.commands.tasks.words import ACCEPT, COMMANDS, VALUED
from antenne.commands.telling import told
from antenne.commands.whole import Whole

if TYPE_CHECKING:
    from antenne.commands.report import Report


_GOES_ON = "The live site is whole: as it was, or as it was to be. The next “invoke publish” goes on from there."
_TAKEN_IN = f"{_GOES_ON} A recording that was taken in stays in content/episodes/."


def publish_task(project: Project) -> Any:
    """Return the command that publishes."""

    @task(
        positional=["recording"] if is_given(sys.argv, "publish", VALUED, COMMANDS) else [],
        iterable=["book", "accept"],
        help={
            "recording": "a recording to take in as a new episode first",
            "book": "a book that the recording is about, by its folder's name; may be repeated",
            "show": "the show that the recording is part of, when there are several",
            "dry-run": "only say what would change",
            "accept": ACCEPT,
        },
    )
    @partial(told, stopped=_TAKEN_IN)
    def publish(
        report: Report,
        book: list[str],
        accept: list[str],
        recording: str | None = None,
        show: str = "",
        dry_run: bool = False,
    ) -> None:
        """Build, check and publish the site; with a RECORDING, make it a new episode first."""
        from antenne.commands.publishing import publish_site

        publish_site(
            project,
            report,
            recording=Path(recording).expanduser() if recording else None,
            books=tuple(book),
            show=show,
            dry_run=dry_run,
            accepted=frozenset(accept),
        )

    return publish


def rollback_task(project: Project) -> Any:
    """Return the command that goes back."""

    @task(help={"to": "the number of the publication to go back to; without it, the one before the live one"})
    @partial(told, stopped=_GOES_ON)
    def rollback(report: Report, to: int = Whole(0)) -> None:
        """Make an earlier publication live again, in seconds; recordings published since stay."""
        from antenne.commands.publishing import roll_back_site

        roll_back_site(project, report, to=to or None)

    return rollback
