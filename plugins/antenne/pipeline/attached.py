"""The files that texts link to, under the addresses of their pages."""

from __future__ import annotations

from collections.abc import Iterator

from antenne.model import Attachment, RichText
from antenne.pipeline.assemble import Site
from antenne.pipeline.tongues import Tongue
from antenne.routes import Place


def attached_files(site: Site) -> Iterator[tuple[str, Attachment]]:
    """Give every file to keep with the path at which it is published; the same file at one path may come twice.

    Texts link to what stands beside them: a page in a further language has its files beside it too.
    """
    for tongue in site.tongues:
        yield from _attached(tongue)


def _attached(site: Tongue) -> Iterator[tuple[str, Attachment]]:
    for book in site.catalog.books:
        if book.excerpt.file:
            yield site.routes.attachment(book.excerpt.file, book), book.excerpt.file
    for place, text in _texts(site):
        for file in text.files:
            yield site.routes.attachment(file, place), file


def _texts(site: Tongue) -> Iterator[tuple[Place, RichText]]:
    catalog = site.catalog
    yield from ((book, book.body) for book in catalog.books)
    yield from ((site.routes.excerpt(book), book.excerpt.text) for book in catalog.books)
    yield from ((person, person.body) for person in catalog.people if site.routes.has(person))
    yield from ((publisher, publisher.body) for publisher in catalog.publishers if site.routes.has(publisher))
    yield from ((show, show.body) for show in catalog.shows if site.routes.has(show))
    yield from ((episode, episode.body) for episode in catalog.episodes)
    yield from ((note, note.body) for note in catalog.notes)
    yield from ((page, page.body) for page in catalog.pages)
