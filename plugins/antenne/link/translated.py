"""The catalogue of a site in a further language: what is translated there, and behind it all the rest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

from msgspec.structs import replace

from antenne.link.translated_lists import sections_of, series_of, tags_of, volumes_of
from antenne.model import (
    Book,
    BookSeries,
    Catalog,
    Episode,
    LanguageTag,
    Note,
    Page,
    Person,
    Publisher,
    Section,
    Series,
    Show,
    Tag,
    Translation,
)
from antenne.read import Translated

T = TypeVar("T", Book, Episode, Note, Page, Person, Publisher, Show)
L = TypeVar("L", Book, BookSeries, Episode, Note, Page, Person, Publisher, Section, Series, Show, Tag)
N = TypeVar("N", Person, Publisher)
Words = Mapping[tuple[str, str], Translated]


def in_language(catalog: Catalog, translations: Iterable[Translated], language: LanguageTag) -> Catalog | None:
    """Return a site's catalogue in a further language, or None when nothing is translated.

    Lists hold what is translated, and the people and publishers of it who have no words but their names. A series
    keeps all of its parts, in whichever language.
    """
    words = {(one.kind, one.key): one for one in translations if one.language == language}
    if not words:
        return None
    books, episodes = _told("book", catalog.books, words), _told("episode", catalog.episodes, words)
    series, notes = series_of(catalog.series, _told("note", catalog.notes, words), language)
    people = _told("person", catalog.people, words)
    publishers = _told("publisher", catalog.publishers, words)
    whole = replace(
        catalog,
        books=books,
        episodes=episodes,
        notes=notes,
        series=series,
        people=_bare(people, set(_heard_of(_only(books), _only(episodes), _only(notes))), language),
        publishers=_bare(publishers, {book.publisher for book in _only(books)}, language),
        book_series=volumes_of(catalog.book_series, books, language),
        shows=_told("show", catalog.shows, words),
        categories=sections_of(catalog.categories, notes, language),
        tags=tags_of(catalog.tags, _only(books), _only(episodes), _only(notes), language),
        pages=_told("page", catalog.pages, words),
    )
    return _listed(whole)


def _told(kind: str, things: tuple[T, ...], words: Words) -> tuple[T, ...]:
    return tuple(_one(thing, words.get((kind, thing.key))) for thing in things)


def _one(thing: T, said: Translated | None) -> T:
    if said is None:
        return thing
    name = getattr(thing, "title", "") or getattr(thing, "name", "")
    translation = Translation(language=said.language, fields=frozenset(said.fields), name=name)
    return replace(thing, **said.fields, translation=translation)


def _bare(named: tuple[N, ...], met: set[str], language: LanguageTag) -> tuple[N, ...]:
    """Take in those without words of their own whom something translated names: there is nothing to translate."""
    bare = Translation(language=language)
    return tuple(
        replace(one, translation=bare)
        if not (one.translation or one.summary or one.body) and met & {one.key, one.name}
        else one
        for one in named
    )


def _heard_of(books: tuple[Book, ...], episodes: tuple[Episode, ...], notes: tuple[Note, ...]) -> Iterator[str]:
    yield from (contributor.person for book in books for contributor in book.contributors)
    yield from (credit.person for episode in episodes for credit in episode.people)
    yield from (key for note in notes for key in (note.author, *note.people))


def _only(things: tuple[L, ...]) -> tuple[L, ...]:
    return tuple(thing for thing in things if thing.translation)


def _listed(whole: Catalog) -> Catalog:
    return replace(
        whole,
        books=_only(whole.books),
        people=_only(whole.people),
        publishers=_only(whole.publishers),
        book_series=_only(whole.book_series),
        shows=_only(whole.shows),
        episodes=_only(whole.episodes),
        notes=_only(whole.notes),
        series=_only(whole.series),
        categories=_only(whole.categories),
        tags=_only(whole.tags),
        pages=_only(whole.pages),
        whole=whole,
    )
