"""Gathers what has the same tag; a tag that is written in several ways is one."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

from msgspec import Struct

from antenne.kept import Derived
from antenne.model import Book, Episode, Note, Tag
from antenne.problems import Problems, Where
from antenne.problems.rules import BAD_SLUG, SAME_ADDRESS
from antenne.read import Content
from antenne.text import slugify

Tagged = TypeVar("Tagged", Book, Episode, Note)


class Spellings(Struct, frozen=True):
    """The tags of a site: the name of each address, by every spelling that leads there."""

    names: Mapping[str, str]

    def respelt(self, works: Iterable[Tagged], derived: Derived) -> tuple[Tagged, ...]:
        """Return works whose tags are each written as elsewhere, and stand once."""
        return tuple(derived.of(work, tags=self._of(work.tags)) for work in works)

    def gather(
        self, books: tuple[Book, ...], episodes: tuple[Episode, ...], notes: tuple[Note, ...]
    ) -> tuple[Tag, ...]:
        """Return the tags in order of their names, with what has each in the order given."""
        kinds = (_by_tag(books), _by_tag(episodes), _by_tag(notes))
        names = sorted(set(self.names.values()), key=lambda name: (slugify(name), name))
        return tuple(
            Tag(
                key=slugify(name),
                name=name,
                books=tuple(kinds[0].get(name, ())),
                episodes=tuple(kinds[1].get(name, ())),
                notes=tuple(kinds[2].get(name, ())),
            )
            for name in names
        )

    def _of(self, tags: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self.names[tag] for tag in tags if tag in self.names))


def read_spellings(content: Content, problems: Problems) -> Spellings:
    """Return how the tags are written; one without an address of its own is a problem, and left out."""
    counts: Counter[str] = Counter()
    first: dict[str, Where] = {}
    for where, tags in sorted(_tags(content), key=lambda pair: pair[0]):
        for tag in tags:
            counts[tag] += 1
            first.setdefault(tag, where)
    names: dict[str, str] = {}
    taken: dict[str, str] = {}
    # The spelling of most comes first; of two as frequent, the one with capitals.
    for tag in sorted(counts, key=lambda one: (-counts[one], one)):
        key = slugify(tag)
        name = taken.setdefault(key, tag) if key else ""
        if not key:
            message = f"The tag “{tag}” has no letters or digits to make an address of."
            problems.add(BAD_SLUG.at(first[tag], message, "Write a word instead."))
        elif _signs(name) != _signs(tag):
            message = f"The tags “{tag}” and “{name}” would have the same address."
            problems.add(SAME_ADDRESS.at(first[tag], message, "Write one of them with a word more."))
        else:
            names[tag] = name
    return Spellings(names)


def _tags(content: Content) -> Iterator[tuple[Where, tuple[str, ...]]]:
    yield from ((content.places[("book", one.key)], one.tags) for one in content.books)
    yield from ((content.places[("episode", one.key)], one.tags) for one in content.episodes)
    yield from ((content.places[("note", one.key)], one.tags) for one in content.notes)


def _signs(tag: str) -> str:
    """Return the signs of a tag that mean something and leave no trace in its address: the `++` of C++."""
    return "".join(sign for sign in tag if unicodedata.category(sign)[0] == "S" or sign in "#@*/&%")


def _by_tag(works: Iterable[Tagged]) -> dict[str, list[Tagged]]:
    found: dict[str, list[Tagged]] = {}
    for work in works:
        for tag in work.tags:
            found.setdefault(tag, []).append(work)
    return found
