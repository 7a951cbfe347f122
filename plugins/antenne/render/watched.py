"""The catalogue as the makers of pages see it: each question is noted, and can be asked again of a later catalogue."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from typing import Any

from antenne.model import Book, Catalog, Episode, Note, Person, Publisher, Show, Tag
from antenne.render.watch import Watch, WatchedTuple

QUESTIONS = (
    "appearances",
    "availability",
    "book",
    "book_series_of",
    "books_in",
    "category_of",
    "episode",
    "episodes_about",
    "episodes_about_any",
    "episodes_in",
    "episodes_of",
    "groups_of",
    "notes_about",
    "notes_about_any",
    "notes_with",
    "person",
    "published_by",
    "publisher_of",
    "series_of",
    "show",
    "spoken_in",
)
"""The methods of Catalog: each answers the same for the same catalogue."""

TAGS_OF = "tags_of"
"""A method, too; of its tags the names alone are noted at first."""

LISTS = tuple(one for one in Catalog.__struct_fields__ if one != "whole")
"""Its lists."""

KEYS: Mapping[type, tuple[str, str]] = {
    Book: ("books", "key"),
    Episode: ("episodes", "slug"),
    Note: ("notes", "key"),
    Person: ("people", "key"),
    Publisher: ("publishers", "name"),
    Show: ("shows", "key"),
}
"""In which list an object that one asks about stands, and by what it is found there."""


class WatchedTag(Tag, frozen=True, kw_only=True):
    """A tag of a work, whose page is another's business: what stands under it is noted only when it is looked at."""

    _plain: Tag
    _under: str
    _watch: Watch

    @classmethod
    def of(cls, plain: Tag, under: str, watch: Watch) -> WatchedTag:
        """Return a tag that looks as `plain` does; what stands under it is asked of `plain`, as `under`."""
        own = {"_plain": plain, "_under": under, "_watch": watch}
        return cls(key=plain.key, name=plain.name, translation=plain.translation, **own)  # type: ignore[arg-type]


class WatchedCatalog(Catalog, frozen=True):
    """A catalogue that answers as `plain` does, and lets a `watch` note what was asked."""

    _plain: Catalog
    _watch: Watch
    _name: str = ""

    @property
    def every(self) -> Catalog:
        """The catalogue that keys are followed in, watched as well."""
        return self if self._plain.whole is None else self._every

    @cached_property
    def _every(self) -> WatchedCatalog:
        return WatchedCatalog(self._plain.every, self._watch, "every.")


def _list(name: str) -> property:
    def get(self: WatchedCatalog) -> WatchedTuple[Any]:
        items = getattr(self._plain, name)
        return WatchedTuple.of(items, f"{self._name}{name}", self._watch)

    return property(get)


def _method(name: str) -> Callable[..., Any]:
    def ask(self: WatchedCatalog, *about: Any) -> Any:
        question = (f"{self._name}{name}", *(_named(one) for one in about))
        return self._watch.note(question, getattr(self._plain, name)(*about))

    return ask


def _tags_of(self: WatchedCatalog, work: Book | Episode | Note) -> tuple[WatchedTag, ...]:
    tags = tuple(WatchedTag.of(tag, f"{self._name}under", self._watch) for tag in self._plain.tags_of(work))
    self._watch.note((f"{self._name}{TAGS_OF}", _named(work)), heads(tags))
    return tags


def _under(name: str) -> property:
    def get(self: WatchedTag) -> Any:
        return self._watch.note((self._under, self.key, name), getattr(self._plain, name))

    return property(get)


for _one in ("books", "episodes", "notes"):
    setattr(WatchedTag, _one, _under(_one))
for _one in LISTS:
    setattr(WatchedCatalog, _one, _list(_one))
for _one in QUESTIONS:
    setattr(WatchedCatalog, _one, _method(_one))
WatchedCatalog.tags_of = _tags_of  # type: ignore[method-assign, assignment]
WatchedCatalog.newest = property(lambda self: self._watch.note((f"{self._name}newest",), self._plain.newest))  # type: ignore[assignment]
WatchedCatalog.whole = property(lambda self: self._plain.whole and self._every)  # type: ignore[assignment]


def heads(tags: Iterable[Tag]) -> tuple[tuple[object, ...], ...]:
    """Return what every page says of the tags of a work."""
    return tuple((tag.key, tag.name, tag.translation) for tag in tags)


def _named(about: object) -> object:
    """Return what stands for an object in a question: its list and its key; editions and texts stand for themselves."""
    if type(about) in KEYS:
        kind, key = KEYS[type(about)]
        return (kind, getattr(about, key))
    return tuple(map(_named, about)) if isinstance(about, tuple) else about
