"""`invoke build`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from invoke.context import Context
from invoke.tasks import task

from antenne.build import Asked, Seen, look, tell_again
from antenne.commands.project import LOCAL, PUBLIC, Project
from antenne.commands.tasks.words import ACCEPT
from antenne.commands.telling import told

if TYPE_CHECKING:
    from antenne.commands.report import Report


def build_task(project: Project) -> Any:
    """Return the command that builds."""

    @task(
        iterable=["accept"],
        help={
            "accept": ACCEPT,
            "force": "build even when nothing has changed since the last build",
            "output": "build into this folder instead of output/",
            "local": "build with pelicanconf.py, as invoke serve does, and not for the public",
            "site-url": "the site's address instead of the one in the settings",
        },
    )
    def build(
        context: Context,
        accept: list[str],
        force: bool = False,
        output: str = "",
        local: bool = False,
        site_url: str = "",
    ) -> None:
        """Build the public site into output/ and check it, if anything has changed."""
        place = str(Path(output).absolute()) if output else ""
        config = LOCAL if local else PUBLIC
        asked = Asked(str(project.folder), config, output=place, site_url=site_url, accepted=accept)
        seen = Seen() if force else look(asked)
        if seen.same:
            tell_again(seen.said, tell_warnings)
        else:
            _build(context, asked, seen)

    return build


@told
def _build(report: Report, asked: Asked, seen: Seen) -> None:
    from antenne.commands.building import build_site

    build_site(report, asked, seen)


def tell_warnings(said: str) -> None:
    """Tell the warnings of an earlier build on a terminal."""
    from antenne.commands.building import tell_warnings

    tell_warnings(said)
