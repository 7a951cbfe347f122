"""Fills in what the author leaves open: guids and the paths of recordings, as subscribers already have them."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable, Mapping

from antenne.kept import Derived
from antenne.ledger.claims import Claims, claims
from antenne.ledger.entries import Ledger, PublishedEpisode
from antenne.model import Episode, Show, episode_guid, show_guid


def settle(
    shows: Iterable[Show],
    episodes: Iterable[Episode],
    ledger: Ledger,
    feed_address: Callable[[Show], str],
    enclosure: Callable[[str, str, str], str],
    derived: Derived | None = None,
) -> tuple[tuple[Show, ...], tuple[Episode, ...]]:
    """Return the shows and episodes with a guid and an enclosure path each, in the same order.

    What the author wrote wins, then the ledger, then the rule of the standard. `enclosure` takes a key, a digest and
    an extension. `derived` knows what came of the same objects before.
    """
    derived = derived or Derived()
    shows, episodes = tuple(shows), tuple(episodes)
    known = claims(ledger, shows, episodes)
    settled = tuple(_settled_show(show, ledger, known, feed_address, derived) for show in shows)
    namespaces = {show.key: _namespace(show, feed_address) for show in settled}
    guids = _guids(episodes, ledger, known, namespaces)
    return settled, tuple(
        derived.of(
            episode,
            guid=guids[episode.key],
            enclosure_path=episode.enclosure_path or _enclosure_path(episode, known.entry(episode), enclosure),
        )
        for episode in episodes
    )


def _settled_show(
    show: Show, ledger: Ledger, known: Claims, feed_address: Callable[[Show], str], derived: Derived
) -> Show:
    before = ledger.show(known.shows.get(show.key, show.key))
    return derived.of(show, guid=show.guid or before.guid or show_guid(feed_address(show)))


def _namespace(show: Show, feed_address: Callable[[Show], str]) -> str:
    """Return a UUID to make episodes' guids in: a show that came from elsewhere may have a guid that is none."""
    try:
        return str(uuid.UUID(show.guid))
    except ValueError:
        return show_guid(feed_address(show))


def _guids(
    episodes: tuple[Episode, ...], ledger: Ledger, known: Claims, namespaces: Mapping[str, str]
) -> dict[str, str]:
    guids = {e.key: guid for e in episodes if (guid := e.guid or known.guid(e))}
    # A new bundle may bear the name that a renamed or withdrawn one had: the guid of that name is taken for ever.
    taken = {entry.guid for show in ledger.shows.values() for entry in show.episodes.values()}
    taken |= ledger.withdrawn.keys() | set(guids.values())
    return guids | {e.key: _new_guid(e, namespaces, taken) for e in episodes if e.key not in guids}


def _new_guid(episode: Episode, namespaces: Mapping[str, str], taken: set[str]) -> str:
    namespace = namespaces.get(episode.show)
    if namespace is None:
        # The show does not exist: the room that links says so, and nothing will be published.
        return ""
    guid, number = episode_guid(namespace, episode.key), 2
    while guid in taken:
        guid, number = episode_guid(namespace, f"{episode.key}#{number}"), number + 1
    return guid


def _enclosure_path(episode: Episode, entry: PublishedEpisode | None, enclosure: Callable[[str, str, str], str]) -> str:
    if entry is not None and entry.plays(episode.audio.digest):
        return entry.enclosure
    return enclosure(episode.key, episode.audio.digest, episode.audio.type.extension)
