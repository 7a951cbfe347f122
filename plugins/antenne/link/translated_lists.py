"""What gathers translated things: series, categories and tags, at the addresses that they have in the original."""

from __future__ import annotations

from msgspec.structs import replace

from antenne.model import Book, BookSeries, Episode, LanguageTag, Note, Section, Series, Tag, Translation


def series_of(
    series: tuple[Series, ...], notes: tuple[Note, ...], language: LanguageTag
) -> tuple[tuple[Series, ...], tuple[Note, ...]]:
    """Return the series with all of their parts, and all notes, whose series have one name each."""
    by_key = {note.key: note for note in notes}
    found = []
    for one in series:
        parts = tuple(by_key[part.key] for part in one.notes)
        told = [part for part in parts if part.translation]
        name = next((part.series for part in told if "series" in _fields(part)), one.name)
        parts = tuple(replace(part, series=name) for part in parts)
        by_key |= {part.key: part for part in parts}
        translation = _named(language, name != one.name) if told else None
        found.append(replace(one, name=name, notes=parts, translation=translation))
    return tuple(found), tuple(by_key[note.key] for note in notes)


def sections_of(sections: tuple[Section, ...], notes: tuple[Note, ...], language: LanguageTag) -> tuple[Section, ...]:
    """Return the categories of translated notes with these alone, then those under whose names others stand."""
    by_key = {note.key: note for note in notes}
    found = []
    for one in sections:
        told = tuple(note for part in one.notes if (note := by_key[part.key]).translation)
        if told:
            name = next((note.category for note in told if "category" in _fields(note)), one.name)
            found.append(replace(one, name=name, notes=told, translation=_named(language, name != one.name)))
    names = {one.name for one in found}
    return (*found, *(one for one in sections if one.name not in names))


def tags_of(
    tags: tuple[Tag, ...],
    books: tuple[Book, ...],
    episodes: tuple[Episode, ...],
    notes: tuple[Note, ...],
    language: LanguageTag,
) -> tuple[Tag, ...]:
    """Return tags with what of translated things has each; one that none of them has stays as it is."""
    return tuple(_tag(tag, books, episodes, notes, language) for tag in tags)


def _tag(
    tag: Tag,
    books: tuple[Book, ...],
    episodes: tuple[Episode, ...],
    notes: tuple[Note, ...],
    language: LanguageTag,
) -> Tag:
    told = replace(
        tag,
        books=tuple(book for book in books if tag.name in book.tags),
        episodes=tuple(episode for episode in episodes if tag.name in episode.tags),
        notes=tuple(note for note in notes if tag.name in note.tags),
        translation=Translation(language=language),
    )
    return told if told.size else tag


def volumes_of(
    series: tuple[BookSeries, ...], books: tuple[Book, ...], language: LanguageTag
) -> tuple[BookSeries, ...]:
    """Return the series of books with all of their volumes."""
    by_key = {book.key: book for book in books}
    found = []
    for one in series:
        volumes = tuple(by_key[book.key] for book in one.books)
        told = Translation(language=language) if any(book.translation for book in volumes) else None
        found.append(replace(one, books=volumes, translation=told))
    return tuple(found)


def _fields(note: Note) -> frozenset[str]:
    return note.translation.fields if note.translation else frozenset()


def _named(language: LanguageTag, renamed: bool) -> Translation:
    return Translation(language=language, fields=frozenset({"name"}) if renamed else frozenset())
