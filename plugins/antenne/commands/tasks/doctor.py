"""`invoke doctor`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from invoke.tasks import task

from antenne.commands.project import Project
from antenne.commands.telling import told

if TYPE_CHECKING:
    from antenne.commands.report import Report


def doctor_task(project: Project) -> Any:
    """Return the command that looks at the machine."""

    @task(help={"format": "text for people, or json for programs"})
    @told
    def doctor(report: Report, format: str = "text") -> None:  # noqa: A002 — the flag's name
        """Say what is missing on this machine for this site, and how to get it; change nothing."""
        # A package that any command needs is missed here, too.
        from antenne.commands import building, checking, endings, publishing, serving, stats  # noqa: F401
        from antenne.commands.doctor import examine_machine

        examine_machine(project, report, format)

    return doctor
