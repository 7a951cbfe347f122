"""`invoke stats`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from invoke.tasks import task

from antenne.commands.positional import taking, words_of
from antenne.commands.project import Project
from antenne.commands.tasks.words import LIMIT
from antenne.commands.telling import told
from antenne.commands.whole import Whole

if TYPE_CHECKING:
    from antenne.commands.report import Report

_VALUED = (
    "--format",
    "--svg",
    "--page",
    "--since",
    "--until",
    "--episode",
    "--window",
    "--most",
    "--agents",
)


def stats_task(project: Project) -> Any:
    """Return the command that counts downloads."""

    logs = words_of(sys.argv, "stats", _VALUED)
    names = [f"log{number}" for number in range(1, len(logs) + 1)]

    @told
    def stats(
        report: Report,
        format: str = "text",  # noqa: A002 — the flag's name
        svg: str = "",
        page: str = "",
        since: str = "",
        until: str = "",
        episode: str = "",
        window: str = "calendar",
        most: int = Whole(LIMIT),
        agents: str = "",
        get_agents: bool = False,
    ) -> None:
        """Count the downloads in servers' LOGs of any kind (- is what is piped), by the rules of IAB 2.3."""
        from antenne.commands.stats import Asked, show_stats
        from antenne.commands.stats import get_agents as get_user_agents

        if get_agents:
            get_user_agents(project, report)
        if logs or not get_agents:
            asked = Asked(
                format=format,
                svg=svg,
                page=page,
                since=since,
                until=until,
                episode=episode,
                window=window,
                most=most,
                agents=agents,
            )
            show_stats(project, report, logs, asked)

    return task(
        taking(stats, names),
        positional=names,
        auto_shortflags=False,
        help={
            **dict.fromkeys(names, "a log"),
            "format": "text for people, csv or json for programs",
            "svg": "a folder to draw plots into",
            "page": "a file to write a page into, for you alone",
            "since": "the first day that counts, as 2026-11-23",
            "until": "the last day that counts",
            "episode": "the only episode that counts, by its folder's name or its guid",
            "window": "calendar (UTC days), first-touch or last-touch (24 hours)",
            "most": "the downloads a day above which an address is no listener's; 0 for no limit",
            "agents": "a folder with OPAWG's bots.json, apps.json, libraries.json and browsers.json",
            "get-agents": "get OPAWG's newest lists of user agents first",
        },
    )
