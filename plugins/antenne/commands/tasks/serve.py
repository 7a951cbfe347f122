"""`invoke serve`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from invoke.tasks import task

from antenne.commands.project import Project
from antenne.commands.telling import told
from antenne.commands.whole import Whole

if TYPE_CHECKING:
    from antenne.commands.report import Report


def serve_task(project: Project) -> Any:
    """Return the command that shows the site on this machine."""

    @task(
        help={
            "port": "the port on this machine",
            "host": "the address to listen on: this machine alone unless you say otherwise",
        }
    )
    @told
    def serve(report: Report, port: int = Whole(8000), host: str = "127.0.0.1") -> None:
        """Show the site on this machine and build it again whenever a file changes; Ctrl-C ends it."""
        from antenne.commands.serving import serve_site

        # The system takes a plain number alone, and not a flag's own kind of one.
        serve_site(project, report, host=host, port=int(port))

    return serve
