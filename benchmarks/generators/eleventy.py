"""Eleventy, from the npm registry."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from benchmarks.corpus.corpus import Corpus
from benchmarks.corpus.layout import front_matter
from benchmarks.generators.facts import Facts
from benchmarks.generators.peer import HERE, Peer
from benchmarks.generators.tools import GET_IT, GET_NODE

_PACKAGES = HERE / "node_modules"
_PROGRAM = _PACKAGES / "@11ty" / "eleventy" / "cmd.cjs"


@dataclass(slots=True, kw_only=True)
class Eleventy(Peer):
    """Eleventy, whose lists are collections that are made once."""

    @property
    def name(self) -> str:
        """What tables call it."""
        return "Eleventy"

    @property
    def templates(self) -> str:
        """The folder of its templates."""
        return "eleventy"

    @property
    def sources(self) -> Path:
        """The folder of Markdown files."""
        return self.folder / "src"

    def lacking(self) -> str:
        """Return that Node or Eleventy is not there, and how to get it."""
        if shutil.which("node") is None:
            return f"Node is not on this machine. {GET_NODE}"
        return "" if _PROGRAM.is_file() else f"Eleventy is not in benchmarks/node_modules. {GET_IT}"

    def make(self, corpus: Corpus) -> None:
        """Make the site of a corpus."""
        Peer.make(self, corpus)
        (self.folder / "node_modules").symlink_to(_PACKAGES, target_is_directory=True)

    def command(self, case: str) -> list[str]:
        """Return the command that builds the site: it has one for all cases."""
        return ["node", str(_PROGRAM), "--quiet"]

    def text_of(self, kind: str, facts: Facts, body: str) -> str:
        """Return the file of an item; `tags` would make a collection of each."""
        year = f"{str(facts['date'])[:4]}/" if kind == "note" else ""
        own = {"layout": f"{kind}.njk", "permalink": f"/{kind}s/{year}{facts['slug']}/index.html"}
        named = {"topics" if name == "tags" else name: value for name, value in facts.items()}
        return front_matter({**named, **own}, body)
