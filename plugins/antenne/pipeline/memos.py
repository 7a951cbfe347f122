"""What is kept from one build of a site to the next: in memory by who builds again and again, else on the disk."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from msgspec import Struct, field

from antenne.check import FactsMemo
from antenne.kept import Derived, Form, Keep, Laid, Rows, Unkeepable
from antenne.read import Edits, ReadMemo
from antenne.render import PageMemo, PageMemos
from antenne.search import SearchMemo

_PAGES, _ANSWERS = "pages ", "answers "


class Memos(Struct):
    """What was read, the pages as they were made, what judging found out about them, and which files were linked.

    `base` is the folder that holds the last good build, which all this is about: None where there is none. `edits` say
    what has changed in the content folder since. Whether that is still so, `holds` says when no other build can come
    between.
    """

    base: Path | None = None
    holds: Callable[[], bool] = lambda: True
    edits: Edits = field(default_factory=Edits)
    read: ReadMemo = field(default_factory=ReadMemo)
    pages: PageMemos = field(default_factory=PageMemos)
    facts: FactsMemo = field(default_factory=FactsMemo)
    search: SearchMemo = field(default_factory=SearchMemo)
    linked: Keep[str] = field(default_factory=lambda: Keep.of(Form(str)))
    derived: Derived = field(default_factory=Derived)

    def begin(self, folder: Path) -> None:
        """Begin a build into a folder: unless the last one stands there, nothing is known."""
        if self.base != folder or not folder.is_dir() or not self.holds():
            self.base = None
        if self.base is None:
            self.edits = Edits()
            self.read, self.facts = ReadMemo(), FactsMemo()
            self.pages = PageMemos(lasting=self.pages.lasting)
            self.linked.clear()
            self.search = SearchMemo()
        self.linked.begin()
        self.search.documents.begin()
        self.pages.begin()
        self.derived.begin()

    def commit(self, folder: Path) -> None:
        """Let what this build has made, in its folder, hold for the next one."""
        self.base = folder
        self.read.told.commit()
        self.pages.commit()
        self.facts.commit()
        self.linked.commit()
        self.search.documents.commit()

    def rows(self) -> Laid:
        """Give what holds for the next build as bytes, each when it is asked for."""
        return ((space, keep.rows()) for space, keep in self._spaces().items())

    @classmethod
    def of_rows(cls, rows: Rows, base: Path, edits: Iterable[str] | None, holds: Callable[[], bool]) -> Memos:
        """Return what was kept as bytes; nothing where there are none, or not what they should be.

        `edits` are the paths in the content folder that have changed since, None for any; `holds` is as in Memos.
        """
        memos = cls(base=base if rows else None, holds=holds, edits=Edits(edits), pages=PageMemos(lasting=False))
        memos.pages.by_prefix.update({_prefix(space): PageMemo() for space in rows if space.startswith(_PAGES)})
        try:
            for space, keep in memos._spaces().items():
                keep.load(rows.get(space, {}))
        except Unkeepable:
            return cls(pages=PageMemos(lasting=False))
        return memos

    def _spaces(self) -> dict[str, Keep[Any]]:
        memos = self.pages.by_prefix.items()
        pages: dict[str, Keep[Any]] = {f"{_PAGES}{prefix}": memo.pages for prefix, memo in memos}
        pages |= {f"{_ANSWERS}{prefix}": memo.answers for prefix, memo in memos}
        return {
            "read": self.read.told,
            "linked": self.linked,
            "search": self.search.documents,
            **self.facts.keeps,
            **pages,
        }


def _prefix(space: str) -> str:
    return space.removeprefix(_PAGES)
