"""Where an author of Antenne's has each thing, and how its front matter says it (docs/front-matter.md)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from benchmarks.corpus.items import Book, Episode, Note, book_slug
from benchmarks.corpus.texts import slug_of

AUDIO = "audio.mp3"
COVER = "cover.jpg"
_SHOW = "the-lantern-shelf"


def bundle_of(content: Path, episode: Episode) -> Path:
    """Return the folder of an episode."""
    return content / "episodes" / f"{episode.date.date()}-{episode.slug}"


def write_episode(content: Path, episode: Episode) -> None:
    """Write an episode's words, and its guests; the chapters stand in the recording."""
    keys: dict[str, object] = {
        "title": episode.title,
        "date": episode.date.isoformat(),
        "season": episode.season,
        "number": episode.number,
        "summary": episode.summary,
        "tags": list(episode.tags),
        "people": [slug_of(guest) for guest in episode.guests],
    }
    if episode.book is not None:
        keys["books"] = [book_slug(episode.book)]
    for guest in episode.guests:
        _write_person(content, guest)
    write_text(bundle_of(content, episode) / "index.md", front_matter(keys, episode.body))


def write_note(content: Path, note: Note) -> None:
    """Write a note."""
    keys = {"title": note.title, "date": note.date.isoformat(), "tags": list(note.tags), "summary": note.summary}
    write_text(content / "notes" / f"{note.date.date()}-{note.slug}.md", front_matter(keys, note.body))


def write_book(content: Path, book: Book) -> None:
    """Write a book's words, and its author; the cover is another's work."""
    keys = {
        "title": book.title,
        "authors": [slug_of(book.author)],
        "date": book.date.date().isoformat(),
        "summary": book.summary,
        "editions": [{"form": "paperback", "isbn": book.isbn}],
    }
    _write_person(content, book.author)
    write_text(content / "books" / book.slug / "index.md", front_matter(keys, book.body))


def write_show(content: Path, title: str, artwork: bytes) -> None:
    """Write the one show."""
    folder = content / "shows" / _SHOW
    keys = {
        "title": title,
        "summary": f"{title} talks about books.",
        "language": "en",
        "author": title,
        "owner": {"name": title, "email": "shelf@antenne.example"},
        "categories": ["Arts > Books"],
        "copyright": title,
        "artwork_alt": "Rings of many colours.",
    }
    write_text(folder / "index.md", front_matter(keys, ""))
    (folder / "artwork.jpg").write_bytes(artwork)


def front_matter(keys: Mapping[str, object], body: str) -> str:
    """Return a Markdown file with its front matter: values in JSON, which is YAML too."""
    lines = (f"{name}: {json.dumps(value, ensure_ascii=False)}\n" for name, value in keys.items())
    return f"---\n{''.join(lines)}---\n{body}"


def write_text(path: Path, text: str) -> None:
    """Write a text file, and the folders that lead to it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _write_person(content: Path, name: str) -> None:
    """Write a person, the same however many speak of them."""
    write_text(content / "people" / slug_of(name) / "index.md", front_matter({"name": name}, ""))
