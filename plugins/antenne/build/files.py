"""The files of a folder, by their paths below it."""

from __future__ import annotations

import os

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator


def files_below(root: str) -> Iterator[str]:
    """Give the paths of the files below a folder, with slashes: links to files count, links to folders are not entered.

    The system tells what each name stands for when it lists a folder, so that no file is asked for by itself.
    """
    waiting = [""]
    while waiting:
        below = waiting.pop()
        try:
            entries = os.scandir(os.path.join(root, below))
        except OSError:
            continue
        with entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(f"{below}{entry.name}/")
                elif entry.is_file():
                    yield f"{below}{entry.name}"
