"""The folders that a site is made in: whether one may write there, and whether there is room."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

from antenne.commands.doctor.finding import Finding, State
from antenne.settings import Settings

_LEAST = 200_000_000
"""In bytes: what a build of a small site may take while the last one stays."""


def folders(settings: Settings) -> Iterator[Finding]:
    """Look at the folders that commands write into; nothing is written."""
    places = {"output": settings.output, "cache": settings.cache}
    if settings.publishing.target == "folder":
        places["public"] = settings.publishing.folder
    for name, folder in places.items():
        yield _writable(name, folder)
    yield from _room(places.values(), settings)


def _writable(name: str, folder: Path) -> Finding:
    place = _there(folder)
    if place.is_dir() and os.access(place, os.W_OK | os.X_OK):
        return Finding(name=f"Folder {name}", found=str(folder))
    do = f"Give yourself access to it: chmod u+rwx {place}"
    return Finding(name=f"Folder {name}", state=State.MISSING, found=f"{place} cannot be written into", do=do)


def _room(places: Iterable[Path], settings: Settings) -> Iterator[Finding]:
    needed = _LEAST + 2 * _size(settings.output)
    seen: set[int] = set()
    for folder in places:
        place = _there(folder)
        device = place.stat().st_dev
        if device not in seen:
            seen.add(device)
            yield _free(place, needed)


def _free(place: Path, needed: int) -> Finding:
    free = shutil.disk_usage(place).free
    found = f"{free / 1e9:.1f} GB free at {place}"
    if free >= needed:
        return Finding(name="Disk", found=found)
    do = f"Make room: a build and a publication take {needed / 1e9:.1f} GB."
    return Finding(name="Disk", state=State.MISSING, found=found, do=do)


def _size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) if folder.is_dir() else 0


def _there(folder: Path) -> Path:
    """Return a folder, or the nearest one above it that there is."""
    return next(place for place in (folder, *folder.parents) if place.exists())
