"""What every other tool is told of an item: what Antenne finds out by itself they read in front matter.

So they need not open a recording, nor ask a picture for its size.
"""

from __future__ import annotations

from benchmarks.corpus.items import Book, Episode, Note, make_book
from benchmarks.corpus.pictures import SEASONS

Facts = dict[str, object]


def episode_facts(episode: Episode, size: int) -> Facts:
    """Return an episode's facts; `size` is that of its recording, in bytes."""
    about = make_book(episode.book) if episode.book is not None else None
    return {
        "title": episode.title,
        "slug": episode.slug,
        "date": episode.date.isoformat(),
        "summary": episode.summary,
        "season": episode.season,
        "number": episode.number,
        "duration": episode.duration,
        "guests": list(episode.guests),
        "tags": list(episode.tags),
        "book": about.slug if about else "",
        "book_title": about.title if about else "",
        "audio": f"audio/{audio_name(episode)}",
        "bytes": size,
        "image": f"images/season-{(episode.number - 1) % SEASONS}.jpg",
        "chapters": [{"start": chapter.start, "title": chapter.title} for chapter in episode.chapters],
    }


def note_facts(note: Note) -> Facts:
    """Return a note's facts."""
    return {
        "title": note.title,
        "slug": note.slug,
        "date": note.date.isoformat(),
        "summary": note.summary,
        "tags": list(note.tags),
    }


def book_facts(book: Book) -> Facts:
    """Return a book's facts."""
    return {
        "title": book.title,
        "slug": book.slug,
        "date": book.date.isoformat(),
        "summary": book.summary,
        "authors": [book.author],
        "isbn": book.isbn,
        "cover": f"covers/{book.slug}.jpg",
    }


def audio_name(episode: Episode) -> str:
    """Return what the recording of an episode is called where all stand in one folder."""
    return f"{episode.date.date()}-{episode.slug}.mp3"
