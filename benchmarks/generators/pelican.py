"""Pelican as it comes, without Antenne: with its own cache where something of an earlier build is left."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from dataclasses import dataclass

from benchmarks.generators.facts import Facts
from benchmarks.generators.generator import ADD, FULL, SAME, remove
from benchmarks.generators.peer import Peer
from benchmarks.generators.tools import GET_IT, python_tool

_CACHE = ("-e", "CACHE_CONTENT=true", "LOAD_CONTENT_CACHE=true", 'CHECK_MODIFIED_METHOD="mtime"')


@dataclass(slots=True, kw_only=True)
class Pelican(Peer):
    """Pelican."""

    @property
    def name(self) -> str:
        """What tables call it."""
        return "Pelican"

    @property
    def templates(self) -> str:
        """The folder of its templates."""
        return "pelican"

    def lacking(self) -> str:
        """Return that Pelican is not there, and how to get it."""
        return "" if python_tool("pelican") else f"Pelican is not in benchmarks/.venv. {GET_IT}"

    def command(self, case: str) -> list[str]:
        """Return the command that builds the site; it keeps a cache where that may help the next build."""
        cache = () if case == FULL else _CACHE
        return [str(python_tool("pelican")), "--quiet", "--settings", "pelicanconf.py", *cache]

    def prepare(self, case: str) -> None:
        """Take away what a full build must not find; fill the cache for one that may."""
        if case == FULL:
            remove(self.folder / "output", self.folder / "cache")
        elif case == SAME:
            subprocess.run(self.command(ADD), cwd=self.folder, check=True, capture_output=True)

    def text_of(self, kind: str, facts: Facts, body: str) -> str:
        """Return the file of an item, with the front matter of Python-Markdown's extension."""
        lines = (f"{name.capitalize()}: {value}\n" for name, value in _metadata(kind, facts) if value != "")
        return "".join(lines) + "\n" + body


def _metadata(kind: str, facts: Facts) -> Iterator[tuple[str, object]]:
    yield from ((name, _plain(name, value)) for name, value in facts.items() if name not in ("authors", "chapters"))
    year = f"{str(facts['date'])[:4]}/" if kind == "note" else ""
    if kind == "book":
        yield "template", "book"
        yield "by", _joined(facts["authors"], "; ")
        return
    yield "category", f"{kind}s"
    yield "url", f"{kind}s/{year}{facts['slug']}/"
    yield "save_as", f"{kind}s/{year}{facts['slug']}/index.html"
    if kind == "episode":
        chapters = facts["chapters"]
        assert isinstance(chapters, list)
        yield "chapters", " | ".join(f"{chapter['start']} {chapter['title']}" for chapter in chapters)


def _plain(name: str, value: object) -> object:
    return _joined(value, ", " if name == "tags" else "; ") if isinstance(value, list) else value


def _joined(values: object, by: str) -> str:
    assert isinstance(values, list)
    return by.join(str(value) for value in values)
