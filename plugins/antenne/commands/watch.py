"""Watches folders and files, and says what changed."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from watchfiles import Change, DefaultFilter, watch

QUIET = 20
"""Milliseconds without a change after which what changed is told: an editor that puts a new file in the old one's place
takes two or three. What is saved in several steps is built again after the last."""

_TICK = 500
"""Milliseconds after which one looks whether the folders are still the same."""

Paths = Callable[[], Iterable[Path]]
"""Gives what is to be watched now: it may be another folder than before, and need not be there."""


def start_watching(paths: Paths, tell: Callable[[set[Path]], None], ignored: Iterable[Path] = ()) -> None:
    """Tell of every change under the folders and of the files given, from threads that end with the program.

    A folder that is removed and put back, or that `paths` gives for the first time, is told and followed.
    """
    skipped = tuple(path.resolve() for path in ignored)

    def folders() -> set[Path]:
        return {path.resolve() for path in paths() if path.is_dir()}

    def files() -> set[Path]:
        return {path.resolve() for path in paths() if not path.is_dir()}

    def parents() -> set[Path]:
        # An editor that saves puts another file in the old one's place, so the folder is what is watched.
        return {path.parent for path in files() if path.parent.is_dir()}

    _start(folders, tell, lambda path: not any(path.is_relative_to(skip) for skip in skipped), recursive=True)
    _start(parents, tell, lambda path: path in files(), recursive=False)


def _start(
    folders: Callable[[], set[Path]],
    tell: Callable[[set[Path]], None],
    wanted: Callable[[Path], bool],
    *,
    recursive: bool,
) -> None:
    usual = DefaultFilter()

    def is_wanted(change: Change, path: str) -> bool:
        return usual(change, path) and wanted(Path(path))

    def follow(known: dict[Path, tuple[int, int]], news: set[Path], *, polling: bool) -> None:
        """Tell the news once watching has begun, then every change, until the folders are others than those known."""
        for changes in watch(
            *known,
            watch_filter=is_wanted,
            step=QUIET,
            recursive=recursive,
            raise_interrupt=False,
            rust_timeout=_TICK,
            yield_on_timeout=True,
            force_polling=polling or None,
        ):
            changed = {Path(path) for _, path in changes}
            if changed or news:
                tell(changed | news)
                news.clear()
            # A folder made anew may have the number of the one removed.
            if changed & known.keys() or _numbers(folders()) != known:
                return

    def run() -> None:
        known, polling = _numbers(folders()), False
        news: set[Path] = set()
        while True:
            try:
                follow(known, news, polling=polling) if known else time.sleep(_TICK / 1000)
            except FileNotFoundError:
                time.sleep(_TICK / 1000)  # gone since one looked
            except (OSError, RuntimeError):
                # The system gives no more notices (Linux limits them): look again and again instead.
                polling = True
            before, known = known, _numbers(folders())
            if recursive:
                news |= {path for path in {*before, *known} if before.get(path) != known.get(path)}

    threading.Thread(target=run, daemon=True).start()


def _numbers(folders: Iterable[Path]) -> dict[Path, tuple[int, int]]:
    """Return the folders that are there, with the numbers that the system gives them."""
    found = {}
    for folder in sorted(folders):
        try:
            status = folder.stat()
        except OSError:
            continue
        found[folder] = (status.st_dev, status.st_ino)
    return found
