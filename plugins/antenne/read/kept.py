"""What reading came to, kept from one build to the next: what has not changed is not read again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from msgspec import Struct, field

from antenne.fields import Reference
from antenne.kept import Form, Keep, Unkeepable
from antenne.model import Book, Episode, Note, Page, Person, Publisher, Show
from antenne.problems import Problem, Where
from antenne.read.content import Translated
from antenne.settings import Settings

_KINDS: Mapping[str, type] = {
    "books": Book,
    "people": Person,
    "publishers": Publisher,
    "shows": Show,
    "episodes": Episode,
    "notes": Note,
    "pages": Page,
}
_TEXT = ".md"


class Told(Struct, frozen=True, kw_only=True):
    """What one bundle or file came to: its object, and all that was told and noted while it was read.

    `used` are the files of its folder that it took; `one` is None where nothing could be made of it.
    """

    one: Any
    place: Where
    used: frozenset[str] = frozenset()
    references: tuple[Reference, ...] = ()
    problems: tuple[Problem, ...] = ()
    translations: tuple[Translated, ...] = ()


class Edits:
    """What has changed in the content folder since it was last read, as paths relative to it; None is anything."""

    def __init__(self, paths: Iterable[str] | None = None) -> None:
        self._all = paths is None
        split = [path.rstrip("/").split("/") for path in paths or ()]
        # The name of a section stands for all that is in it: it may be a link that leads elsewhere now.
        self._sections = {parts[0] for parts in split if len(parts) == 1}
        self._bundles = {"/".join(parts[:2]) for parts in split if len(parts) > 1}
        # What is no text may be shown by any of the texts that it stands beside.
        self._beside = {parts[0] for parts in split if len(parts) > 1 and not parts[-1].endswith(_TEXT)}
        self._shows = any(parts[0] == "shows" for parts in split)

    def of_bundle(self, name: str) -> bool:
        """Say whether anything may have changed in a folder; an episode has the language of its show."""
        section = name.partition("/")[0]
        if self._all or section in self._sections or (section == "episodes" and self._shows):
            return True
        return name in self._bundles

    def of_text(self, name: str) -> bool:
        """Say whether a file may have changed, what belongs to it, or any file that is no text beside it."""
        section, _, file = name.partition("/")
        if self._all or section in self._sections or section in self._beside:
            return True
        # Its translations and the folder of its comments are called like the file, up to a point.
        stem = f"{section}/{file.removesuffix(_TEXT)}."
        return any(path.startswith(stem) for path in self._bundles)


class ReadMemo(Struct):
    """What was read of each bundle and file, by its path in the content folder; `read` counts those of this build."""

    told: Keep[Told] = field(default_factory=lambda: Keep(_pack, _unpack))
    read: int = 0
    _settings: Settings | None = None
    _edits: Edits = field(default_factory=Edits)

    def begin(self, settings: Settings, edits: Edits) -> None:
        """Begin a build: under other settings everything is read."""
        same = self._settings is None or settings.anywhere == self._settings
        self._settings, self._edits, self.read = settings.anywhere, edits if same else Edits(), 0
        self.told.begin()

    def bundle(self, name: str) -> Told | None:
        """Return what a folder came to, if it is as it was."""
        return self._recall(name, changed=self._edits.of_bundle(name))

    def text(self, name: str) -> Told | None:
        """Return what a file came to, if it is as it was."""
        return self._recall(name, changed=self._edits.of_text(name))

    def keep(self, name: str, told: Told) -> None:
        """Keep what a folder or file came to; where there is an error, it is told again by reading it again."""
        self.read += 1
        if not any(problem.is_error for problem in told.problems):
            self.told.keep(name, told)

    def _recall(self, name: str, *, changed: bool) -> Told | None:
        told = None if changed else self.told.before(name)
        return told and self.told.keep(name, told)


_Parts = tuple[Any, Where, frozenset[str], tuple[Reference, ...], tuple[Problem, ...]]


def _pack(name: str, told: Told) -> bytes:
    if told.translations:
        raise Unkeepable("What is told in several languages has fields of any type.")
    form, parts = _form(name), (told.one, told.place, told.used, told.references, told.problems)
    data = form.pack(parts)
    if form.unpack(data) != parts:
        # A hundred years ago clocks went by the sun: their distance from UTC has seconds, which JSON's moments lack.
        raise Unkeepable(f"{name} does not come back as it was.")
    return data


def _unpack(name: str, data: bytes) -> Told:
    one, place, used, references, problems = _form(name).unpack(data)
    return Told(one=one, place=place, used=used, references=references, problems=problems)


@cache
def _form_of(kind: type) -> Form[_Parts]:
    return Form(tuple[kind | None, Where, frozenset[str], tuple[Reference, ...], tuple[Problem, ...]])  # type: ignore[valid-type]


def _form(name: str) -> Form[_Parts]:
    kind = _KINDS.get(name.partition("/")[0])
    if kind is None:
        raise Unkeepable(f"{name} is in no section.")
    return _form_of(kind)
