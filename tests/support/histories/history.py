"""A site with its history: after each change, a build that keeps what it can comes to what a clean one comes to."""

from __future__ import annotations

import io
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from antenne.build import Asked
from antenne.commands import building
from antenne.commands.building import built_site
from antenne.commands.project import LOCAL, Project
from antenne.commands.report import Report
from antenne.pipeline import Memos
from antenne.problems import ProblemsFound
from tests.support.histories.edit import BUNDLES, FILES, Edit, Impossible
from tests.support.histories.everything import EDITS
from tests.support.site import digests

Came = dict[str, str]
"""What a build came to: the digests of its files, and its warnings; or its problems."""

_SOURCES = ("content", "theme", "pelicanconf.py")
_FAILED = 1


class History:
    """Changes a site and builds it, and compares; `counts` say what was done."""

    def __init__(self, site: Path, counts: Counter[str]) -> None:
        self.site, self.counts = site, counts
        self._good = self._build()

    def step(self, edits: Sequence[Edit], way: str, chance: random.Random) -> None:
        """Do some edits, and build in one of the WAYS; raise AssertionError where that is not what it should be."""
        before = _Sources(self.site)
        done = [self._edit(edit, chance) for edit in edits]
        if not any(done):
            return
        if way in ("killed", "meanwhile"):
            self._disturbed(way, chance)
        wanted_code = self._by_itself() if way == "by itself" else None
        came = self._build()
        wanted = _clean(self.site, self.site.with_name("clean"))
        _same(came, wanted)
        if wanted_code is not None:
            assert wanted_code == (_FAILED if "problems" in wanted else 0)
        if "problems" in wanted:
            self._mend(before)
        else:
            self._good = wanted
        if way == "from nothing":
            self._compare_with_nothing()
        self.counts[f"builds: {way}"] += 1

    def _edit(self, edit: Edit, chance: random.Random) -> bool:
        try:
            edit(self.site, chance)
        except Impossible:
            self.counts["edits that could not be"] += 1
            return False
        self.counts[f"edit: {edit.__name__}"] += 1
        return True

    def _mend(self, before: _Sources) -> None:
        """Undo what an author cannot do: else every later step would be judged by its problems alone."""
        self.counts["builds that failed, as the clean one did"] += 1
        before.put_back()
        _same(self._build(), self._good)

    def _build(self) -> Came:
        """Build as the command does, taking from the last build all that holds."""
        with _counted(self.counts):
            try:
                with built_site(Report(io.StringIO(), io.StringIO()), Asked(str(self.site), LOCAL)) as whole:
                    self.counts["texts"] += sum(len(getattr(whole.site.catalog, kind)) for kind in (*BUNDLES, *FILES))
                    return digests(whole.folder) | {"warnings": repr(whole.warnings)}
            except ProblemsFound as found:
                return {"problems": str(found)}

    def _by_itself(self) -> int:
        with _command(self.site) as process:
            return process.wait(timeout=300)

    def _disturbed(self, way: str, chance: random.Random) -> None:
        """Begin a build, and after a while kill it, or go on changing things."""
        amount = chance.choice((0, 1, 5, 20, 60, 100, 200, 400, None))
        with _command(self.site) as process:
            _wait_for(self.site / ".output.next", process, amount, chance.random())
            if way == "meanwhile":
                self._edit(chance.choice(EDITS[:_MILD]), chance)
                process.wait(timeout=300)
            else:
                self.counts["killed in the midst of a build"] += process.poll() is None
                process.send_signal(signal.SIGKILL)
        if chance.random() < 0.3:
            self._edit(chance.choice(EDITS), chance)

    def _compare_with_nothing(self) -> None:
        """Compare with a build of a copy that has the sources alone."""
        copy = self.site.with_name("copy")
        shutil.rmtree(copy, ignore_errors=True)
        shutil.copytree(self.site, copy, symlinks=True, ignore=lambda folder, names: [n for n in names if n in _MADE])
        _same(_clean(copy, copy.with_name("clean")), self._good)


_MILD = 8
"""How many of the edits may be done in the midst of a build: the first ones."""
_MADE = ("output", ".output.next", ".output.old", ".antenne")


class _Sources:
    """The sources of a site at one moment."""

    def __init__(self, site: Path) -> None:
        self._site, self._known = site, _sources(site)

    def put_back(self) -> None:
        """Put back what differs, and nothing else."""
        now = _sources(self._site)
        for path in now.keys() - self._known.keys():
            path.unlink()
        for path, known in self._known.items():
            if now.get(path) != known:
                path.unlink(missing_ok=True)
                path.parent.mkdir(parents=True, exist_ok=True)
                path.symlink_to(known) if isinstance(known, Path) else path.write_bytes(known)
        for folder in sorted((self._site / "content").glob("**/"), reverse=True):
            if not any(folder.iterdir()) and folder.parent != self._site:
                folder.rmdir()


def _sources(site: Path) -> dict[Path, bytes | Path]:
    paths = [path for name in _SOURCES for path in ((site / name), *(site / name).rglob("*"))]
    return {
        path: path.readlink() if path.is_symlink() else path.read_bytes()
        for path in paths
        if path.is_file() or path.is_symlink()
    }


def _clean(site: Path, output: Path) -> Came:
    """Return what a build comes to that knows nothing of any other."""
    try:
        whole = Project(site).build(LOCAL, output=output)
    except ProblemsFound as found:
        return {"problems": str(found)}
    return digests(output) | {"warnings": repr(whole.warnings)}


def _same(came: Came, wanted: Came) -> None:
    """Raise AssertionError with what differs."""
    both = sorted(came.keys() & wanted.keys())
    different = [f"{key}: {came[key]}, not {wanted[key]}" for key in both if came[key] != wanted[key]]
    gone, more = sorted(wanted.keys() - came.keys()), sorted(came.keys() - wanted.keys())
    if different or gone or more:
        raise AssertionError(
            "\n".join((*different, *(f"missing: {one}" for one in gone), *(f"more: {one}" for one in more)))
        )


@contextmanager
def _command(site: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Give the command to build in a process of its own, which is waited for."""
    process = subprocess.Popen(
        [sys.executable, "tasks.py", "build", "--local"],
        cwd=site,
        env=os.environ | {"PYTHONDONTWRITEBYTECODE": "1"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield process
    finally:
        if process.poll() is None:
            process.kill()
        process.wait(timeout=60)


def _wait_for(folder: Path, process: subprocess.Popen[bytes], amount: int | None, moment: float) -> None:
    """Wait until a build has written so many files, or for a moment where none are wanted, or until it has ended."""
    until = time.monotonic() + (moment if amount is None else 60)
    while process.poll() is None and time.monotonic() < until:
        if amount is not None and folder.is_dir() and sum(len(names) for _, _, names in os.walk(folder)) >= amount:
            return
        time.sleep(0.002)


@contextmanager
def _counted(counts: Counter[str]) -> Iterator[None]:
    """Count what the builds meanwhile take from those before."""
    begun: list[Memos] = []

    class Counted(Memos):
        @classmethod
        def of_rows(cls, *words: object) -> Memos:
            begun.append(Memos.of_rows(*words))  # type: ignore[arg-type]
            return begun[-1]

    before, building.Memos = building.Memos, Counted  # type: ignore[misc]
    try:
        yield
    finally:
        building.Memos = before  # type: ignore[misc]
    counts["builds with nothing to do"] += not begun
    for memos in begun:
        counts["pages made"] += sum(memo.made for memo in memos.pages.by_prefix.values())
        counts["pages kept"] += sum(memo.kept for memo in memos.pages.by_prefix.values())
        counts["texts read"] += memos.read.read
