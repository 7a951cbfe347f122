"""The steps of `invoke serve`."""

from __future__ import annotations

import sys
from pathlib import Path

from antenne.commands.project import LOCAL, PUBLIC, Project
from antenne.commands.report import Report
from antenne.commands.server import BuildFailed, build_in_child, listen, serve
from antenne.pipeline import OutputRefused

_EVERYWHERE = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}  # noqa: S104 — never a default: whoever asks for it gets it
"""What an address that means every network of this machine is called in the site's own links."""


def serve_site(project: Project, report: Report, *, host: str, port: int) -> None:
    """Serve the site under its local address and follow every change of content, theme, settings and code."""
    settings = project.settings(LOCAL)
    listener = listen(host, port)
    site_url = f"http://{_EVERYWHERE.get(host, host)}:{listener.getsockname()[1]}"

    def build(folder: Path) -> None:
        try:
            with report.progress("Pictures") as progress:
                built = project.build(LOCAL, output=folder, site_url=site_url, progress=progress)
        except OutputRefused as refused:
            raise BuildFailed(str(refused)) from refused
        report.warnings(built.warnings)

    command = (sys.executable, "-m", "invoke", "build", "--local", "--site-url", site_url, "--output")
    serve(
        build,
        watched=(settings.content, *settings.themes),
        work=settings.cache / "serve",
        report=report,
        listener=listener,
        afresh=build_in_child(command, project.folder),
        code=(project.folder / "plugins", project.folder / LOCAL, project.folder / PUBLIC),
    )
