"""Finds out which episode of the content a published item is, when no ledger says so."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from urllib.parse import unquote, urlsplit

from antenne.ledger.entries import Places
from antenne.ledger.published_feed import FeedItem
from antenne.model import Episode, episode_guid

_NAME = re.compile(r"(?P<key>[a-z0-9-]+)\.(?P<digest>[0-9a-f]{12})\.[a-z0-9]+")
OfEpisode = Callable[[Episode], Iterable[str]]
OfItem = Callable[[FeedItem], Iterable[str]]


def matched(
    items: tuple[FeedItem, ...], episodes: list[Episode], show_guid: str, places: Places
) -> Mapping[str, Episode]:
    """Return the episode of each item, by the item's guid.

    It is found by its guid, else its recording, its bundle's name, its page, or its length and title.
    """

    def guids(episode: Episode) -> Iterable[str]:
        yield episode.guid
        try:
            yield episode_guid(show_guid, episode.key)
        except ValueError:
            # A show that came from elsewhere may have a guid that is no UUID: its episodes' are written down.
            return

    ways: tuple[tuple[OfEpisode, OfItem], ...] = (
        (guids, lambda item: [item.guid]),
        (lambda episode: [episode.audio.digest[:12]], lambda item: [name_of(item)[1]]),
        (lambda episode: [episode.key], lambda item: [name_of(item)[0]]),
        (lambda episode: [places.page(episode)], lambda item: _tails(item.page)),
        (lambda episode: [f"{episode.audio.length} {episode.title}"], lambda item: [f"{item.length} {item.title}"]),
    )
    found: dict[str, Episode] = {}
    free = {episode.key: episode for episode in episodes}
    for of_episode, of_item in ways:
        known = {name: episode for episode in reversed(episodes) for name in of_episode(episode) if name}
        for item in items:
            if item.guid in found:
                continue
            match = next((known[n] for n in of_item(item) if n in known and known[n].key in free), None)
            if match:
                found[item.guid] = free.pop(match.key)
    return found


def _tails(address: str) -> list[str]:
    steps = unquote(urlsplit(address).path).lstrip("/").split("/")
    return ["/".join(steps[number:]) for number in range(len(steps))]


def name_of(item: FeedItem) -> tuple[str, str]:
    """Return the bundle's name and the beginning of the digest that an address of Antenne's holds."""
    found = _NAME.fullmatch(urlsplit(item.enclosure).path.rsplit("/", 1)[-1])
    return (found["key"], found["digest"]) if found else ("", "")
