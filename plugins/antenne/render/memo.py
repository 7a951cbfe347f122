"""Pages kept from one build to the next, each for as long as all that it asked is answered the same."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

from antenne.kept import Fingerprints, Form, Unkeepable
from antenne.media import Recipe, ShareCard
from antenne.model import Appearances, BookSeries, Catalog, Image, Section, Series, Tag
from antenne.render.asking import Asked, Gone
from antenne.render.paging import Paging
from antenne.render.pictures import Pictures
from antenne.render.view import View
from antenne.render.watch import Noted
from antenne.settings import Settings

Stamp = tuple[str, int, int, int, int]

_PARTED = (Appearances, BookSeries, Paging, Section, Series, Tag, View)
"""What holds many objects that are asked about by themselves as well."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A page that was made: the name of what it was made from, of each answer that it asked for, and its pictures."""

    made_from: bytes
    answers: dict[str, bytes]
    pictures: tuple[tuple[Image, Recipe], ...]
    cards: tuple[ShareCard, ...]


_FORM: Form[Kept] = Form(Kept)


@dataclass(frozen=True, slots=True)
class Conditions:
    """What holds for every page of a language: the settings, and the files of the themes and of their words.

    Where the site is built does not matter to a page.
    """

    settings: Settings
    files: tuple[Stamp, ...]

    @classmethod
    def of(cls, settings: Settings) -> Conditions:
        """Look at the files of today."""
        return cls(_anywhere(settings), tuple(sorted(one for folder in settings.themes for one in _stamps(folder))))


@dataclass(slots=True)
class PageMemo:
    """The pages of a site in one language, by their paths; `made` and `kept` count those of the last build.

    What a build has kept holds for the next one only when that build was good, which `commit` says.
    """

    _conditions: Conditions | None = None
    _pages: dict[str, Kept] = field(default_factory=dict)
    _now: dict[str, Kept] = field(default_factory=dict)
    _rows: dict[str, bytes] = field(default_factory=dict)
    _names: Fingerprints = field(default_factory=Fingerprints)
    made: int = 0
    kept: int = 0

    def begin(self, conditions: Conditions) -> None:
        """Begin a build: under other conditions nothing is kept."""
        if self._conditions is not None and conditions != self._conditions:
            self._pages, self._rows = {}, {}
        self._conditions, self._now, self._names = conditions, {}, Fingerprints(_PARTED)
        self.made = self.kept = 0

    def asked_of(self, catalog: Catalog, search: str) -> Asked:
        """Return who answers today's questions; `search` is the path of the file that the search begins with."""
        return Asked(catalog, {("search",): search, ("has_search",): bool(search)}, self._names)

    def recall(self, path: str, view: View, beside: object, asked: Asked, pictures: Pictures) -> bool:
        """Say whether the page of a path would come out the same, and want its pictures then.

        `beside` is what the page is made from that no question tells.
        """
        kept = self._pages.get(path)
        if kept is None or not self._is_same(kept, view, beside, asked):
            return False
        for image, recipe in kept.pictures:
            pictures.picture(image, recipe)
        for card in kept.cards:
            pictures.card(card)
        self._now[path] = kept
        self.kept += 1
        return True

    def keep(self, path: str, view: View, beside: object, noted: Noted, asked: Asked) -> None:
        """Keep a page that was made, unless it is made from what has no name."""
        self.made += 1
        with suppress(Unkeepable):
            self._now[path] = Kept(
                self._names.of((view, beside)),
                asked.noted(noted.answers),
                tuple(wish for wish in noted.wishes if isinstance(wish, tuple)),
                tuple(wish for wish in noted.wishes if not isinstance(wish, tuple)),
            )

    def commit(self) -> None:
        """Let what this build has kept hold for the next one."""
        same = (path for path in self._rows if self._now.get(path) is self._pages[path])
        self._rows = {path: self._rows[path] for path in same}
        self._pages, self._now, self._names = self._now, {}, Fingerprints()

    def rows(self) -> dict[str, bytes]:
        """Return what holds for the next build as bytes."""
        for path, kept in self._pages.items():
            if path not in self._rows:
                with suppress(Unkeepable):
                    self._rows[path] = _FORM.pack(kept)
        return self._rows

    @classmethod
    def of_rows(cls, rows: Mapping[str, bytes]) -> PageMemo:
        """Return what was kept as bytes; raise Unkeepable."""
        return cls(_pages={path: _FORM.unpack(data) for path, data in rows.items()}, _rows=dict(rows))

    def _is_same(self, kept: Kept, view: View, beside: object, asked: Asked) -> bool:
        try:
            return self._names.of((view, beside)) == kept.made_from and all(
                asked.answer(question) == answer for question, answer in kept.answers.items()
            )
        except (Gone, Unkeepable):
            return False


@dataclass(frozen=True, slots=True)
class PageMemos:
    """The memos of a site, one for each of its languages."""

    by_prefix: dict[str, PageMemo] = field(default_factory=dict)

    def of(self, settings: Settings) -> PageMemo:
        """Return the memo of a language, under the conditions of today."""
        memo = self.by_prefix.setdefault(settings.prefix, PageMemo())
        memo.begin(Conditions.of(settings))
        return memo

    def commit(self) -> None:
        """Let what this build has kept hold for the next one."""
        for memo in self.by_prefix.values():
            memo.commit()


def _anywhere(settings: Settings) -> Settings:
    own = settings.own and _anywhere(settings.own)
    return replace(settings, output=Path(), own=own)


def _stamps(folder: Path) -> list[Stamp]:
    """Return what changes with any file of a folder, however it is changed."""
    return [_stamp(path) for path in folder.rglob("*")]


def _stamp(path: Path) -> Stamp:
    try:
        state = path.stat()
    except OSError:  # removed at this moment, or a link that leads nowhere
        return str(path), 0, 0, 0, 0
    return str(path), state.st_size, state.st_mtime_ns, state.st_ctime_ns, state.st_ino
