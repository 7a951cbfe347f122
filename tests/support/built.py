"""A built site, and what is remembered of it, without a build for each test."""

from __future__ import annotations

import shutil
from pathlib import Path

from antenne.build import Asked, Seen, look
from antenne.build.record import Recording
from antenne.commands.project import PUBLIC, Project
from antenne.settings.config import counted

SAID = {"summary": "Built in output/.", "warnings": "[]", "plain": ""}


def copy_of(built: Path, folder: Path) -> Path:
    """Return a copy of a built site in a folder of its own, remembered as if it had just been built there."""
    shutil.copytree(built, folder, symlinks=True)
    remember(folder)
    return folder


def remember(site: Path, asked: Asked | None = None) -> None:
    """Remember what stands in a site's output folder as built from what stands beside it."""
    asked, project = asked or Asked(str(site), PUBLIC), Project(site)
    recording = Recording(asked, Seen())
    raw = project.raw(asked.config)
    settings = project.settings(asked.config)
    recording.read(raw, counted(), content=settings.content, themes=settings.themes, zone=str(settings.timezone))
    recording.keep(settings.output, SAID)
    assert Path(asked.memo).is_file(), "it could not be remembered"


def seen(site: Path) -> Seen:
    """Return what a look at a site says."""
    return look(Asked(str(site), PUBLIC))
