"""Pages of books, of the texts out of them, and of their publishers."""

from __future__ import annotations

from collections.abc import Iterator
from gettext import NullTranslations

from antenne.markup import Crumb
from antenne.model import Book
from antenne.render.paging import merged
from antenne.render.site import Site
from antenne.render.view import View
from antenne.render.views.lists import crumbs, list_view
from antenne.render.views.paged import paged


def book_views(site: Site, translations: NullTranslations) -> Iterator[View]:
    """Give the list of books, a page for each, and one for each text out of one."""
    books = site.catalog.books
    if books:
        yield from paged(list_view(site, "books"), books, site, translations)
    for book in books:
        yield View(
            place=book,
            template="book.html",
            title=book.title,
            description=book.summary or book.subtitle,
            parents=crumbs(site, "books"),
            section="books",
            subject=book,
            image=book.cover,
            context={"book": book},
        )
        # What is read out of a book is the same in every language, and stands once.
        if book.excerpt.text and not site.settings.prefix:
            yield _excerpt(book, site, translations)


def publisher_views(site: Site, translations: NullTranslations) -> Iterator[View]:
    """Give the list of publishers and a page for each."""
    publishers = site.catalog.publishers if site.has("publishers") else ()
    if publishers:
        yield list_view(site, "publishers", under="books")
    for publisher in publishers:
        about = translations.gettext("The books of %(name)s on this site, and what can be heard about them.")
        published = site.catalog.published_by(publisher)
        first = View(
            place=publisher,
            template="publisher.html",
            title=publisher.name,
            description=publisher.summary or about % {"name": publisher.name},
            parents=crumbs(site, "books", "publishers"),
            section="books",
            subject=publisher,
            image=publisher.logo,
            context={"publisher": publisher},
        )
        works = merged(site.catalog.episodes_about_any(published), site.catalog.notes_about_any(published))
        yield from paged(first, works, site, translations)


def _excerpt(book: Book, site: Site, translations: NullTranslations) -> View:
    _ = translations.gettext
    return View(
        place=site.routes.excerpt(book),
        template="excerpt.html",
        title=_("Excerpt from “%(title)s”") % {"title": book.title},
        description=book.excerpt.text.plain,
        parents=crumbs(site, "books", Crumb(book.title, book)),
        section="books",
        image=book.cover,
        context={"book": book},
    )
