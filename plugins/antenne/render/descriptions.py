"""What each page says of itself in a sentence or two: for lists of search engines, and beside shared addresses."""

from __future__ import annotations

from collections.abc import Iterable

from antenne.model import Book, Catalog, Episode, Note, Person, Publisher, Show
from antenne.render.site import Site
from antenne.render.view import View
from antenne.text import cut, typeset

MOST = 320
"""Bytes: about as much as search engines and apps show."""

_NAMED = 5
"""So many of a page's things are named where nobody described it."""


def describe(view: View, site: Site) -> str:
    """Return a page's description in at most `MOST` bytes: the author's, the text's beginning, or what is on it."""
    given = view.description or ("" if view.numbered else _text(view)) or _named(view, site)
    # Of those who wrote one book together an author may say the same.
    if not view.numbered and isinstance(view.subject, Person) and view.subject.name not in given:
        given = f"{view.subject.name}. {given}"
    return cut(" ".join(given.split("\n")), MOST)


def _text(view: View) -> str:
    subject = view.subject
    return subject.body.plain if isinstance(subject, Book | Episode | Note | Person | Publisher | Show) else ""


def _named(view: View, site: Site) -> str:
    """Return a page's title with the names of what is on it, else with what the site is."""
    if view.place == "":
        return _of_site(site)
    names = list(dict.fromkeys(_titles(view, site.catalog)))
    more = "…" if len(names) > _NAMED else ""
    told = ", ".join(names[:_NAMED]) + more if names else site.description or site.tagline
    return typeset(f"{view.title}: {told}" if told else f"{view.title}, {site.name}", site.settings.language)


def _of_site(site: Site) -> str:
    """Return what the site is: as its author says, else its name with those of its shows, books and recordings."""
    catalog = site.catalog
    works: tuple[Show | Book | Episode | Note, ...] = (
        *catalog.shows,
        *catalog.books,
        *catalog.episodes,
        *catalog.notes,
    )
    names = ", ".join(list(dict.fromkeys(work.title for work in works))[:_NAMED])
    made = typeset(f"{site.name}: {names}", site.settings.language) if names else site.name
    return site.description or site.tagline or made


def _titles(view: View, catalog: Catalog) -> Iterable[str]:
    if view.paging and (view.numbered or view.subject is None):
        return (work.title for work in view.paging.items)
    match view.subject:
        case Person() as person:
            found = catalog.appearances(person)
            return (*(book.title for _, book in found.books), *(episode.title for _, episode in found.episodes))
        case Publisher() as publisher:
            return (book.title for book in catalog.published_by(publisher))
        case Show() as show:
            return (episode.title for episode in catalog.episodes_of(show))
        case Book() as book:
            return (catalog.person(one.person).name for one in book.contributors)
        case Episode() as episode:
            return (book.title for book in catalog.books_in(episode))
    return _listed(view.template, catalog)


def _listed(template: str, catalog: Catalog) -> Iterable[str]:
    """Return the names of what a list without pages shows."""
    match template:
        case "shows.html":
            return (show.title for show in catalog.shows)
        case "people.html":
            return (person.name for person in catalog.people)
        case "publishers.html":
            return (publisher.name for publisher in catalog.publishers)
    return ()
