"""Everything of a catalogue that a search finds, as documents."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime

from msgspec import Struct

from antenne.model import (
    Book,
    Catalog,
    Episode,
    LanguageTag,
    Note,
    Page,
    Person,
    Publisher,
    RichText,
    Show,
    content_items,
)
from antenne.routes import Place
from antenne.search.document import Document, Passage
from antenne.text import paragraphs, plain_text, typeset

_HEADING = re.compile(r"<h([1-6])\b[^>]*>(.*?)</h\1>", re.DOTALL)


def documents(
    catalog: Catalog,
    path: Callable[[Place], str],
    language: LanguageTag,
    *,
    transcripts: bool = True,
    has: Callable[[Place], bool] = lambda place: True,
) -> list[Document]:
    """Return what a catalogue's pages in a language say, oldest first: what is new leaves the numbers before it alone.

    `path` gives each thing's path below the site's root; without `transcripts` only chapters lead into recordings.
    What `has` says no page of is not found.
    """
    found = _Documents(catalog, path, language, transcripts, has).all()
    return sorted(found, key=lambda document: (document.date, document.path))


class _Documents(Struct, frozen=True):
    catalog: Catalog
    path: Callable[[Place], str]
    language: LanguageTag
    transcripts: bool
    has: Callable[[Place], bool]

    def all(self) -> Iterator[Document]:
        yield from map(self._book, self.catalog.books)
        yield from map(self._episode, self.catalog.episodes)
        yield from map(self._show, filter(self.has, self.catalog.shows))
        yield from map(self._note, self.catalog.notes)
        yield from map(self._person, filter(self.has, self.catalog.people))
        yield from map(self._publisher, filter(self.has, self.catalog.publishers))
        yield from map(self._page, self.catalog.pages)

    def _book(self, book: Book) -> Document:
        contents = [item.title for item in content_items(book.contents)]
        quotes = (f"{quote.text} {quote.source} {quote.author}".strip() for quote in book.press)
        return Document(
            kind="book",
            path=self.path(book),
            title=book.title,
            subtitle=book.subtitle,
            summary=book.summary,
            date=str(book.date or ""),
            language=book.language,
            names=(
                *self._named(contributor.person for contributor in book.contributors),
                *filter(None, (book.publisher, book.series, book.original_title)),
                *(edition.isbn.digits for edition in book.editions if edition.isbn),
                *(award.name for award in book.awards),
                *book.tags,
                *contents,
                *_headings(book.body),
            ),
            passages=(*_read(book.body), *_read(book.excerpt.text), *map(Passage, (*contents, *quotes))),
        )

    def _episode(self, episode: Episode) -> Document:
        chapters = [Passage(chapter.title, chapter.start) for chapter in episode.chapters if chapter.title]
        chapters += [
            Passage(f"{one.book.title} · {one.item.title}", one.start_time) for one in self.catalog.spoken_in(episode)
        ]
        air = (episode.broadcast.station, episode.broadcast.programme) if episode.broadcast else ()
        return Document(
            kind="episode",
            path=self.path(episode),
            title=episode.title,
            subtitle=episode.subtitle,
            summary=episode.summary,
            date=_day(episode.pub_date),
            language=episode.language,
            names=(
                *self._named(credit.person for credit in episode.people),
                *filter(None, air),
                *(chapter.text for chapter in chapters),
                *episode.tags,
                *_headings(episode.body),
            ),
            passages=(*chapters, *self._heard(episode), *_read(episode.body)),
        )

    def _heard(self, episode: Episode) -> Iterator[Passage]:
        if self.transcripts and episode.transcript:
            starts = frozenset(chapter.start for chapter in episode.chapters)
            for one in paragraphs(episode.transcript, starts):
                yield Passage(typeset(one.text, episode.transcript.language), one.start)

    def _show(self, show: Show) -> Document:
        return Document(
            kind="show",
            path=self.path(show),
            title=show.title,
            subtitle=show.subtitle,
            summary=show.summary,
            language=show.language,
            names=(*self._named(credit.person for credit in show.people), *_headings(show.body)),
            passages=_read(show.body),
        )

    def _note(self, note: Note) -> Document:
        return Document(
            kind="note",
            path=self.path(note),
            title=note.title,
            summary=note.summary,
            date=_day(note.pub_date),
            language=self.language,
            names=(
                *self._named((*filter(None, (note.author,)), *note.people)),
                *filter(None, (note.category, note.series)),
                *note.tags,
                *_headings(note.body),
            ),
            passages=_read(note.body),
        )

    def _person(self, person: Person) -> Document:
        return Document(
            kind="person",
            path=self.path(person),
            title=person.name,
            summary=person.summary,
            language=self.language,
            names=tuple(self._named(person.members)),
            passages=_read(person.body),
        )

    def _publisher(self, publisher: Publisher) -> Document:
        return Document(
            kind="publisher",
            path=self.path(publisher),
            title=publisher.name,
            summary=publisher.summary,
            language=self.language,
            passages=_read(publisher.body),
        )

    def _page(self, page: Page) -> Document:
        return Document(
            kind="page",
            path=self.path(page),
            title=page.title,
            summary=page.summary,
            language=self.language,
            names=_headings(page.body),
            passages=_read(page.body),
        )

    def _named(self, keys: Iterable[str]) -> list[str]:
        return [self.catalog.person(key).name for key in dict.fromkeys(keys)]


def _read(text: RichText) -> tuple[Passage, ...]:
    return tuple(Passage(line) for line in text.plain.splitlines() if line.strip())


def _headings(text: RichText) -> tuple[str, ...]:
    return tuple(plain_text(heading) for _, heading in _HEADING.findall(text.html))


def _day(moment: datetime) -> str:
    return moment.date().isoformat()
