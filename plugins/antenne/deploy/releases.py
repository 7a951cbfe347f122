"""The releases of a target folder: which is live, which are whole, what a killed publication left behind."""

from __future__ import annotations

import os
import re
import stat
from pathlib import Path

from msgspec import Struct

from antenne.deploy.disk import Disk, remove_tree
from antenne.deploy.live import Live
from antenne.deploy.manifest import Manifest
from antenne.deploy.refusal import PublishRefused

STAGING = ".next-"
NEXT_LINK = ".current-next"
NAME = re.compile(r"([0-9]{6,9})-[0-9a-f]{8}")


class Release(Struct, frozen=True, kw_only=True):
    """A folder that was published; `manifest` is None when it is missing or torn."""

    folder: Path
    manifest: Manifest | None

    @property
    def generation(self) -> int:
        """Its number, from its name."""
        return _generation(self.folder)

    def holds(self, path: str) -> bool:
        """Say whether a file of the manifest is there with its length."""
        if self.manifest is None:
            return False
        try:
            found = os.lstat(self.folder / path)
        except OSError:
            return False
        return stat.S_ISREG(found.st_mode) and found.st_size == self.manifest.files[path].size

    def is_whole(self) -> bool:
        """Say whether every file of its manifest is there with its length."""
        return self.manifest is not None and all(self.holds(path) for path in self.manifest.files)

    def as_live(self) -> Live:
        """Return it as what is live."""
        gone = frozenset(path for path in self.manifest.files if not self.holds(path)) if self.manifest else frozenset()
        return Live(generation=self.generation, manifest=self.manifest, gone=gone)


class Releases(Struct, frozen=True):
    """The releases under a target folder."""

    target: Path

    @property
    def folder(self) -> Path:
        """Where the releases stand."""
        return self.target / "releases"

    @property
    def current(self) -> Path:
        """The symbolic link to the live release."""
        return self.target / "current"

    def refuse_what_is_not_ours(self) -> None:
        """Raise PublishRefused when something that Antenne did not make stands in the way."""
        for folder in (self.target, self.folder):
            if os.path.lexists(folder) and not folder.is_dir():
                raise PublishRefused(f"{folder} is not a folder. Move it away, or publish to another folder.")
        if os.path.lexists(self.current) and self._live_name() is None:
            raise PublishRefused(
                f"{self.current} was not made by Antenne, and would be replaced. "
                "Move it away, or publish to another folder."
            )

    def live(self) -> Release | None:
        """Return the live release, or None when nothing is live."""
        name = self._live_name()
        folder = self.folder / name if name else None
        return self._release(folder) if folder and folder.is_dir() else None

    def all(self) -> tuple[Release, ...]:
        """Return all releases, newest first."""
        return tuple(self._release(folder) for folder in self._folders())

    def next_generation(self) -> int:
        """Return the number of the next release: numbers are never used again."""
        return 1 + max(map(_generation, self._folders()), default=0)

    def clean(self, disk: Disk) -> None:
        """Remove what a killed publication left: half-made and half-removed releases, never the live one."""
        live = self._live_name()
        disk.remove(self.target / NEXT_LINK)
        for name in self._names():
            path, bare = self.folder / name, name.removesuffix(".json")
            half_made = name.startswith(STAGING)
            half_removed = NAME.fullmatch(name) and name != live and not self._manifest_path(path).is_file()
            orphan = name != bare and NAME.fullmatch(bare) and not (self.folder / bare).is_dir()
            if half_made or half_removed or orphan:
                _remove(disk, path)

    def prune(self, keep: int, disk: Disk) -> None:
        """Remove the releases beyond the `keep` newest, never the live one."""
        live = self._live_name()
        others = [folder for folder in self._folders() if folder.name != live]
        for folder in others[keep - 1 :]:
            # Without its manifest it is no release any more: a removal that is cut short is taken up again.
            disk.remove(self._manifest_path(folder))
            remove_tree(disk, folder)

    def _folders(self) -> list[Path]:
        """Return the folders of all releases, newest first; a manifest of many files takes its time to read."""
        found = [self.folder / name for name in self._names() if NAME.fullmatch(name)]
        return sorted((folder for folder in found if folder.is_dir()), key=_generation, reverse=True)

    def _release(self, folder: Path) -> Release:
        try:
            manifest = Manifest.from_bytes(self._manifest_path(folder).read_bytes())
        except (OSError, ValueError):
            manifest = None
        # A manifest that was put under another release's name says nothing about its files.
        return Release(folder=folder, manifest=manifest if manifest and manifest.name == folder.name else None)

    def _manifest_path(self, folder: Path) -> Path:
        return folder.with_name(f"{folder.name}.json")

    def _live_name(self) -> str | None:
        try:
            steps = self.current.readlink().parts
        except OSError:
            return None
        return steps[1] if len(steps) == 2 and steps[0] == "releases" and NAME.fullmatch(steps[1]) else None

    def _names(self) -> list[str]:
        return sorted(path.name for path in self.folder.iterdir()) if self.folder.is_dir() else []


def _generation(folder: Path) -> int:
    return int(folder.name.split("-")[0])


def _remove(disk: Disk, path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        remove_tree(disk, path)
    else:
        disk.remove(path)
