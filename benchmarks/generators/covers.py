"""The case of covers: ten of 1600 by 2400 pixels, each as JPEG and WebP in five widths, without anything cached."""

from __future__ import annotations

import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

from benchmarks.corpus.corpus import Corpus
from benchmarks.generators.antenne import PROJECT, Antenne
from benchmarks.generators.files import link_or_copy
from benchmarks.generators.generator import FULL, remove
from benchmarks.generators.hugo import Hugo
from benchmarks.generators.peer import HERE, Peer

SUFFIXES = (".jpg", ".jpeg", ".webp")


@dataclass(slots=True, kw_only=True)
class AntenneCovers(Antenne):
    """Antenne's pictures, without the pages around them."""

    def cases(self) -> tuple[str, ...]:
        """Return the one case."""
        return (FULL,)

    def command(self, case: str) -> list[str]:
        """Return the command that makes the covers."""
        # `-m` finds the package by the path, as the folder is the site's.
        code = f"import sys; sys.path.insert(0, {str(PROJECT)!r}); from benchmarks.covers import main; main()"
        return [sys.executable, "-c", code, str(self.folder), str(self.folder / "output")]

    def prepare(self, case: str) -> None:
        """Take away all that was made before."""
        remove(self.folder / "output", self.folder / ".antenne")


@dataclass(slots=True, kw_only=True)
class HugoCovers(Hugo):
    """Hugo with a book page that asks for the same pictures."""

    def make(self, corpus: Corpus) -> None:
        """Make the site of a corpus."""
        Peer.make(self, corpus)
        shutil.copytree(HERE / "templates" / "hugo-covers", self.folder, dirs_exist_ok=True)
        for book in corpus.all_books():
            link_or_copy(corpus.cover(book), self.folder / "assets" / "covers" / f"{book.slug}.jpg")

    def cases(self) -> tuple[str, ...]:
        """Return the one case."""
        return (FULL,)


def count_pictures(output: Path) -> int:
    """Return how many pictures stand in an output folder."""
    return sum(1 for path in output.rglob("*") if path.suffix in SUFFIXES)
