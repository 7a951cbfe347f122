from __future__ import annotations

import os
from collections.abc import Callable, Set
from pathlib import Path

from antenne.deploy import Disk, FolderTarget, Job, LocalDisk, Publication, publish, rehearse, verify_release
from antenne.deploy.target import Progress, silent

ADDRESS = "https://antenne.example"
SITE = {
    "index.html": b"<h1>Accueil</h1>",
    "404.html": b"<h1>Rien</h1>",
    "theme/style.0a1b2c3d.css": b"body{}",
    "images/couverture.jpg": b"\xff\xd8image",
}


def feed(sounds: dict[str, bytes]) -> bytes:
    items = "".join(
        f'<item><enclosure url="{ADDRESS}/{path}" length="{len(sound)}" type="audio/mpeg"/></item>'
        for path, sound in sounds.items()
    )
    own = f'<atom:link rel="self" href="{ADDRESS}/flux/emission.xml"/>'
    return f'<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>{own}{items}</channel></rss>'.encode()


def make_build(folder: Path, sounds: dict[str, bytes], **more: bytes) -> Path:
    """Write a small built site whose feed names the recordings given; `more` are pages by name."""
    files = SITE | sounds | {"flux/emission.xml": feed(sounds)}
    files |= {f"{name}/index.html": body for name, body in more.items()}
    for path, data in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    return folder


def publish_folder(
    build: Path,
    target: Path,
    *,
    keep: int,
    dry_run: bool = False,
    memo: bytes = b"",
    progress: Progress = silent,
    disk: Disk | None = None,
) -> Publication:
    """Publish to a folder of this machine."""
    place = FolderTarget(target.resolve(), disk or LocalDisk())
    job = Job(build=build, pages=place, keep=keep, memo=memo, progress=progress)
    return rehearse(job) if dry_run else publish(job)


def unrecorded(target: Path) -> bytes | None:
    return FolderTarget(target).unrecorded()


def recorded(target: Path) -> None:
    FolderTarget(target).recorded()


def snapshot(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def assert_live_is_one_of(target: Path, *builds: Path, late: Set[str] = frozenset()) -> None:
    """Assert that the live site is one of the builds, whole, `late` recordings aside, and that its feed is true."""
    live = target / "current"
    if not live.exists():
        assert not os.path.lexists(live)
        return
    assert verify_release(live) == []
    found = {path: data for path, data in snapshot(live).items() if path not in late}
    wanted = [{path: data for path, data in snapshot(build).items() if path not in late} for build in builds]
    assert found in wanted


class Counted(LocalDisk):
    """A disk that calls `before` and `after` with each operation's number, from 1, and its name."""

    def __init__(self, before: Callable[[int, str], None], after: Callable[[int, str], None]) -> None:
        self.before, self.after, self.calls = before, after, 0

    def __getattribute__(self, name: str) -> object:
        value = super().__getattribute__(name)
        if name.startswith("_") or name in {"before", "after", "calls"}:
            return value

        def counted(*arguments: object) -> object:
            self.calls += 1
            self.before(self.calls, name)
            result = value(*arguments)  # type: ignore[operator]
            self.after(self.calls, name)
            return result

        return counted


class Torn(LocalDisk):
    """A disk that dies half-way through the n-th file that it writes or copies."""

    def __init__(self, dies_at: int) -> None:
        self.left = dies_at

    def copy(self, source: Path, target: Path, step: Callable[[int], None]) -> object:  # type: ignore[override]
        self._maybe_die(target, source.read_bytes())
        return super().copy(source, target, step)

    def write(self, path: Path, data: bytes) -> None:
        self._maybe_die(path, data)
        super().write(path, data)

    def _maybe_die(self, path: Path, data: bytes) -> None:
        self.left -= 1
        if self.left == 0:
            path.write_bytes(data[: len(data) // 2])
            os._exit(9)


def in_child(act: Callable[[], object]) -> int:
    """Run something in a forked child, which may be killed at any moment, and return its exit code."""
    child = os.fork()
    if child == 0:
        try:
            act()
            os._exit(0)
        finally:
            os._exit(70)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def unreadable(target: Path) -> list[Path]:
    """Return what another user cannot read of a folder with releases, or enter."""
    site = (target / "current").resolve()
    folders = (target, target / "releases", site, *(path for path in site.rglob("*") if path.is_dir()))
    files = (path for path in site.rglob("*") if path.is_file())
    wrong = [path for path in folders if path.stat().st_mode & 0o005 != 0o005]
    return [*wrong, *(path for path in files if not path.stat().st_mode & 0o004)]
