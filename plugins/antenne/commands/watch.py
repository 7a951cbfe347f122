"""Watches folders and files, and says what changed."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from pathlib import Path

from watchfiles import Change, DefaultFilter, watch

QUIET = 100
"""Milliseconds without a change after which what changed is told."""


def start_watching(paths: Iterable[Path], tell: Callable[[set[Path]], None], ignored: Iterable[Path] = ()) -> None:
    """Tell of every change under the folders and of the files given, from threads that end with the program."""
    found = [path.resolve() for path in paths if path.exists()]
    skipped = tuple(path.resolve() for path in ignored)
    folders = [path for path in found if path.is_dir()]
    files = {path for path in found if not path.is_dir()}
    if folders:
        _start(folders, tell, lambda path: not any(path.is_relative_to(skip) for skip in skipped), recursive=True)
    if files:
        # An editor that saves puts another file in the old one's place, so the folder is what is watched.
        _start(sorted({file.parent for file in files}), tell, lambda path: path in files, recursive=False)


def _start(
    folders: list[Path], tell: Callable[[set[Path]], None], wanted: Callable[[Path], bool], *, recursive: bool
) -> None:
    usual = DefaultFilter()

    def is_wanted(change: Change, path: str) -> bool:
        return usual(change, path) and wanted(Path(path))

    def run(*, polling: bool = False) -> None:
        try:
            for changes in watch(
                *folders,
                watch_filter=is_wanted,
                step=QUIET,
                recursive=recursive,
                raise_interrupt=False,
                rust_timeout=1000,
                force_polling=polling or None,
            ):
                tell({Path(path) for _, path in changes})
        except (OSError, RuntimeError):
            # The system gives no more notices (Linux limits them): look again and again instead.
            if not polling:
                run(polling=True)

    threading.Thread(target=run, daemon=True).start()
