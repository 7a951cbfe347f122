"""The steps of `invoke serve`."""

from __future__ import annotations

import os
import sys
import threading
from pathlib import Path

from antenne.build.roots import CONTENT, take
from antenne.build.tree import Tree, Unsure, differences
from antenne.commands.building import tell_notes
from antenne.commands.project import LOCAL, PUBLIC, Project
from antenne.commands.report import Report
from antenne.commands.server import BuildFailed, build_in_child, listen, serve
from antenne.pipeline import Memos, OutputRefused
from antenne.problems import ProblemsFound
from antenne.read import Edits
from antenne.settings import Settings
from antenne.settings.themes import FILE as THEME_FILE

_EVERYWHERE = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}  # noqa: S104 — never a default: whoever asks for it gets it
"""What an address that means every network of this machine is called in the site's own links."""


def serve_site(project: Project, report: Report, *, host: str, port: int) -> None:
    """Serve the site under its local address and follow every change of content, theme, settings and code."""
    settings = project.settings(LOCAL)
    listener = listen(host, port)
    site_url = f"http://{_EVERYWHERE.get(host, host)}:{listener.getsockname()[1]}"

    memos, followed, changes = Memos(), Followed(project, settings), Changes()

    def build(folder: Path) -> None:
        now, memos.edits = changes.since(followed.content)
        try:
            with report.progress("Pictures") as progress:
                built = project.build(LOCAL, output=folder, site_url=site_url, progress=progress, memos=memos)
        except OutputRefused as refused:
            raise BuildFailed(str(refused)) from refused
        changes.known = now
        tell_notes(report, built)
        report.warnings(built.warnings)

    command = (sys.executable, "-m", "invoke", "build", "--local", "--site-url", site_url, "--output")
    serve(
        build,
        watched=followed.folders,
        work=settings.cache / "serve",
        report=report,
        listener=listener,
        afresh=build_in_child(command, project.folder),
        code=(project.folder / "plugins", project.folder / LOCAL, project.folder / PUBLIC),
    )


class Changes:
    """What has changed in the content since the last good build, whoever noticed: `known` is how it stood then."""

    def __init__(self) -> None:
        self.known: Tree | None = None

    def since(self, content: Path) -> tuple[Tree | None, Edits]:
        """Return how the content stands now, None where that cannot be told, and what has changed."""
        try:
            now = take(CONTENT, str(content))
            if self.known is None or self.known.root != now.root:
                return now, Edits()
            return now, Edits(map(os.fsdecode, differences(self.known, now)))
        except (Unsure, OSError):
            return None, Edits()


class Followed:
    """The folders that a site is made of, as its settings say at the time: the theme may be another than before."""

    def __init__(self, project: Project, settings: Settings) -> None:
        self._project, self._settings = project, settings
        self._seen, self._alone = self._state(), threading.Lock()

    @property
    def content(self) -> Path:
        """The content folder, as the settings said it when one last asked for the folders."""
        return self._settings.content

    def folders(self) -> tuple[Path, ...]:
        """Return the content and the themes; settings that cannot be read leave them as they were."""
        with self._alone:
            if self._state() != self._seen:
                try:
                    self._settings = self._project.settings(LOCAL)
                    self._seen = self._state()
                except ProblemsFound:
                    pass  # what is missing may come: asked again the next time
            return (self._settings.content, *self._settings.themes)

    def _state(self) -> tuple[tuple[int, int] | None, ...]:
        files = [self._project.folder / LOCAL, *(theme / THEME_FILE for theme in self._settings.themes)]
        return tuple(map(_stamp, files))


def _stamp(file: Path) -> tuple[int, int] | None:
    try:
        status = file.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size
