"""The folder that a site is written into, and its change from one good site to the next."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path, PurePosixPath

from msgspec import Struct, field

from antenne.build.files import files_below
from antenne.check import Whole
from antenne.kept import Form, Keep
from antenne.media import link_or_copy
from antenne.pipeline.locks import OutputRefused

EVERY_SITE = ("404.html", "robots.txt", "sitemap.xml")
"""Files that every built site has: a folder without them was not made by Antenne, and is not replaced by it."""

_NOWHERE = frozenset(("", ".", ".."))
"""Steps that no path within a folder has."""


class Output(Struct, frozen=True):
    """A folder under which files are written, and nowhere else; `written` are the paths of all files of the site.

    `base` is the folder of the last good build: what is as it was there is not written again. `changed` are the paths
    of what is, `standing` those of all files that stand in the base, `linked` knows the digests of those that were
    linked there.
    """

    folder: Path
    base: Path | None = None
    standing: frozenset[str] = frozenset()
    linked: Keep[str] = field(default_factory=lambda: Keep.of(Form(str)))
    written: set[str] = field(default_factory=set)
    changed: set[str] = field(default_factory=set)
    _made: set[str] = field(default_factory=set)

    @classmethod
    def over(cls, folder: Path, base: Path | None, linked: Keep[str]) -> Output:
        """Return the output of a build that changes the one in the base, where there is one."""
        return cls(folder, base, frozenset(files_below(str(base))) if base else frozenset(), linked)

    @property
    def stale(self) -> frozenset[str]:
        """The files of the base that the site has no more."""
        return self.standing - self.written

    def whole(self) -> Whole:
        """Return the site as it will stand; in a folder of its own, with whatever others have put there."""
        if self.base is None:
            return Whole.of(self.folder)
        fresh = frozenset(self.changed)
        return Whole(folder=self.base, files=frozenset(self.written), anew=self.folder, fresh=fresh)

    def put(self, path: str, data: bytes | None) -> None:
        """Write one file, or keep it as it stands in the last good build where there are no bytes."""
        if data is None:
            assert path in self.standing, path
            self.written.add(path)
        else:
            self.write(path, data)

    def write(self, path: str, data: bytes) -> None:
        """Write one file; the path is relative to the folder and stays inside it."""
        place = self._place(path)
        if not self._stood(path, lambda old: old.read_bytes() == data):
            above = path.rpartition("/")[0]
            if above not in self._made:
                place.parent.mkdir(parents=True, exist_ok=True)
                self._made.add(above)
            place.write_bytes(data)
            self.changed.add(path)

    def link(self, path: str, digest: str, source: Callable[[], Path]) -> None:
        """Let a file stand at a path that has the bytes of a digest: those of `source`, which nobody changes any more.

        It is not asked for where the last good build has put the same there.
        """
        place = self._place(path)
        if self.base is None or path not in self.standing or self.linked.before(path) != digest:
            kept = source()
            if not self._stood(path, lambda old: os.path.samestat(old.stat(), kept.stat())):
                link_or_copy(kept, place)
                self.changed.add(path)
        self.linked.keep(path, digest)

    def take_in(self, paths: Iterable[str]) -> None:
        """Take in files with names for their bytes: they were put into the folder unless they stand in the base."""
        paths = frozenset(paths)
        self.written.update(paths)
        self.changed.update(paths - self.standing)

    def read(self, path: str) -> bytes:
        """Return the bytes of a file that was written."""
        folder = self.base if self.base is not None and path not in self.changed else self.folder
        return (folder / path).read_bytes()

    def _stood(self, path: str, is_same: Callable[[Path], bool]) -> bool:
        """Say whether a file stood so in the last good build: to look costs a quarter of writing it."""
        try:
            return self.base is not None and path in self.standing and is_same(self.base / path)
        except OSError:
            return False

    def _place(self, path: str) -> Path:
        parts = path.split("/")
        if not _NOWHERE.isdisjoint(parts) or "\0" in path or "\\" in path:
            raise OutputRefused(f"A file of the site would be written outside its folder: {path!r}.")
        self.written.add(path)
        return self.folder / path


def staging(output: Path) -> Path:
    """Return an empty folder beside `output` to build in; what a killed build left there is removed."""
    if output.is_symlink() or (output.exists() and not output.is_dir()):
        raise OutputRefused(f"{output} is not a folder. Move it away, or set OUTPUT_PATH to another folder.")
    if output.is_dir() and any(output.iterdir()) and (lacking := _lacking(output)):
        raise OutputRefused(
            f"{output} holds files that Antenne did not make: there is no {lacking}, which every site of Antenne has. "
            "Move the folder away, or set OUTPUT_PATH to another one."
        )
    fresh = output.with_name(f".{output.name}.next")
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir(parents=True)
    return fresh


def _lacking(folder: Path) -> str:
    """Return the name of a file that every site has and a folder has not; empty for the folder of a site."""
    return next((name for name in EVERY_SITE if not (folder / name).is_file()), "")


def replace_output(fresh: Path, output: Path) -> None:
    """Put a finished folder in the place of `output`; the old one goes last."""
    old = output.with_name(f".{output.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    if output.exists():
        os.replace(output, old)  # noqa: PTH105 — a folder is renamed over nothing
    os.replace(fresh, output)  # noqa: PTH105
    shutil.rmtree(old, ignore_errors=True)


def patch_output(fresh: Path, output: Path, changed: Iterable[str], stale: Iterable[str]) -> None:
    """Put the changed files of a finished folder into `output`, each in one step, after what is stale is gone.

    Who is stopped in the middle leaves files of two builds there: whoever looks at the output as it was recorded sees
    that, and builds everything.
    """
    gone = sorted(stale)
    for path in gone:
        (output / path).unlink(missing_ok=True)
    # A folder may be in the way of a file, and an empty one is none that a build from nothing would make.
    for folder in sorted({folder for path in gone for folder in PurePosixPath(path).parents}, reverse=True):
        if folder.parts:
            with suppress(OSError):
                (output / folder).rmdir()
    for path in sorted(changed):
        place = output / path
        place.parent.mkdir(parents=True, exist_ok=True)
        (fresh / path).replace(place)
    shutil.rmtree(fresh, ignore_errors=True)
