"""What the benchmark asks of a tool: a site of the corpus, a command that builds it, and one more episode."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from benchmarks.corpus.corpus import Corpus

FULL, SAME, ADD, COLD, SAVE = "full", "same", "add", "cold", "save"
"""The cases: a full build without anything left of an earlier one, nothing changed, one more episode; for the tool that
reads recordings, a full build without what it remembers of them, and a note saved while its server runs."""


class Generator(Protocol):
    """A tool with a site of its own in `folder`, which it builds into `folder / "output"`."""

    @property
    def name(self) -> str:
        """What tables call it."""
        ...

    @property
    def folder(self) -> Path:
        """The site's folder."""
        ...

    def lacking(self) -> str:
        """Return what the tool lacks on this machine, and how to get it, in two sentences; nothing when it is there."""
        ...

    def make(self, corpus: Corpus) -> None:
        """Make the site of a corpus."""
        ...

    def cases(self) -> tuple[str, ...]:
        """Return the cases that the tool has."""
        ...

    def command(self, case: str) -> list[str]:
        """Return the command that builds the site."""
        ...

    def prepare(self, case: str) -> None:
        """Take away what a case must not find."""
        ...

    def add(self, number: int) -> None:
        """Add the episode of a number."""
        ...

    def take_back(self) -> None:
        """Take the added episode away."""
        ...


@dataclass(slots=True)
class Added:
    """The files that an episode brought."""

    paths: tuple[Path, ...] = ()

    def take_back(self) -> None:
        """Remove them, with folders that they leave empty."""
        for path in self.paths:
            path.unlink(missing_ok=True)
            if not any(path.parent.iterdir()):
                path.parent.rmdir()
        self.paths = ()


def remove(*paths: Path) -> None:
    """Remove files and folders, where they are."""
    for path in paths:
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)
