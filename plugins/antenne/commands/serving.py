"""The steps of `invoke serve`."""

from __future__ import annotations

import os
import sys
import threading
from pathlib import Path

from msgspec import Struct, field

from antenne.build.roots import CONTENT, take
from antenne.build.tree import ROOT, Tree, Unsure, differences
from antenne.commands.building import tell_notes
from antenne.commands.project import LOCAL, PUBLIC, Project
from antenne.commands.rebuild import Shown
from antenne.commands.report import Report, count_of
from antenne.commands.server import BuildFailed, build_in_child, listen, serve
from antenne.media import MediaError
from antenne.pipeline import Built, Memos, OutputRefused
from antenne.problems import Problem, ProblemsFound
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

    followed = Followed(project, settings)
    builds = Builds(project=project, report=report, site_url=site_url, followed=followed)
    command = (sys.executable, "-m", "invoke", "build", "--local", "--site-url", site_url, "--output")
    serve(
        builds.build,
        watched=followed.folders,
        work=settings.cache / "serve",
        report=report,
        listener=listener,
        afresh=build_in_child(command, project.folder),
        code=(project.folder / "plugins", project.folder / LOCAL, project.folder / PUBLIC),
    )


class Builds(Struct, kw_only=True):
    """Builds again and again in this process: what is as it was in the last good build is not read or made again.

    `memos` are what is known of that one.
    """

    project: Project
    report: Report
    site_url: str
    followed: Followed
    memos: Memos = field(default_factory=Memos)
    _changes: Changes = field(default_factory=lambda: Changes())
    _told: tuple[Problem, ...] = ()

    def build(self, folder: Path) -> Shown:
        """Build into a folder, or change what has changed in the last one.

        Raise ProblemsFound, or BuildFailed with what to say.
        """
        # What changes while it is read is a change for the next build.
        place = self.memos.base or folder
        now, self.memos.edits = self._changes.since(self.followed.folders()[0])
        try:
            with self.report.progress("Pictures") as progress:
                built = self.project.build(
                    LOCAL, output=place, site_url=self.site_url, progress=progress, memos=self.memos
                )
        except (OutputRefused, MediaError) as refused:
            raise BuildFailed(str(refused)) from refused
        self._changes.known = now
        return Shown(built.folder, lambda: self._tell(built))

    def _tell(self, built: Built) -> None:
        """Tell what there is to say of a build, and warnings only when they are others than before."""
        tell_notes(self.report, built)
        if built.warnings != self._told:
            self.report.warnings(built.warnings)
        elif built.warnings:
            self.report.note(f"The same as before: {count_of(built.warnings)}.")
        self._told = built.warnings


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
            found = differences(self.known, now)
            # What a link leads to may be known under one of its names alone.
            return now, Edits() if ROOT in found or now.links else Edits(map(os.fsdecode, found))
        except (Unsure, OSError):
            return None, Edits()


class Followed:
    """The folders that a site is made of, as its settings say at the time: the theme may be another than before."""

    def __init__(self, project: Project, settings: Settings) -> None:
        self._project, self._settings = project, settings
        self._seen, self._alone = self._state(), threading.Lock()

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
