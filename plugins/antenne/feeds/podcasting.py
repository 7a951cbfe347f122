"""The podcast namespace, as the Podcasting 2.0 documentation has it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxml import etree

from antenne.feeds.common import common_elements, people_elements
from antenne.feeds.enclosures import alternate_elements
from antenne.feeds.live import live_elements
from antenne.feeds.moments import rfc2822
from antenne.feeds.payments import number, remote_element
from antenne.feeds.press import Press
from antenne.feeds.tags import tag
from antenne.feeds.xml import shorten, yes_or_no
from antenne.model import Credit, Episode, Owner, Show
from antenne.routes import Routes

_TEXT = 128
"""The longest name of a season."""


def channel_elements(
    show: Show, owner: Owner | None, episodes: Iterable[Episode], press: Press
) -> Iterator[etree._Element]:
    """Give the elements of a channel; trailers are looked for among the episodes."""
    yield tag("podcast:guid", show.guid)
    yield tag("podcast:locked", yes_or_no(show.locked), owner=owner.email if owner else "")
    yield tag("podcast:medium", show.medium)
    yield from common_elements(show, press)
    yield from people_elements(show.people, press)
    yield from _wishes(show)
    yield from (_trailer(episode, press.routes) for episode in episodes if episode.type == "trailer")
    if show.podroll:
        yield tag("podcast:podroll", "", *map(remote_element, show.podroll))
    if show.publisher:
        yield tag("podcast:publisher", "", remote_element(show.publisher))
    yield from live_elements(show, press)


def archive_elements(show: Show, owner: Owner | None, press: Press) -> Iterator[etree._Element]:
    """Give the elements of an archive's channel: those by which an app knows whose items it holds."""
    yield tag("podcast:guid", show.guid)
    yield tag("podcast:locked", yes_or_no(show.locked), owner=owner.email if owner else "")
    yield tag("podcast:medium", show.medium)
    yield from people_elements(show.people, press)


def _wishes(show: Show) -> Iterator[etree._Element]:
    """Give what is asked of services: who may show it, how often to look, and how to know whose it is."""
    if show.block:
        yield tag("podcast:block", "yes")
    yield from (tag("podcast:block", "yes", id=service) for service in show.blocked_services)
    yield from (tag("podcast:block", "no", id=service) for service in show.allowed_services)
    if show.apple_verify:
        yield tag("podcast:txt", show.apple_verify, purpose="applepodcastsverify")
    if show.podping:
        yield tag("podcast:podping", usesPodping="true")
    if frequency := show.update_frequency:
        yield tag(
            "podcast:updateFrequency",
            frequency.text,
            rrule=frequency.rrule,
            dtstart=frequency.start.isoformat() if frequency.start else "",
            complete="true" if frequency.complete else "",
        )


def item_elements(episode: Episode, people: Iterable[Credit], press: Press) -> Iterator[etree._Element]:
    """Give the elements of an item; `people` are those to name in it."""
    routes = press.routes
    if episode.season:
        yield tag("podcast:season", str(episode.season), name=shorten(episode.season_name, _TEXT))
    if episode.number:
        yield tag("podcast:episode", str(episode.number), display=shorten(episode.number_display, 32))
    if episode.chapters and press.settings.makes("chapters"):
        address = routes.address(routes.chapters(episode))
        yield tag("podcast:chapters", url=address, type="application/json+chapters")
    yield from _transcripts(episode, routes)
    yield from alternate_elements(episode, routes)
    for bite in episode.soundbites:
        yield tag("podcast:soundbite", bite.title, startTime=number(bite.start), duration=number(bite.duration))
    for link in episode.content_links:
        yield tag("podcast:contentLink", link.label, href=link.url)
    for video in episode.videos:
        if video.remote:
            yield tag("podcast:contentLink", video.title or video.remote.name, href=video.remote.page())
    yield from common_elements(episode, press)
    yield from people_elements(people, press)


def people_of(episode: Episode, show: Show) -> tuple[Credit, ...]:
    """Return the people to name in an item: none when the channel's stand for it.

    An item's people *replace* the channel's, so an item that names a guest names the show's own people again, save
    those who have another part in it.
    """
    if not episode.people:
        return ()
    named = {credit.person for credit in episode.people}
    return tuple(credit for credit in show.people if credit.person not in named) + episode.people


def _trailer(episode: Episode, routes: Routes) -> etree._Element:
    return tag(
        "podcast:trailer",
        episode.title,
        url=routes.enclosure_address(episode.enclosure_path),
        pubdate=rfc2822(episode.pub_date),
        length=str(episode.audio.length),
        type=episode.audio.type.mime,
        season=str(episode.season or ""),
    )


def _transcripts(episode: Episode, routes: Routes) -> Iterator[etree._Element]:
    """Give one element per file of a transcript; captions promise that every line has its time."""
    transcript = episode.transcript
    for form in transcript.forms if transcript else ():
        assert transcript is not None
        yield tag(
            "podcast:transcript",
            url=routes.address(routes.transcript(episode, form.extension)),
            type=form.mime,
            language=str(transcript.language),
            rel="captions" if form.captions and transcript.is_captions else "",
        )
