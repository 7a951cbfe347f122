"""What a publication has still to write down: it stands beside the releases from before the switch until it is done."""

from __future__ import annotations

from pathlib import Path

from antenne.deploy.disk import Disk
from antenne.deploy.releases import Releases

_MARK = ".unrecorded-"


def note_down(releases: Releases, name: str, memo: bytes, disk: Disk) -> None:
    """Keep what is to be written down once the release of a name is live; raises OSError."""
    disk.write(releases.target / f"{_MARK}{name}", memo)


def unrecorded(target: Path) -> bytes | None:
    """Return what the live release was published with, while nobody has said that it was written down."""
    live = Releases(target).live()
    if live is None:
        return None
    try:
        return (target / f"{_MARK}{live.folder.name}").read_bytes()
    except OSError:
        return None


def recorded(target: Path) -> None:
    """Say that it was written down; raises OSError."""
    for path in target.glob(f"{_MARK}*"):
        path.unlink(missing_ok=True)


def forget_what_never_went_live(releases: Releases, disk: Disk) -> None:
    """Remove what publications left that were killed before the switch."""
    live = releases.live()
    for path in sorted(releases.target.glob(f"{_MARK}*")):
        if live is None or path.name != f"{_MARK}{live.folder.name}":
            disk.remove(path)
