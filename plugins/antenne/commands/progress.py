"""Shows how far long work is."""

from __future__ import annotations

from threading import Lock

from rich.console import Console
from rich.progress import BarColumn, TaskProgressColumn, TextColumn, TimeRemainingColumn
from rich.progress import Progress as Bar


class Progress:
    """A callback that takes what is done and the total; work that never calls it shows nothing."""

    def __init__(self, console: Console, title: str) -> None:
        self._console, self._title, self._lock = console, title, Lock()
        self._bar: Bar | None = None
        self._done, self._total = 0, 0

    def __call__(self, done: int, total: int) -> None:
        """Show that `done` of `total` is done; may be called from several threads."""
        with self._lock:
            first, self._done, self._total = self._total == 0, done, total
            if not total:
                return
            if first:
                self._start()
            if self._bar:
                self._bar.update(self._bar.task_ids[0], completed=done, total=total)

    def stop(self, *, finished: bool) -> None:
        """End the bar, or say in a line how it ended."""
        if self._bar:
            self._bar.stop()
        elif self._total:
            self._line("done" if finished else "stopped")

    def _start(self) -> None:
        if not self._console.is_terminal:
            self._line("started")
            return
        columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), TimeRemainingColumn())
        # The bar goes away when the work is over: what it led to is told in words.
        self._bar = Bar(*columns, console=self._console, transient=True)
        self._bar.add_task(self._title, total=self._total)
        self._bar.start()

    def _line(self, word: str) -> None:
        self._console.print(f"{self._title}: {word}", soft_wrap=True)
