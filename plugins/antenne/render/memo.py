"""Pages kept from one build to the next in one process, each for as long as all that it asked is answered the same."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from antenne.model import Catalog
from antenne.render.asking import Asked, Gone
from antenne.render.pictures import Pictures
from antenne.render.view import View
from antenne.render.watch import Noted, Question
from antenne.settings import Settings

Stamp = tuple[str, int, int, int, int]


@dataclass(frozen=True, slots=True)
class Kept:
    """A page as it was made: from what, what was asked and wanted for it, and its bytes."""

    view: View
    beside: object
    noted: Noted
    page: bytes


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
    """The pages of a site in one language, by their paths; `made` and `kept` count those of the last build."""

    _conditions: Conditions | None = None
    _pages: dict[str, Kept] = field(default_factory=dict)
    _seen: dict[str, Kept] = field(default_factory=dict)
    made: int = 0
    kept: int = 0

    def begin(self, conditions: Conditions) -> None:
        """Begin a build: under other conditions nothing is kept, and what the last one did not ask for is forgotten."""
        self._pages = self._seen if conditions == self._conditions else {}
        self._conditions, self._seen = conditions, {}
        self.made = self.kept = 0

    def recall(self, path: str, view: View, beside: object, asked: Asked, pictures: Pictures) -> bytes | None:
        """Return the page of a path when it would come out the same, and want its pictures; None otherwise.

        `beside` is what the page is made from that no question tells.
        """
        kept = self._pages.get(path)
        if kept is None or kept.view != view or kept.beside != beside or not _holds(kept.noted.answers, asked):
            return None
        for wish in kept.noted.wishes:
            if isinstance(wish, tuple):
                pictures.picture(*wish)
            else:
                pictures.card(wish)
        self._seen[path] = kept
        self.kept += 1
        return kept.page

    def keep(self, path: str, kept: Kept) -> None:
        """Keep a page that was made."""
        self._seen[path] = kept
        self.made += 1


@dataclass(frozen=True, slots=True)
class PageMemos:
    """The memos of a site, one for each of its languages."""

    by_prefix: dict[str, PageMemo] = field(default_factory=dict)

    def of(self, settings: Settings) -> PageMemo:
        """Return the memo of a language, under the conditions of today."""
        memo = self.by_prefix.setdefault(settings.prefix, PageMemo())
        memo.begin(Conditions.of(settings))
        return memo


def asked_of(catalog: Catalog, search: str) -> Asked:
    """Return who answers today's questions; `search` is the path of the file that the search begins with."""
    return Asked(catalog, {("search",): search, ("has_search",): bool(search)})


def _holds(answers: Mapping[Question, object], asked: Asked) -> bool:
    try:
        return all(asked.answer(question) == answer for question, answer in answers.items())
    except Gone:
        return False


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
