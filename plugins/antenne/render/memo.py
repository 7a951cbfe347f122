"""Pages kept from one build to the next, each for as long as all that it asked is answered the same."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from msgspec import Struct, field

from antenne.channels import Channel, Part
from antenne.kept import Fingerprints, Form, Keep, Unkeepable, is_same
from antenne.media import Recipe, ShareCard
from antenne.model import Appearances, BookSeries, Catalog, Image, Section, Series, Tag
from antenne.render.asking import Asked
from antenne.render.environment import Compiled
from antenne.render.paging import Paging
from antenne.render.pictures import Pictures
from antenne.render.view import View
from antenne.render.watch import Noted, Question
from antenne.settings import Settings

Stamp = tuple[str, int, int, int, int]

_PARTED = (Appearances, BookSeries, Channel, Paging, Part, Section, Series, Tag, View)
"""What holds many objects that are asked about by themselves as well."""

_FEEDS = " feeds"
"""No language has such a prefix."""


class Kept(Struct, frozen=True):
    """A page that was made: the name of what it was made from, the questions that it asked, and its pictures."""

    made_from: bytes
    questions: tuple[str, ...]
    pictures: tuple[tuple[Image, Recipe], ...]
    cards: tuple[ShareCard, ...]


_FORM: Form[Kept] = Form(Kept)
_ANSWERS: Form[dict[str, bytes]] = Form(dict[str, bytes])
_ALL = "all"


class Conditions(Struct, frozen=True):
    """What holds for every page of a language: the settings, and the files of the themes and of their words.

    Where the site is built does not matter to a page.
    """

    settings: Settings
    files: tuple[Stamp, ...]

    @classmethod
    def of(cls, settings: Settings) -> Conditions:
        """Look at the files of today."""
        return cls(settings.anywhere, tuple(sorted(one for folder in settings.themes for one in _stamps(folder))))


class PageMemo(Struct):
    """The pages of a site in one language, by their paths, and all answers that they asked for.

    `made` and `kept` count the pages of the last build. What they were made from is kept as it is, too, for as long as
    the process lives: that it is the same is then soon seen.
    """

    pages: Keep[Kept] = field(default_factory=lambda: Keep.of(_FORM))
    answers: Keep[dict[str, bytes]] = field(default_factory=lambda: Keep.of(_ANSWERS))
    compiled: Compiled = field(default_factory=Compiled)
    made: int = 0
    kept: int = 0
    _conditions: Conditions | None = None
    _names: Fingerprints = field(default_factory=Fingerprints)
    _asked: Asked | None = None
    _meanings: dict[str, Question] = field(default_factory=dict)
    _made_from: tuple[dict[str, object], dict[str, object]] = ({}, {})

    def begin(self, conditions: Conditions, names: Fingerprints) -> None:
        """Begin a build, in which `names` names things: under other conditions nothing is kept."""
        if self._conditions is not None and conditions != self._conditions:
            self.pages.clear()
        self._conditions, self._names, self._made_from = conditions, names, (self._made_from[0], {})
        self.pages.begin()
        self.answers.begin()
        self.made = self.kept = 0

    def asked_of(self, catalog: Catalog, search: str) -> Asked:
        """Return who answers today's questions; `search` is the path of the file that the search begins with."""
        facts: Mapping[Question, object] = {("search",): search, ("has_search",): bool(search)}
        self._asked = Asked(catalog, facts, self._names, self.answers.before(_ALL) or {}, self._meanings)
        return self._asked

    def recall(self, path: str, made_from: object, asked: Asked, pictures: Pictures) -> bool:
        """Say whether the page of a path would come out the same, and want its pictures then.

        `made_from` is all that the page is made from and no question tells.
        """
        kept = self.pages.before(path)
        if kept is None or not self._is_made_from(path, made_from, kept) or not asked.as_before(kept.questions):
            return False
        for image, recipe in kept.pictures:
            pictures.picture(image, recipe)
        for card in kept.cards:
            pictures.card(card)
        self.pages.keep(path, kept)
        self._made_from[1][path] = made_from
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
            self._made_from[1][path] = made_from

    def let_go(self) -> None:
        """Hold no object that a page was made from: only their names are compared then."""
        self._names, self._made_from = Fingerprints(_PARTED), ({}, {})

    def commit(self) -> None:
        """Let what this build has kept hold for the next one."""
        self.pages.commit()
        if self._asked is not None:
            asked = {text for page in self.pages.all() for text in page.questions}
            self.answers.keep(_ALL, {text: self._asked.answers[text] for text in sorted(asked)})
            self._meanings = {text: self._meanings[text] for text in asked if text in self._meanings}
        self.answers.commit()
        self._asked, self._made_from = None, (self._made_from[1], {})

    def _is_made_from(self, path: str, made_from: object, kept: Kept) -> bool:
        known = self._made_from[0].get(path)
        if known is not None and is_same(known, made_from):
            return True
        try:
            return self._names.of(made_from) == kept.made_from
        except Unkeepable:
            return False


class PageMemos(Struct):
    """The memos of a site, one for each of its languages, and one for its feeds: most of what they ask is the same.

    They are `lasting` where one process builds again and again.
    """

    by_prefix: dict[str, PageMemo] = field(default_factory=dict)
    lasting: bool = True
    _names: Fingerprints = field(default_factory=lambda: Fingerprints(_PARTED))

    def begin(self) -> None:
        """Begin a build."""
        self._names.begin()

    def end(self) -> None:
        """End the making of pages and feeds: where no build follows in this process, no object is held any longer."""
        if not self.lasting:
            self._names = Fingerprints(_PARTED)
            for memo in self.by_prefix.values():
                memo.let_go()

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
