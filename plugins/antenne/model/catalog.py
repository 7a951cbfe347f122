"""The catalogue: every object of the site, and the only place that follows keys from one to another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property
from typing import TypeVar

from msgspec import Struct

from antenne.model.book import AVAILABLE, FORTHCOMING, Book, BookSeries, ContentItem, Edition, content_items
from antenne.model.moment import PartialDate
from antenne.model.person import Person, Publisher
from antenne.model.podcast import Episode, Show
from antenne.model.tag import Tag
from antenne.model.words import Note, Page, Section, Series

T = TypeVar("T")


class Appearances(Struct, frozen=True, kw_only=True):
    """Where a person appears: (role, book) and (role, episode) pairs and notes, each in the site's order.

    Book roles are ONIX list 17 codes, episode roles the Podcasting 2.0 taxonomy's words.
    """

    books: tuple[tuple[str, Book], ...] = ()
    episodes: tuple[tuple[str, Episode], ...] = ()
    notes: tuple[Note, ...] = ()


class Spoken(Struct, frozen=True, kw_only=True):
    """A moment of a recording at which a chapter of a book is spoken of: `start_time` in seconds."""

    start_time: float
    book: Book
    item: ContentItem


class Catalog(Struct, frozen=True, kw_only=True, dict=True):
    """All that the site holds, in the order that lists show it: books, episodes and notes newest first.

    Made by `antenne.link` alone, which promises that every key leads somewhere. In a further language the lists hold
    what is translated; keys are followed in `whole`, where the rest stands as in the site's own language. It has a
    dict: the indexes are computed at the first question and kept.
    """

    books: tuple[Book, ...] = ()
    people: tuple[Person, ...] = ()
    publishers: tuple[Publisher, ...] = ()
    book_series: tuple[BookSeries, ...] = ()
    shows: tuple[Show, ...] = ()
    episodes: tuple[Episode, ...] = ()
    notes: tuple[Note, ...] = ()
    series: tuple[Series, ...] = ()
    categories: tuple[Section, ...] = ()
    tags: tuple[Tag, ...] = ()
    pages: tuple[Page, ...] = ()
    whole: Catalog | None = None

    def book(self, key: str) -> Book:
        """Return the book of a key."""
        return self._books[key]

    def person(self, key: str) -> Person:
        """Return the person of a key."""
        return self._people[key]

    def show(self, key: str) -> Show:
        """Return the show of a key."""
        return self._shows[key]

    def episode(self, slug: str) -> Episode:
        """Return the episode of a slug."""
        return self._episodes[slug]

    def publisher_of(self, book: Book) -> Publisher | None:
        """Return the publisher of a book."""
        return self._publishers.get(book.publisher) if book.publisher else None

    def published_by(self, publisher: Publisher) -> tuple[Book, ...]:
        """Return a publisher's books, newest first."""
        return tuple(book for book in self.every.books if book.publisher == publisher.name)

    def book_series_of(self, book: Book) -> BookSeries | None:
        """Return the series that a book is a volume of."""
        return self._book_series.get(book.series) if book.series else None

    def availability(self, book: Book, edition: Edition) -> str:
        """Return whether an edition is forthcoming, available or out of print; empty where nobody says.

        What the author wrote holds; else what comes out after the site's newest publication is forthcoming. No clock
        is asked: the same content says the same on every day.
        """
        if edition.status:
            return edition.status
        date = edition.date or book.date
        if not date or not self.newest:
            return ""
        return FORTHCOMING if date.first_day > self.newest.first_day else AVAILABLE

    def spoken_in(self, episode: Episode) -> tuple[Spoken, ...]:
        """Return the chapters of books that an episode speaks of, in the order of their moments."""
        return self._spoken.get(episode.slug, ())

    def books_in(self, work: Episode | Note) -> tuple[Book, ...]:
        """Return the books that an episode or a note is about, in the author's order."""
        return tuple(self._books[key] for key in work.books)

    def episodes_in(self, note: Note) -> tuple[Episode, ...]:
        """Return the episodes that a note carries, in the author's order."""
        return tuple(self._episodes[slug] for slug in note.episodes)

    def episodes_about(self, book: Book) -> tuple[Episode, ...]:
        """Return the episodes about a book, newest first."""
        return self._episodes_by_book.get(book.key, ())

    def episodes_about_any(self, books: tuple[Book, ...]) -> tuple[Episode, ...]:
        """Return the episodes about one of some books, newest first."""
        keys = {book.key for book in books}
        return tuple(episode for episode in self.episodes if keys.intersection(episode.books))

    def notes_about_any(self, books: tuple[Book, ...]) -> tuple[Note, ...]:
        """Return the notes about one of some books, newest first."""
        keys = {book.key for book in books}
        return tuple(note for note in self.notes if keys.intersection(note.books))

    def notes_about(self, book: Book) -> tuple[Note, ...]:
        """Return the notes about a book, newest first."""
        return self._notes_by_book.get(book.key, ())

    def notes_with(self, episode: Episode) -> tuple[Note, ...]:
        """Return the notes that carry an episode, newest first."""
        return self._notes_by_episode.get(episode.slug, ())

    def episodes_of(self, show: Show) -> tuple[Episode, ...]:
        """Return a show's episodes, newest first."""
        return self._episodes_by_show.get(show.key, ())

    def series_of(self, note: Note) -> Series | None:
        """Return the series that a note is a part of."""
        return self._series.get(note.series) if note.series else None

    def category_of(self, note: Note) -> Section | None:
        """Return the category that a note stands in."""
        return self._categories.get(note.category) if note.category else None

    def tags_of(self, work: Book | Episode | Note) -> tuple[Tag, ...]:
        """Return the tags of a work, in the author's order."""
        return tuple(self._tags[name] for name in work.tags if name in self._tags)

    def appearances(self, person: Person) -> Appearances:
        """Return the books, episodes and notes that a person has a part in."""
        return self._appearances.get(person.key, Appearances())

    def groups_of(self, person: Person) -> tuple[Person, ...]:
        """Return the groups that a person is a member of."""
        return tuple(group for group in self.every.people if person.key in group.members)

    @property
    def every(self) -> Catalog:
        """The catalogue that keys are followed in: all that the site holds, in whichever language."""
        return self.whole or self

    @cached_property
    def newest(self) -> PartialDate | None:
        """The day of the newest episode or note, in its own time zone."""
        moments = [episode.pub_date for episode in self.every.episodes] + [note.pub_date for note in self.every.notes]
        last = max(moments, default=None)
        return PartialDate(last.year, last.month, last.day) if last else None

    @cached_property
    def _publishers(self) -> dict[str, Publisher]:
        return {publisher.name: publisher for publisher in self.every.publishers}

    @cached_property
    def _book_series(self) -> dict[str, BookSeries]:
        return {series.name: series for series in self.every.book_series}

    @cached_property
    def _spoken(self) -> dict[str, tuple[Spoken, ...]]:
        found = (
            (mention.episode, Spoken(start_time=mention.start_time, book=book, item=item))
            for book in self.every.books
            for item in content_items(book.contents)
            for mention in item.heard
        )
        return {
            slug: tuple(sorted(spoken, key=lambda one: (one.start_time, one.book.key)))
            for slug, spoken in _grouped(found).items()
        }

    @cached_property
    def _books(self) -> dict[str, Book]:
        return {book.key: book for book in self.every.books}

    @cached_property
    def _people(self) -> dict[str, Person]:
        return {person.key: person for person in self.every.people}

    @cached_property
    def _shows(self) -> dict[str, Show]:
        return {show.key: show for show in self.every.shows}

    @cached_property
    def _episodes(self) -> dict[str, Episode]:
        return {episode.slug: episode for episode in self.every.episodes}

    @cached_property
    def _series(self) -> dict[str, Series]:
        return {series.name: series for series in self.every.series}

    @cached_property
    def _categories(self) -> dict[str, Section]:
        return {category.name: category for category in self.every.categories}

    @cached_property
    def _tags(self) -> dict[str, Tag]:
        return {tag.name: tag for tag in self.every.tags}

    @cached_property
    def _episodes_by_book(self) -> dict[str, tuple[Episode, ...]]:
        return _grouped((key, episode) for episode in self.every.episodes for key in episode.books)

    @cached_property
    def _notes_by_book(self) -> dict[str, tuple[Note, ...]]:
        return _grouped((key, note) for note in self.every.notes for key in note.books)

    @cached_property
    def _notes_by_episode(self) -> dict[str, tuple[Note, ...]]:
        return _grouped((slug, note) for note in self.every.notes for slug in note.episodes)

    @cached_property
    def _episodes_by_show(self) -> dict[str, tuple[Episode, ...]]:
        return _grouped((episode.show, episode) for episode in self.every.episodes)

    @cached_property
    def _appearances(self) -> dict[str, Appearances]:
        books = _grouped((c.person, (c.role, book)) for book in self.every.books for c in book.contributors)
        episodes = _grouped((c.person, (c.role, episode)) for episode in self.every.episodes for c in episode.people)
        notes = _grouped((key, note) for note in self.every.notes for key in dict.fromkeys((note.author, *note.people)))
        return {
            person.key: Appearances(
                books=books.get(person.key, ()),
                episodes=episodes.get(person.key, ()),
                notes=notes.get(person.key, ()),
            )
            for person in self.every.people
        }


def _grouped(pairs: Iterable[tuple[str, T]]) -> dict[str, tuple[T, ...]]:
    groups: defaultdict[str, list[T]] = defaultdict(list)
    for key, value in pairs:
        groups[key].append(value)
    return {key: tuple(values) for key, values in groups.items()}
