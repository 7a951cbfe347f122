"""Builds the site again, each time in a fresh folder, and serves the new one when it is good."""

from __future__ import annotations

import queue
import shutil
import subprocess
import time
import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from antenne.commands.reload import Live
from antenne.commands.report import Report
from antenne.problems import ProblemsFound

Build = Callable[[Path], None]
"""Builds a whole site into a folder that does not exist yet; raises ProblemsFound, or BuildFailed with what to say."""


class BuildFailed(Exception):
    """A build ended badly; the message is for the author, and empty when all was said already."""


def build_in_child(command: Sequence[str | Path], cwd: Path) -> Build:
    """Return a build that runs a command with the folder as its last word, in a process that loads all code anew.

    The command speaks for itself: its problems are on the terminal before it ends with another code than 0.
    """

    def build(folder: Path) -> None:
        # A terminal's Ctrl-C reaches the child too; it needs no input.
        done = subprocess.run([*command, folder], cwd=cwd, stdin=subprocess.DEVNULL, check=False)  # noqa: S603
        if done.returncode:
            raise BuildFailed

    return build


@dataclass(slots=True, kw_only=True)
class Rebuild:
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
            changed = self.changes.get()
            while not self.changes.empty():
                changed |= self.changes.get()
            self.once(changed)

    def once(self, changed: set[Path] = frozenset()) -> bool:  # type: ignore[assignment]
        """Build once and say whether the new site is served; a bad build leaves the last good one."""
        if self.afresh and any(path.is_relative_to(code) for path in changed for code in self.code):
            self.build = self.afresh
        self._number += 1
        folder, start = self.work / f"{self._number:06d}", time.monotonic()
        if not self._try(folder):
            shutil.rmtree(folder, ignore_errors=True)
            if self.live.folder:
                self.report.say("The last good site is still shown.")
            return False
        self.live.swap(folder)
        self.report.say(f"Built in {time.monotonic() - start:.1f} s.")
        self._forget()
        return True

    def _try(self, folder: Path) -> bool:
        try:
            self.build(folder)
        except ProblemsFound as found:
            self.report.problems(found.problems)
        except BuildFailed as failed:
            if str(failed):
                self.report.refused(str(failed))
        except Exception:  # noqa: BLE001 - a plugin that is being written may raise anything; the server stays
            self.report.trace(traceback.format_exc())
        else:
            return True
        return False

    def _forget(self) -> None:
        """Remove the builds before the last two: a download from the one before may still be under way."""
        for old in sorted(self.work.glob("[0-9]*"))[:-2]:
            shutil.rmtree(old, ignore_errors=True)
