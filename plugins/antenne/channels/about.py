"""The feeds about the subject of a page, which readers find in its head."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from antenne.model import Book, Catalog, Person, Section, Show, Tag
from antenne.routes import Routes
from antenne.settings import Settings

RSS, ATOM, JSON = "application/rss+xml", "application/atom+xml", "application/feed+json"


class FeedLink(Struct, frozen=True, kw_only=True):
    """A feed as a page names it; `path` is relative to the site's root."""

    title: str
    path: str
    media_type: str


def feeds_about(subject: object, catalog: Catalog, routes: Routes, settings: Settings) -> Iterator[FeedLink]:
    """Give the feeds about a book, a person, a show, a category or a tag, besides those that every page names."""
    wanted = settings.feeds
    match subject:
        case Book() if wanted.books and catalog.episodes_about(subject):
            yield FeedLink(title=subject.title, path=routes.book_feed(subject), media_type=RSS)
        case Person() if subject.feed and catalog.appearances(subject).episodes:
            yield FeedLink(title=subject.name, path=routes.person_feed(subject), media_type=RSS)
        case Section() if wanted.categories:
            yield FeedLink(title=subject.name, path=routes.category_feed(subject), media_type=ATOM)
        case Tag() if wanted.tags and subject.notes:
            yield FeedLink(title=subject.name, path=routes.category_feed(subject), media_type=ATOM)
        case Show():
            if wanted.json:
                yield FeedLink(title=subject.title, path=routes.json_feed(subject), media_type=JSON)
            if subject.atom:
                yield FeedLink(title=subject.title, path=routes.atom_feed(subject), media_type=ATOM)
