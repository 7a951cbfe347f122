"""Builds the site again, each time in a fresh folder, and serves the new one when it is good."""

from __future__ import annotations

import gc
import queue
import shutil
import subprocess
import time
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path

from msgspec import Struct, field

from antenne.commands.reload import Live
from antenne.commands.report import Report
from antenne.problems import ProblemsFound

Tell = Callable[[], None]
"""Tells the author what there is to say of a good build, once it is shown."""


class Shown(Struct, frozen=True):
    """A good build: the folder where it stands, and what there is to tell of it."""

    folder: Path
    tell: Tell | None = None


Build = Callable[[Path], Shown]
"""Builds a whole site into a folder that does not exist yet, or changes the one that it has built last.

Raises ProblemsFound, or BuildFailed with what to say.
"""

_REST = 1.0
"""Seconds without a change after which old builds are removed: whoever saved a file has the new page by then."""
_MOST = 12
"""So many builds are kept at most while one change follows the other."""


class BuildFailed(Exception):
    """A build ended badly; the message is for the author, and empty when all was said already."""


def build_in_child(command: Sequence[str | Path], cwd: Path) -> Build:
    """Return a build that runs a command with the folder as its last word, in a process that loads all code anew.

    The command speaks for itself: its problems are on the terminal before it ends with another code than 0.
    """

    def build(folder: Path) -> Shown:
        # A terminal's Ctrl-C reaches the child too; it needs no input.
        done = subprocess.run([*command, folder], cwd=cwd, stdin=subprocess.DEVNULL, check=False)  # noqa: S603
        if done.returncode:
            raise BuildFailed
        return Shown(folder)

    return build


class Rebuild(Struct, kw_only=True):
    """Builds when it is told of changes, and swaps what is served.

    After a change under `code` it builds by `afresh`, where there is one: this process has the old code in it.
    """

    live: Live
    work: Path
    report: Report
    build: Build
    afresh: Build | None = None
    code: tuple[Path, ...] = ()
    changes: queue.SimpleQueue[set[Path]] = field(default_factory=queue.SimpleQueue)
    _number: int = 0

    def run(self) -> None:
        """Build at each change, for ever; changes that come together are one."""
        while True:
            changed = self._next()
            while not self.changes.empty():
                changed |= self.changes.get()
            self.once(changed)

    def _next(self) -> set[Path]:
        """Wait for a change, and clear up while there is none."""
        try:
            return self.changes.get(timeout=_REST)
        except queue.Empty:
            self._forget(2)
            # What is known of the site stays: to look through all of it in the middle of a build takes as long as one.
            gc.unfreeze()
            gc.collect()
            gc.freeze()
            return self.changes.get()

    def once(self, changed: set[Path] = frozenset()) -> bool:  # type: ignore[assignment]
        """Build once and say whether the new site is served; a bad build leaves the last good one."""
        if self.afresh and any(path.is_relative_to(code) for path in changed for code in self.code):
            self.build = self.afresh
        self._number += 1
        folder, start = self.work / f"{self._number:06d}", time.monotonic()
        built = self._try(folder)
        if built is None:
            shutil.rmtree(folder, ignore_errors=True)
            if self.live.folder:
                self.report.say("The last good site is still shown.")
            return False
        self.live.swap(built.folder)
        took = time.monotonic() - start
        if built.tell:
            built.tell()
        self.report.say(f"Built in {took:.{1 if took >= 1 else 2}f} s.")
        self._forget(_MOST)
        return True

    def _try(self, folder: Path) -> Shown | None:
        """Build, and return what is to be shown; tell what was bad at once, and return None."""
        try:
            return self.build(folder)
        except ProblemsFound as found:
            self.report.problems(found.problems)
        except BuildFailed as failed:
            if str(failed):
                self.report.refused(str(failed))
        except Exception:  # noqa: BLE001 - a plugin that is being written may raise anything; the server stays
            self.report.trace(traceback.format_exc())
        return None

    def _forget(self, kept: int) -> None:
        """Remove all but the last builds, at least two: a download from the one before may still be under way."""
        for old in sorted(self.work.glob("[0-9]*"))[:-kept]:
            shutil.rmtree(old, ignore_errors=True)
