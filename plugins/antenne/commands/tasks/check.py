"""`invoke check`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from invoke.tasks import task

from antenne.commands.positional import is_given
from antenne.commands.project import Project
from antenne.commands.tasks.words import COMMANDS, NEWEST, VALUED
from antenne.commands.telling import told
from antenne.commands.whole import Whole

if TYPE_CHECKING:
    from antenne.commands.report import Report


def check_task(project: Project) -> Any:
    """Return the command that judges."""

    @task(
        positional=["target"] if is_given(sys.argv, "check", VALUED, COMMANDS) else [],
        help={
            "target": "a feed's file or address, or a built site's folder, to judge instead of this site",
            "format": "text for people, json or sarif for programs",
            "live": "the address of a served site or feed, to ask its server",
            "newest": "how many of the newest episodes --live asks for",
            "explain": "say what a check demands, by its CODE",
        },
    )
    @told
    def check(
        report: Report,
        target: str | None = None,
        format: str = "text",  # noqa: A002 — the flag's name
        live: str = "",
        newest: int = Whole(NEWEST),
        explain: str = "",
    ) -> None:
        """Tell every problem of this site, or of a FEED, folder or server; change nothing."""
        from antenne.commands.checking import check_other, check_own, check_served, checked_form, explain_rule, tell

        form = checked_form(format)
        if explain:
            explain_rule(report, explain)
        elif live:
            tell(report, *check_served(project, live, newest), form)
        else:
            tell(report, *(check_other(target) if target else check_own(project, report)), form)

    return check
