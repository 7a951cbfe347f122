"""The podcast namespace, as the Podcasting 2.0 documentation has it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxml import etree

from antenne.feeds.moments import rfc2822
from antenne.feeds.transcript import is_timed
from antenne.feeds.xml import element, shorten, yes_or_no
from antenne.model import Catalog, Credit, Episode, License, Owner, Show
from antenne.routes import Routes

_TEXT = 128
"""The longest text of an element of this namespace."""


def channel_elements(show: Show, owner: Owner | None, catalog: Catalog, routes: Routes) -> Iterator[etree._Element]:
    """Give the elements of a channel."""
    yield element("podcast:guid", show.guid)
    yield element("podcast:locked", yes_or_no(show.locked), owner=owner.email if owner else "")
    yield element("podcast:medium", "podcast")
    if show.license:
        yield _license(show.license)
    for link in show.funding:
        yield element("podcast:funding", shorten(link.label, _TEXT), url=link.url)
    yield from _people(show.people, catalog, routes)
    for episode in catalog.episodes_of(show):
        if episode.type == "trailer":
            yield _trailer(episode, routes)


def item_elements(episode: Episode, show: Show, catalog: Catalog, routes: Routes) -> Iterator[etree._Element]:
    """Give the elements of an item."""
    if episode.season:
        yield element("podcast:season", str(episode.season))
    if episode.number:
        yield element("podcast:episode", str(episode.number))
    if episode.chapters:
        address = routes.address(routes.chapters(episode))
        yield element("podcast:chapters", url=address, type="application/json+chapters")
    if episode.transcript:
        yield _transcript(episode, routes)
    yield from _people(people_of(episode, show), catalog, routes)


def people_of(episode: Episode, show: Show) -> tuple[Credit, ...]:
    """Return the people to name in an item: none when the channel's stand for it.

    An item's people *replace* the channel's, so an item that names a guest names the show's own people again, save
    those who have another part in it.
    """
    if not episode.people:
        return ()
    named = {credit.person for credit in episode.people}
    return tuple(credit for credit in show.people if credit.person not in named) + episode.people


def _people(credits_: Iterable[Credit], catalog: Catalog, routes: Routes) -> Iterator[etree._Element]:
    for credit in credits_:
        person = catalog.person(credit.person)
        name = shorten(person.name, _TEXT)
        yield element("podcast:person", name, role=credit.role, group=credit.group, href=routes.address(person))


def _license(license_: License) -> etree._Element:
    # Without an address it is one of the identifiers of the namespace's list, which are in lower case.
    name = license_.identifier if license_.url else license_.identifier.lower()
    return element("podcast:license", shorten(name, _TEXT), url=license_.url)


def _trailer(episode: Episode, routes: Routes) -> etree._Element:
    return element(
        "podcast:trailer",
        shorten(episode.title, _TEXT),
        url=routes.address(episode.enclosure_path),
        pubdate=rfc2822(episode.pub_date),
        length=str(episode.audio.length),
        type=episode.audio.type.mime,
        season=str(episode.season or ""),
    )


def _transcript(episode: Episode, routes: Routes) -> etree._Element:
    transcript = episode.transcript
    assert transcript is not None
    return element(
        "podcast:transcript",
        url=routes.address(routes.transcript(episode)),
        type="text/vtt",
        language=str(transcript.language),
        # Captions promise that every line has its time.
        rel="captions" if is_timed(transcript) else "",
    )
