"""Compares the content with what subscribers have, and finds what would harm them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from antenne.ledger.claims import Claims, claims
from antenne.ledger.entries import Ledger, Places, PublishedEpisode, PublishedShow
from antenne.ledger.harm import Harm
from antenne.model import Episode, Show
from antenne.problems import Problem

Found = Iterator[tuple[str, Problem]]


def compare(
    ledger: Ledger,
    shows: Iterable[Show],
    episodes: Iterable[Episode],
    places: Places,
    accepted: frozenset[str] = frozenset(),
) -> tuple[Problem, ...]:
    """Return what would harm subscribers, less what is `accepted` as `CODE:KEY` (`guid-changed:2013-11-05-widoobiz`).

    Takes shows and episodes as `settle` returned them. A feed that says its own new address in `new_feed_url` may move.
    """
    shows, episodes = tuple(shows), tuple(episodes)
    known, harm = claims(ledger, shows, episodes), Harm(ledger)
    found = (*_shows(ledger, shows, known, places, harm), *_episodes(ledger, episodes, known, harm))
    return tuple(problem for key, problem in found if f"{problem.code}:{key}" not in accepted)


def _shows(ledger: Ledger, shows: tuple[Show, ...], known: Claims, places: Places, harm: Harm) -> Found:
    present = {old: new for new, old in known.shows.items()}
    for key, published in sorted(ledger.shows.items()):
        if key not in present:
            yield key, harm.show_gone(key, published)
    for show in sorted(shows, key=lambda show: show.key):
        if show.key not in known.shows:
            continue
        published = ledger.shows[known.shows[show.key]]
        if show.guid != published.guid:
            yield show.key, harm.show_guid_changed(show, published)
        if _moves(ledger, show, published, places):
            yield show.key, harm.feed_moved(show, *addresses(ledger, published, show, places))


def addresses(ledger: Ledger, published: PublishedShow, show: Show, places: Places) -> tuple[str, str]:
    """Return the old and the new address of a feed: complete ones where both are known, else paths."""
    if not (ledger.site and places.site):
        return published.feed, places.feed(show)
    return f"{ledger.site}/{published.feed}", f"{places.site}/{places.feed(show)}"


def _moves(ledger: Ledger, show: Show, published: PublishedShow, places: Places) -> bool:
    old, new = addresses(ledger, published, show, places)
    # A build that is not for the public stands elsewhere: of an address that was declared only the path is compared.
    declared = show.new_feed_url == f"{places.site}/{places.feed(show)}" or (
        not places.site and show.new_feed_url.endswith(f"/{places.feed(show)}")
    )
    return old != new and not declared


def _episodes(ledger: Ledger, episodes: tuple[Episode, ...], known: Claims, harm: Harm) -> Found:
    owners = _owners(ledger)
    for episode in sorted(episodes, key=lambda episode: episode.key):
        entry = known.entry(episode)
        if episode.guid != known.guid(episode):
            other = owners.get((known.shows.get(episode.show, episode.show), episode.guid), "")
            if other:
                yield episode.key, harm.guid_reused(episode, other, entry)
            elif entry:
                yield episode.key, harm.guid_changed(episode, entry)
        if entry:
            yield from ((episode.key, problem) for problem in _changes(episode, entry, harm))
    still = {(known.shows.get(e.show), known.episodes[e.key][0]) for e in episodes if e.key in known.episodes}
    for old in sorted(known.shows.values()):
        for key, entry in sorted(ledger.shows[old].episodes.items()):
            if (old, key) not in still:
                yield key, harm.episode_gone(key, entry)


def _owners(ledger: Ledger) -> dict[tuple[str, str], str]:
    """Return whose each guid is that subscribers of a show know, or knew."""
    owners = {(item.show, guid): item.key for guid, item in ledger.withdrawn.items()}
    for show, published in ledger.shows.items():
        owners |= {(show, entry.guid): key for key, entry in published.episodes.items()}
    return owners


def _changes(episode: Episode, entry: PublishedEpisode, harm: Harm) -> Iterator[Problem]:
    if _to_the_second(episode.pub_date) != _to_the_second(entry.pub_date):
        yield harm.date_changed(episode, entry)
    same_address, same_bytes = episode.enclosure_path == entry.enclosure, _same_bytes(episode, entry)
    if same_address != same_bytes and (same_address or entry.digest):
        yield harm.enclosure_changed(episode, same_address=same_address)


def _same_bytes(episode: Episode, entry: PublishedEpisode) -> bool:
    if not entry.digest:
        return episode.audio.length == entry.length
    return entry.plays(episode.audio.digest) and episode.audio.length == entry.length


def _to_the_second(moment: datetime) -> datetime:
    """Return a moment as a feed can say it: RFC 2822 knows no fraction of a second."""
    return moment.replace(microsecond=0)
