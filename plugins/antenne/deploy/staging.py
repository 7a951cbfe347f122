"""Makes the folder of a release: recordings first, feeds last, every byte on the disk before anybody can see it."""

from __future__ import annotations

import errno
from pathlib import Path

from msgspec import Struct, field

from antenne.deploy.disk import Disk
from antenne.deploy.order import in_order
from antenne.deploy.plan import Plan
from antenne.deploy.refusal import PublishRefused
from antenne.deploy.target import Progress

NO_LINKS = {errno.EPERM, errno.EXDEV, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EMLINK}


class Staging(Struct, kw_only=True):
    """A release in the making; `live` is the folder of the live one, `past` that of the one that is gone back to."""

    folder: Path
    plan: Plan
    live: Path | None
    past: Path | None
    disk: Disk
    progress: Progress
    _done: int = 0
    _total: int = 0
    _folders: set[Path] = field(default_factory=set)

    def fill(self) -> None:
        """Put every file in its place and on the disk for good; raise OSError, or PublishRefused for changed bytes."""
        self._total = sum(entry.size for entry in self.plan.manifest.files.values())
        self._make(self.folder)
        for path in sorted(self.plan.manifest.files, key=in_order):
            self._make((self.folder / path).parent)
            if not self._link(path):
                self._copy(path)
        for folder in sorted(self._folders, reverse=True):
            self.disk.sync(folder)

    def _make(self, folder: Path) -> None:
        if folder not in self._folders:
            self.disk.make_folder(folder)
            self._folders |= {place for place in (folder, *folder.parents) if place.is_relative_to(self.folder)}

    def _link(self, path: str) -> bool:
        """Take a file from another release without copying it, when it has the same bytes."""
        place = self._same(path)
        if place is None:
            return False
        try:
            self.disk.link(place / path, self.folder / path)
        except OSError as error:
            if error.errno not in NO_LINKS:
                raise
            return False
        self._step(self.plan.manifest.files[path].size)
        return True

    def _same(self, path: str) -> Path | None:
        known = self.plan.base.manifest if self.plan.base else None
        if known and known.files.get(path) == self.plan.manifest.files[path]:
            return self.live
        return None if path in self.plan.manifest.late else self.past

    def _copy(self, path: str) -> None:
        source = (self.past or self.plan.build) / path
        if path in self.plan.manifest.late and self.live:
            source = self.live / path
        if self.disk.copy(source, self.folder / path, self._step) != self.plan.manifest.files[path]:
            raise PublishRefused(f"{path} changed while it was being published. Build the site again, then publish.")

    def _step(self, size: int) -> None:
        self._done += size
        self.progress(self._done, self._total)
