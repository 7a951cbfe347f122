"""What is still to be written down of publications to other machines, kept on this one."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from antenne.deploy.disk import LocalDisk
from antenne.deploy.manifest import Manifest
from antenne.deploy.target import Target


class Memos(Struct, frozen=True):
    """A folder with one memo for each publication that may be live and is not written down."""

    folder: Path

    def note(self, manifest: Manifest, memo: bytes) -> None:
        """Keep a memo until it is forgotten; raises OSError."""
        disk = LocalDisk()
        disk.make_folder(self.folder)
        disk.write(self.folder / f".{manifest.name}", memo)
        disk.move(self.folder / f".{manifest.name}", self.folder / manifest.name)
        disk.sync(self.folder)

    def unrecorded(self, target: Target) -> bytes | None:
        """Return the memo of what is live at a target, which is asked only where memos are kept."""
        if not self._any():
            return None
        with target.looked_at() as session:
            live = session.live()
        return self._of(live.manifest) if live and live.manifest else None

    def forget(self) -> None:
        """Remove all memos; raises OSError."""
        for path in sorted(self.folder.glob("*")) if self.folder.is_dir() else ():
            path.unlink(missing_ok=True)

    def _any(self) -> bool:
        return self.folder.is_dir() and any(not path.name.startswith(".") for path in self.folder.iterdir())

    def _of(self, manifest: Manifest) -> bytes | None:
        try:
            return (self.folder / manifest.name).read_bytes()
        except OSError:
            return None
