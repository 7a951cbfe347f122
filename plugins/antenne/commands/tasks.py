"""The commands, thin over the package: each says what it did, or what to do, in a sentence."""

from __future__ import annotations

import functools
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, Concatenate, ParamSpec

from invoke.collection import Collection
from invoke.context import Context
from invoke.exceptions import Exit
from invoke.tasks import task

from antenne.commands.positional import is_given
from antenne.commands.project import LOCAL, PUBLIC, Project
from antenne.commands.publishing import publish_site
from antenne.commands.report import Report
from antenne.commands.server import ServeRefused
from antenne.commands.serving import serve_site
from antenne.deploy import PublishRefused
from antenne.model import Catalog
from antenne.pipeline import OutputRefused
from antenne.problems import ProblemsFound

P = ParamSpec("P")

WRONG = 1
"""The exit code when content, settings or output have problems."""
REFUSED = 2
"""The exit code when a folder or another publisher stands in the way."""

_ACCEPT = "a change to what subscribers have that is meant, as CODE:NAME; may be repeated"
_COMMANDS = ("build", "check", "serve", "publish")
_VALUED = ("--book", "-b", "--accept", "-a", "--show", "-s", "--recording", "-r")


def commands_of(folder: Path) -> Collection:
    """Return the commands of the site in a project's folder."""
    project = Project(folder)
    return Collection(_build(project), _check(project), _serve(project), _publish(project))


def _told(command: Callable[Concatenate[Report, P], None]) -> Callable[..., None]:
    """Let a command speak through a report, and end with the exit code of what went wrong."""

    @functools.wraps(command)
    def told(_context: Context, *args: P.args, **kwargs: P.kwargs) -> None:
        report = Report()
        try:
            command(report, *args, **kwargs)
        except ProblemsFound as found:
            report.problems(found.problems)
            raise Exit(code=WRONG) from None
        except (OutputRefused, PublishRefused, ServeRefused) as refused:
            report.refused(str(refused))
            raise Exit(code=REFUSED) from None
        except KeyboardInterrupt:
            raise Exit("Stopped.", code=130) from None

    return told


def _build(project: Project) -> Any:
    @task(
        iterable=["accept"],
        help={
            "accept": _ACCEPT,
            "output": "build into this folder instead of output/",
            "local": "build with pelicanconf.py, as invoke serve does, and not for the public",
            "site-url": "the site's address instead of the one in the settings",
        },
    )
    @_told
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


def _check(project: Project) -> Any:
    @task
    @_told
    def check(report: Report) -> None:
        """Tell every problem of the content and of the site that it makes; change nothing."""
        settings = project.settings()
        with report.progress("Pictures") as progress:
            built = project.build(output=settings.cache / "check", progress=progress)
        report.warnings(built.warnings)
        report.say(f"No errors: {_counted(built.site.catalog)}.")

    return check


def _serve(project: Project) -> Any:
    @task(
        help={
            "port": "the port on this machine",
            "host": "the address to listen on: this machine alone unless you say otherwise",
        }
    )
    @_told
    def serve(report: Report, port: int = 8000, host: str = "127.0.0.1") -> None:
        """Show the site on this machine and build it again whenever a file changes; Ctrl-C ends it."""
        serve_site(project, report, host=host, port=port)

    return serve


def _publish(project: Project) -> Any:
    @task(
        positional=["recording"] if is_given(sys.argv, "publish", _VALUED, _COMMANDS) else [],
        iterable=["book", "accept"],
        help={
            "recording": "a recording to take in as a new episode first",
            "book": "a book that the recording is about, by its folder's name; may be repeated",
            "show": "the show that the recording is part of, when there are several",
            "dry-run": "only say what would change",
            "accept": _ACCEPT,
        },
    )
    @_told
    def publish(
        report: Report,
        book: list[str],
        accept: list[str],
        recording: str | None = None,
        show: str = "",
        dry_run: bool = False,
    ) -> None:
        """Build, check and publish the site; with a RECORDING, make it a new episode first."""
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


def _counted(catalog: Catalog) -> str:
    counts = (
        (len(catalog.books), "book"),
        (len(catalog.episodes), "episode"),
        (len(catalog.notes), "note"),
        (len(catalog.people), "person"),
    )
    plurals = {"person": "people"}
    return ", ".join(f"{n} {noun if n == 1 else plurals.get(noun, noun + 's')}" for n, noun in counts)
