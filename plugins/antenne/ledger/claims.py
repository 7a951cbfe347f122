"""Which published item an episode of the content is: the one of its key, its recording or its guid."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from antenne.ledger.entries import Ledger, PublishedEpisode
from antenne.model import Episode


def claims(ledger: Ledger, episodes: Iterable[Episode]) -> dict[str, tuple[str, PublishedEpisode]]:
    """Return, for the key of each episode that was published, the key and the entry that it has in the ledger.

    A bundle that was renamed is known by its recording, or else by the guid that its author wrote down. An entry
    belongs to one episode at most.
    """
    found: dict[str, tuple[str, PublishedEpisode]] = {}
    by_show: dict[str, list[Episode]] = {}
    for episode in sorted(episodes, key=lambda episode: episode.key):
        by_show.setdefault(episode.show, []).append(episode)
    for show, own in by_show.items():
        found |= _in_show(ledger.show(show).episodes, own)
    return found


def _in_show(
    entries: Mapping[str, PublishedEpisode], episodes: list[Episode]
) -> dict[str, tuple[str, PublishedEpisode]]:
    found = {episode.key: (episode.key, entries[episode.key]) for episode in episodes if episode.key in entries}
    free = {key: entry for key, entry in sorted(entries.items()) if key not in found}
    for same in (_same_recording, _same_guid):
        for episode in episodes:
            if episode.key in found:
                continue
            for key, entry in free.items():
                if same(episode, entry):
                    found[episode.key] = (key, free.pop(key))
                    break
    return found


def _same_recording(episode: Episode, entry: PublishedEpisode) -> bool:
    return episode.audio.digest == entry.digest


def _same_guid(episode: Episode, entry: PublishedEpisode) -> bool:
    return bool(episode.guid) and episode.guid == entry.guid
