"""Pages kept from one build to the next, each for as long as all that it asked is answered the same."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from antenne.channels import Channel, Part
from antenne.kept import Fingerprints, Form, Keep, Unkeepable
from antenne.media import Recipe, ShareCard
from antenne.model import Appearances, BookSeries, Catalog, Image, Section, Series, Tag
from antenne.render.asking import Asked, Gone
from antenne.render.paging import Paging
from antenne.render.pictures import Pictures
from antenne.render.view import View
from antenne.render.watch import Noted
from antenne.settings import Settings

Stamp = tuple[str, int, int, int, int]

_PARTED = (Appearances, BookSeries, Channel, Paging, Part, Section, Series, Tag, View)
"""What holds many objects that are asked about by themselves as well."""

_FEEDS = " feeds"
"""No language has such a prefix."""


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
        return cls(settings.anywhere, tuple(sorted(one for folder in settings.themes for one in _stamps(folder))))


@dataclass(slots=True)
class PageMemo:
    """The pages of a site in one language, by their paths; `made` and `kept` count those of the last build."""

    pages: Keep[Kept] = field(default_factory=lambda: Keep.of(_FORM))
    made: int = 0
    kept: int = 0
    _conditions: Conditions | None = None
    _names: Fingerprints = field(default_factory=Fingerprints)

    def begin(self, conditions: Conditions, names: Fingerprints) -> None:
        """Begin a build, in which `names` names things: under other conditions nothing is kept."""
        if self._conditions is not None and conditions != self._conditions:
            self.pages.clear()
        self._conditions, self._names = conditions, names
        self.pages.begin()
        self.made = self.kept = 0

    def asked_of(self, catalog: Catalog, search: str) -> Asked:
        """Return who answers today's questions; `search` is the path of the file that the search begins with."""
        return Asked(catalog, {("search",): search, ("has_search",): bool(search)}, self._names)

    def recall(self, path: str, made_from: object, asked: Asked, pictures: Pictures) -> bool:
        """Say whether the page of a path would come out the same, and want its pictures then.

        `made_from` is all that the page is made from and no question tells.
        """
        kept = self.pages.before(path)
        if kept is None or not self._is_same(kept, made_from, asked):
            return False
        for image, recipe in kept.pictures:
            pictures.picture(image, recipe)
        for card in kept.cards:
            pictures.card(card)
        self.pages.keep(path, kept)
        self.kept += 1
        return True

    def keep(self, path: str, made_from: object, noted: Noted, asked: Asked) -> None:
        """Keep a page that was made, unless it is made from what has no name."""
        self.made += 1
        with suppress(Unkeepable):
            kept = Kept(
                self._names.of(made_from),
                asked.noted(noted.answers),
                tuple(wish for wish in noted.wishes if isinstance(wish, tuple)),
                tuple(wish for wish in noted.wishes if not isinstance(wish, tuple)),
            )
            self.pages.keep(path, kept)

    def commit(self) -> None:
        """Let what this build has kept hold for the next one."""
        self.pages.commit()

    def _is_same(self, kept: Kept, made_from: object, asked: Asked) -> bool:
        try:
            return self._names.of(made_from) == kept.made_from and all(
                asked.answer(question) == answer for question, answer in kept.answers.items()
            )
        except (Gone, Unkeepable):
            return False


@dataclass(slots=True)
class PageMemos:
    """The memos of a site, one for each of its languages, and one for its feeds: most of what they ask is the same."""

    by_prefix: dict[str, PageMemo] = field(default_factory=dict)
    _names: Fingerprints = field(default_factory=lambda: Fingerprints(_PARTED))

    def begin(self) -> None:
        """Begin a build."""
        self._names.begin()

    def of(self, settings: Settings) -> PageMemo:
        """Return the memo of the pages in a language, under the conditions of today."""
        return self._begun(settings.prefix, settings)

    def of_feeds(self, settings: Settings) -> PageMemo:
        """Return the memo of the feeds and of the files beside them, under the conditions of today."""
        return self._begun(_FEEDS, settings)

    def _begun(self, name: str, settings: Settings) -> PageMemo:
        memo = self.by_prefix.setdefault(name, PageMemo())
        memo.begin(Conditions.of(settings), self._names)
        return memo

    def commit(self) -> None:
        """Let what this build has kept hold for the next one."""
        for memo in self.by_prefix.values():
            memo.commit()


def _stamps(folder: Path) -> list[Stamp]:
    """Return what changes with any file of a folder, however it is changed."""
    return [_stamp(path) for path in folder.rglob("*")]


def _stamp(path: Path) -> Stamp:
    try:
        state = path.stat()
    except OSError:  # removed at this moment, or a link that leads nowhere
        return str(path), 0, 0, 0, 0
    return str(path), state.st_size, state.st_mtime_ns, state.st_ctime_ns, state.st_ino
