"""`invoke build`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from invoke.tasks import task

from antenne.commands.project import LOCAL, PUBLIC, Project
from antenne.commands.report import Report
from antenne.commands.tasks.words import ACCEPT
from antenne.commands.telling import told
from antenne.model import Catalog


def build_task(project: Project) -> Any:
    """Return the command that builds."""

    @task(
        iterable=["accept"],
        help={
            "accept": ACCEPT,
            "output": "build into this folder instead of output/",
            "local": "build with pelicanconf.py, as invoke serve does, and not for the public",
            "site-url": "the site's address instead of the one in the settings",
        },
    )
    @told
    def build(report: Report, accept: list[str], output: str = "", local: bool = False, site_url: str = "") -> None:
        """Build the public site into output/ and check it."""
        with report.progress("Pictures") as progress:
            built = project.build(
                LOCAL if local else PUBLIC,
                output=Path(output).absolute() if output else None,
                site_url=site_url,
                accepted=frozenset(accept),
                progress=progress,
            )
        report.warnings(built.warnings)
        report.say(f"Built in {project.shown(built.folder)}/: {_counted(built.site.catalog)}.")

    return build


def _counted(catalog: Catalog) -> str:
    counts = (
        (len(catalog.books), "book"),
        (len(catalog.episodes), "episode"),
        (len(catalog.notes), "note"),
        (len(catalog.people), "person"),
    )
    plurals = {"person": "people"}
    return ", ".join(f"{n} {noun if n == 1 else plurals.get(noun, noun + 's')}" for n, noun in counts)
