"""The feeds of a site: one per show, and the views that the settings and people ask for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from antenne.channels.channel import Channel
from antenne.model import Book, Catalog, Category, Episode, Person, Show, show_guid
from antenne.routes import Place, Routes
from antenne.settings import Settings


def all_channels(
    catalog: Catalog, routes: Routes, settings: Settings, guids: Mapping[str, str] | None = None
) -> tuple[Channel, ...]:
    """Return every feed with recordings, the shows' own first; a view has at least one episode.

    `guids` are the podcast:guids that views have already, by the feed's path: one that is not there is made from the
    feed's address, as the standard has it.
    """
    own = [show_channel(show, catalog, routes) for show in catalog.shows]
    views = (
        replace(view, show=replace(view.show, guid=(guids or {}).get(view.path) or view.show.guid))
        for view in _views(catalog, routes, settings)
    )
    return (*own, *views)


def show_channel(show: Show, catalog: Catalog, routes: Routes) -> Channel:
    """Return the feed of a show."""
    return Channel(show=show, episodes=catalog.episodes_of(show), path=routes.feed(show), page=_page(show, routes))


def _page(thing: Show | Person, routes: Routes) -> Place:
    """Return what a feed leads to: the page of what it is of, or the home page of a site that leaves such pages out."""
    return thing if routes.has(thing) else ""


def _views(catalog: Catalog, routes: Routes, settings: Settings) -> Iterator[Channel]:
    wanted = settings.feeds
    # With one show, a feed of everything would be that show's a second time.
    if wanted.everything and len(catalog.shows) > 1 and catalog.episodes:
        yield _everything(catalog, routes, settings)
    for book in catalog.books if wanted.books else ():
        if episodes := catalog.episodes_about(book):
            yield _book_view(book, episodes, catalog, routes)
    for person in catalog.people:
        if person.feed and (episodes := _heard_in(person, catalog)):
            yield _person_view(person, episodes, catalog, routes)


def _heard_in(person: Person, catalog: Catalog) -> tuple[Episode, ...]:
    return tuple(dict.fromkeys(episode for _, episode in catalog.appearances(person).episodes))


def _everything(catalog: Catalog, routes: Routes, settings: Settings) -> Channel:
    path = routes.everything_feed()
    summary = settings.description or settings.tagline or settings.site_name
    base = _base(catalog.episodes, catalog, routes.address(path))
    show = replace(base, key="", title=settings.site_name, summary=summary, language=settings.language)
    return Channel(show=show, episodes=catalog.episodes, path=path, page="", view=True)


def _book_view(book: Book, episodes: tuple[Episode, ...], catalog: Catalog, routes: Routes) -> Channel:
    path = routes.book_feed(book)
    base = _base(episodes, catalog, routes.address(path))
    show = replace(
        base,
        key=book.key,
        title=book.title,
        subtitle=book.subtitle,
        summary=book.summary or book.title,
        language=book.language,
        author=", ".join(dict.fromkeys(catalog.person(c.person).name for c in book.contributors)) or base.author,
        artwork=book.cover or base.artwork,
    )
    return Channel(show=show, episodes=episodes, path=path, page=book, view=True)


def _person_view(person: Person, episodes: tuple[Episode, ...], catalog: Catalog, routes: Routes) -> Channel:
    path = routes.person_feed(person)
    base = _base(episodes, catalog, routes.address(path))
    show = replace(
        base,
        key=person.key,
        title=person.name,
        summary=person.summary or person.name,
        artwork=person.portrait or base.artwork,
    )
    return Channel(show=show, episodes=episodes, path=path, page=_page(person, routes), view=True)


def _base(episodes: tuple[Episode, ...], catalog: Catalog, address: str) -> Show:
    """Return what a view takes over from the shows of its episodes: of each fact the first, and all categories."""
    shows = [catalog.show(key) for key in dict.fromkeys(episode.show for episode in episodes)]
    first = shows[0]
    categories: tuple[Category, ...] = tuple(dict.fromkeys(c for show in shows for c in show.categories))
    return Show(
        key=first.key,
        guid=show_guid(address),
        title=first.title,
        summary=first.summary,
        language=first.language,
        author=first.author,
        owner=first.owner,
        categories=categories,
        explicit=any(show.explicit for show in shows),
        artwork=first.artwork,
        copyright=first.copyright if len(shows) == 1 else "",
        locked=any(show.locked for show in shows),
        license=first.license if len(shows) == 1 else None,
        block=any(show.block for show in shows),
    )
