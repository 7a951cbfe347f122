"""`invoke doctor`."""

from __future__ import annotations

from typing import Any

from invoke.tasks import task

from antenne.commands.doctor import examine_machine
from antenne.commands.project import Project
from antenne.commands.report import Report
from antenne.commands.telling import told


def doctor_task(project: Project) -> Any:
    """Return the command that looks at the machine."""

    @task(help={"format": "text for people, or json for programs"})
    @told
    def doctor(report: Report, format: str = "text") -> None:  # noqa: A002 — the flag's name
        """Say what is missing on this machine for this site, and how to get it; change nothing."""
        examine_machine(project, report, format)

    return doctor
