"""`invoke servers`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from invoke.tasks import task

from antenne.commands.project import Project
from antenne.commands.telling import told
from antenne.commands.whole import Whole

if TYPE_CHECKING:
    from antenne.commands.report import Report


def servers_task(project: Project) -> Any:
    """Return the command that writes a server's configuration."""

    @task(
        positional=["kind"],
        help={
            "kind": "nginx, caddy, apache, htaccess (Apache, on a host of others) or headers",
            "root": "the folder that the server shows, as its machine has it",
            "name": "the host's name",
            "port": "the port, where it is not the server's own",
            "no-brotli": "leave out what needs nginx's module for brotli",
            "output": "a file to write instead of the terminal",
        },
    )
    @told
    def servers(
        report: Report,
        kind: str,
        root: str = "",
        name: str = "",
        port: int = Whole(0),
        no_brotli: bool = False,
        output: str = "",
    ) -> None:
        """Write the configuration of a web server for the built site: types, caches, ranges, headers, old addresses."""
        from antenne.commands.servers import write_configuration

        write_configuration(project, report, kind, root=root, name=name, port=port, brotli=not no_brotli, output=output)

    return servers
