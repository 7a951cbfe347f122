"""What is kept from one build of a site to the next: in memory by who builds again and again, else on the disk."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from antenne.check import FactsMemo
from antenne.kept import Rows, Unkeepable
from antenne.read import Edits, ReadMemo
from antenne.render import PageMemo, PageMemos

_READ, _FACTS, _PAGES = "read", "facts", "pages"


@dataclass(slots=True)
class Memos:
    """What was read, the pages as they were made, and what judging found out about them.

    `base` is the folder that holds the last good build, which all this is about: None where there is none. `edits` say
    what has changed in the content folder since.
    """

    base: Path | None = None
    edits: Edits = field(default_factory=Edits)
    read: ReadMemo = field(default_factory=ReadMemo)
    pages: PageMemos = field(default_factory=PageMemos)
    facts: FactsMemo = field(default_factory=FactsMemo)

    def begin(self) -> None:
        """Begin a build: without the folder of the last one, nothing is known."""
        if self.base is not None and not self.base.is_dir():
            self.base = None
        if self.base is None:
            self.edits = Edits()
            self.read, self.pages, self.facts = ReadMemo(), PageMemos(), FactsMemo()

    def commit(self, folder: Path) -> None:
        """Let what this build has made, in its folder, hold for the next one."""
        self.base = folder
        self.read.commit()
        self.pages.commit()
        self.facts.commit()

    def rows(self) -> Rows:
        """Return what holds for the next build as bytes."""
        pages = {f"{_PAGES} {prefix}": memo.rows() for prefix, memo in self.pages.by_prefix.items()}
        return {_READ: self.read.rows(), _FACTS: self.facts.rows(), **pages}

    @classmethod
    def of_rows(cls, rows: Rows, base: Path, edits: Iterable[str]) -> Memos:
        """Return what was kept as bytes; nothing where there are none, or not what they should be.

        `edits` are the paths in the content folder that have changed since.
        """
        if not rows:
            return cls()
        try:
            pages = {
                space.removeprefix(f"{_PAGES} "): PageMemo.of_rows(held)
                for space, held in rows.items()
                if space.startswith(f"{_PAGES} ")
            }
            return cls(
                base=base,
                edits=Edits(edits),
                read=ReadMemo.of_rows(rows.get(_READ, {})),
                pages=PageMemos(pages),
                facts=FactsMemo.of_rows(rows.get(_FACTS, {})),
            )
        except Unkeepable:
            return cls()
