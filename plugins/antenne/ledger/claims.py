"""Which published show and item a show and an episode of the content are, whatever their folders are called now."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from msgspec import Struct, field

from antenne.ledger.entries import SHORTEST_DIGEST, Ledger, PublishedEpisode, Withdrawn
from antenne.model import Episode, Show

T = TypeVar("T")


class Claims(Struct, frozen=True, kw_only=True):
    """Who is who: `shows` gives the old key of a show, `episodes` the old key and entry of an episode, by new key.

    `back` gives the guid of an episode that had been withdrawn and is there again.
    """

    shows: Mapping[str, str] = field(default_factory=dict)
    episodes: Mapping[str, tuple[str, PublishedEpisode]] = field(default_factory=dict)
    back: Mapping[str, str] = field(default_factory=dict)

    def entry(self, episode: Episode) -> PublishedEpisode | None:
        """Return what subscribers have of an episode."""
        return self.episodes[episode.key][1] if episode.key in self.episodes else None

    def guid(self, episode: Episode) -> str:
        """Return the guid under which subscribers know an episode, or had known it; empty for a new one."""
        entry = self.entry(episode)
        return entry.guid if entry else self.back.get(episode.key, "")


def claims(ledger: Ledger, shows: Iterable[Show], episodes: Iterable[Episode]) -> Claims:
    """Tell who is who; an entry belongs to one episode at most.

    What is untouched comes first, then the guid that an author wrote down, then the recording, then the folder's name:
    a new bundle that took a renamed one's old name is not taken for it.
    """
    shows = tuple(shows)
    own: dict[str, list[Episode]] = {show.key: [] for show in shows}
    for episode in sorted(episodes, key=lambda episode: episode.key):
        own.setdefault(episode.show, []).append(episode)
    before = _shows(ledger, shows, own)
    found: dict[str, tuple[str, PublishedEpisode]] = {}
    back: dict[str, str] = {}
    for show, mine in sorted(own.items()):
        old = before.get(show, show)
        found |= _claimed(ledger.show(old).episodes, mine)
        back |= _returned(ledger, {old, show}, [episode for episode in mine if episode.key not in found])
    return Claims(shows=before, episodes=found, back=back)


def _shows(ledger: Ledger, shows: tuple[Show, ...], own: Mapping[str, list[Episode]]) -> dict[str, str]:
    found = {show.key: show.key for show in shows if show.key in ledger.shows}
    free = sorted(ledger.shows.keys() - found.keys())
    for show in sorted(shows, key=lambda show: show.key):
        if show.key in found:
            continue
        old = next((key for key in free if ledger.shows[key].guid == show.guid), "")
        old = old or next((key for key in free if _holds(ledger.shows[key].episodes, own[show.key])), "")
        if old:
            found[show.key] = old
            free.remove(old)
    return found


def _holds(entries: Mapping[str, PublishedEpisode], episodes: list[Episode]) -> bool:
    """Say whether at least half of what a show had published is in these episodes now."""
    recordings = _by(episodes, lambda episode: _short(episode.audio.digest))
    still = sum(
        any(entry.plays(episode.audio.digest) for episode in recordings.get(_short(entry.digest), ()))
        for entry in entries.values()
    )
    return still > 0 and 2 * still >= len(entries)


def _claimed(
    entries: Mapping[str, PublishedEpisode], episodes: list[Episode]
) -> dict[str, tuple[str, PublishedEpisode]]:
    found: dict[str, tuple[str, PublishedEpisode]] = {}
    free = dict(sorted(entries.items()))
    guids = _by(free, lambda key: free[key].guid)
    recordings = _by(free, lambda key: _short(free[key].digest))

    def untouched(episode: Episode) -> list[str]:
        return [key for key in [episode.key] if key in free and free[key].plays(episode.audio.digest)]

    def same_guid(episode: Episode) -> list[str]:
        return guids.get(episode.guid, []) if episode.guid else []

    def same_recording(episode: Episode) -> list[str]:
        keys = recordings.get(_short(episode.audio.digest), [])
        return [key for key in keys if key in free and free[key].plays(episode.audio.digest)]

    def same_name(episode: Episode) -> list[str]:
        return [episode.key]

    for candidates in (untouched, same_guid, same_recording, same_name):
        for episode in episodes:
            if episode.key in found:
                continue
            key = next((key for key in candidates(episode) if key in free), None)
            if key is not None:
                found[episode.key] = (key, free.pop(key))
    return found


def _returned(ledger: Ledger, shows: set[str], episodes: list[Episode]) -> dict[str, str]:
    """Return the guids of episodes that are put back: with the same recording, or under the same name and date."""
    free = {guid: item for guid, item in sorted(ledger.withdrawn.items()) if item.show in shows}
    recordings = _by(free, lambda guid: _short(free[guid].digest))
    names = _by(free, lambda guid: free[guid].key)
    found: dict[str, str] = {}
    for episode in episodes:
        near = (*recordings.get(_short(episode.audio.digest), ()), *names.get(episode.key, ()))
        guid = next((guid for guid in near if guid in free and _is_back(episode, free[guid])), "")
        if guid and episode.guid in ("", guid):
            found[episode.key] = guid
            del free[guid]
    return found


def _is_back(episode: Episode, item: Withdrawn) -> bool:
    same_recording = bool(item.digest) and episode.audio.digest.startswith(item.digest)
    return same_recording or (episode.key == item.key and episode.pub_date == item.pub_date)


def _short(digest: str) -> str:
    """Return the part of a digest that even a ledger made anew from a feed knows."""
    return digest[:SHORTEST_DIGEST]


def _by(things: Iterable[T], name: Callable[[T], str]) -> dict[str, list[T]]:
    groups: dict[str, list[T]] = {}
    for thing in things:
        groups.setdefault(name(thing), []).append(thing)
    return groups
