"""What an item says: a plain description, and show notes in the little HTML that apps show."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from antenne.feeds.chapters import chapter_lines
from antenne.feeds.xml import xml_text
from antenne.model import Book, Catalog, Episode, Show
from antenne.routes import Routes
from antenne.text import cut, feed_html, timed_lines

LONGEST = 4000
"""The longest description in bytes (Apple's Podcaster's Guide to RSS, PSP-1)."""
_LONGEST_LIST = 3000
"""What a list of chapters may take of it, so that words are left to say what the episode is."""


def show_description(show: Show) -> str:
    """Return a show's plain description, cut at a sentence within 4000 bytes; its title where it has none."""
    return cut(xml_text(show.summary), LONGEST) or xml_text(show.title)


def episode_description(episode: Episode) -> str:
    """Return an episode's plain description within 4000 bytes, its chapters below on lines of their own.

    Without a summary the show notes serve, and without these the subtitle or the title: some directories refuse an
    item without a description.
    """
    words = episode.summary or episode.body.plain or episode.subtitle or episode.title
    block = "\n".join(_fitting(_untold(episode, words), _LONGEST_LIST))
    room = LONGEST - len(block.encode()) - 2
    return "\n\n".join(part for part in (cut(xml_text(words), room), block) if part)


def episode_content(episode: Episode, catalog: Catalog, routes: Routes) -> str:
    """Return an episode's show notes as HTML of the tags that feeds allow, its books and its chapters below.

    Empty when there is nothing that the plain description does not say.
    """
    books = catalog.books_in(episode)
    if not (episode.body or books):
        return ""
    page = routes.address(episode)
    notes = feed_html(episode.body.html, page) if episode.body else _paragraph(episode.summary)
    lines = "".join(map(_paragraph, _untold(episode, episode.body.plain)))
    return xml_text(notes + _book_links(books, routes) + lines)


def _untold(episode: Episode, words: str) -> tuple[str, ...]:
    """Return the lines of an episode's chapters, none where the words have a list of the same times already."""
    lines = chapter_lines(episode.chapters)
    told, meant = ([int(line.start) for line in timed_lines(text)] for text in (words, "\n".join(lines)))
    return () if told == meant else lines


def _fitting(lines: Iterable[str], longest: int) -> list[str]:
    kept: list[str] = []
    size = 0
    for line in lines:
        size += len(line.encode()) + 1
        if size > longest:
            break
        kept.append(line)
    return kept


def _paragraph(text: str) -> str:
    return f"<p>{escape(xml_text(text), quote=False)}</p>" if text else ""


def _book_links(books: Iterable[Book], routes: Routes) -> str:
    items = (
        f'<li><a href="{escape(routes.address(book))}">{escape(xml_text(book.title), quote=False)}</a></li>'
        for book in books
    )
    made = "".join(items)
    return f"<ul>{made}</ul>" if made else ""
