"""Ties what was read into one catalogue."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from antenne.kept import Derived
from antenne.link.addresses import judge_addresses
from antenne.link.books import gather_book_series, gather_publishers, heard_by_slugs, named_as_bundles
from antenne.link.gather import gather_categories, gather_series
from antenne.link.references import judge_references
from antenne.link.tags import read_spellings
from antenne.model import Catalog, Episode, Note
from antenne.problems import Problems
from antenne.problems.rules import SHOW_NOT_SAID
from antenne.read import Content
from antenne.settings import Settings


def link(content: Content, settings: Settings, problems: Problems, derived: Derived | None = None) -> Catalog:
    """Return the catalogue of a content whose references, addresses and series are judged into `problems`.

    `derived` knows the objects that earlier catalogues were made of.
    """
    derived = derived or Derived()
    problems.extend(judge_references(content))
    tags = read_spellings(content, problems)
    episodes = tags.respelt((_with_show(one, content, problems, derived) for one in content.episodes), derived)
    slugs = {episode.key: episode.slug for episode in content.episodes}
    notes = tags.respelt((_by_slugs(note, slugs, derived) for note in content.notes), derived)
    problems.extend(judge_addresses(replace(content, episodes=episodes, notes=notes), settings))
    newest_notes = tuple(sorted(notes, key=lambda n: (n.pub_date, n.part or 0, n.key), reverse=True))
    named = named_as_bundles(content.books, content.publishers, derived)
    either = {name: episode.slug for episode in content.episodes for name in (episode.key, episode.slug)}
    heard = (heard_by_slugs(book, either, derived) for book in named)
    books = tuple(sorted(tags.respelt(heard, derived), key=lambda b: (_reversed(str(b.date or "")), b.title, b.key)))
    newest_episodes = tuple(sorted(episodes, key=lambda e: (e.pub_date, e.key), reverse=True))
    return Catalog(
        books=books,
        people=tuple(sorted(content.people, key=lambda p: (p.sort_name or p.name, p.key))),
        publishers=gather_publishers(books, content, problems),
        book_series=gather_book_series(books, content, problems),
        shows=tuple(sorted(content.shows, key=lambda s: s.key)),
        episodes=newest_episodes,
        notes=newest_notes,
        series=gather_series(newest_notes, content, problems),
        categories=gather_categories(newest_notes, content, problems),
        tags=tags.gather(books, newest_episodes, newest_notes),
        pages=tuple(sorted(content.pages, key=lambda p: (p.menu is None, p.menu or 0, p.title))),
    )


def _reversed(text: str) -> tuple[int, ...]:
    return tuple(-ord(c) for c in text)


def _with_show(episode: Episode, content: Content, problems: Problems, derived: Derived) -> Episode:
    """Give an episode that names no show the only one there is."""
    if episode.show:
        return episode
    if len(content.known.get("show", ())) == 1 and content.shows:
        return derived.of(episode, show=content.shows[0].key)
    where = content.places[("episode", episode.key)]
    if not content.known.get("show"):
        problems.add(
            SHOW_NOT_SAID.at(
                where,
                "There is an episode, but no show for it to appear in.",
                "Make a folder content/shows/NAME with an index.md (title, summary, language, author, categories).",
            )
        )
    elif content.shows:
        names = ", ".join(sorted(content.known["show"]))
        problems.add(
            SHOW_NOT_SAID.at(
                where,
                "This episode does not say which show it is part of, and there are several.",
                f"Write a line such as show: {content.shows[0].key} in its index.md; the shows are: {names}.",
            )
        )
    return episode


def _by_slugs(note: Note, slugs: Mapping[str, str], derived: Derived) -> Note:
    """Let a note name episodes by slug, whichever of slug and folder name the author wrote."""
    return derived.of(note, episodes=tuple(slugs.get(name, name) for name in note.episodes))
