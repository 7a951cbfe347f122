"""What subscribers will have after a publication, as the ledger will say it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from antenne.ledger.claims import Claims, claims
from antenne.ledger.entries import Ledger, Places, PublishedEpisode, PublishedShow, Withdrawn
from antenne.ledger.seen import seen_extras, seen_notes, seen_title
from antenne.model import Episode, Show


class Looks(NamedTuple):
    """What apps show of an episode or a show, as `seen` makes it."""

    title: str = ""
    notes: str = ""
    extras: str = ""


def looks(thing: Episode | Show) -> Looks:
    """Return what apps show of an episode or a show."""
    return Looks(seen_title(thing.title), seen_notes(thing), seen_extras(thing))


def record(
    ledger: Ledger,
    shows: Iterable[Show],
    episodes: Iterable[Episode],
    places: Places,
    look: Callable[[Episode | Show], Looks] = looks,
) -> Ledger:
    """Return the ledger after the publication of settled shows and episodes.

    Addresses that were left are remembered, so that they lead on; so are the guids of what is withdrawn.
    """
    shows, episodes = tuple(shows), tuple(episodes)
    known = claims(ledger, shows, episodes)
    site = places.site or ledger.site
    there = frozenset((*map(places.feed, shows), *map(places.page, episodes)))
    own: dict[str, list[Episode]] = {}
    for episode in episodes:
        own.setdefault(episode.show, []).append(episode)
    return Ledger(
        path=ledger.path,
        site=site,
        former=_former(ledger.former, ledger.site, site),
        withdrawn=_withdrawn(ledger, known, episodes),
        shows={show.key: _show(ledger, show, known, places, there, own.get(show.key, []), look) for show in shows},
    )


def record_addresses(ledger: Ledger, shows: Iterable[Show], episodes: Iterable[Episode], places: Places) -> Ledger:
    """Return what `record` does without what apps show of each item: who asks where things stood needs no more."""
    return record(ledger, shows, episodes, places, lambda _: Looks())


def _show(
    ledger: Ledger,
    show: Show,
    known: Claims,
    places: Places,
    there: frozenset[str],
    episodes: list[Episode],
    look: Callable[[Episode | Show], Looks],
) -> PublishedShow:
    before, feed, seen = ledger.show(known.shows.get(show.key, show.key)), places.feed(show), look(show)
    return PublishedShow(
        guid=show.guid,
        feed=feed,
        title=seen.title,
        notes=seen.notes,
        extras=seen.extras,
        former=_former(before.former, before.feed, feed, there),
        episodes={
            episode.key: _entry(episode, known.entry(episode), places.page(episode), there, look(episode))
            for episode in episodes
        },
    )


def _entry(
    episode: Episode, before: PublishedEpisode | None, page: str, there: frozenset[str], seen: Looks
) -> PublishedEpisode:
    # The same moment in another zone stays as it was written: the file changes only when something did.
    same_moment = before is not None and before.pub_date == episode.pub_date
    return PublishedEpisode(
        guid=episode.guid,
        pub_date=before.pub_date if before is not None and same_moment else episode.pub_date,
        enclosure=episode.enclosure_path,
        length=episode.audio.length,
        type=episode.audio.type.mime,
        digest=episode.audio.digest,
        title=seen.title,
        notes=seen.notes,
        extras=seen.extras,
        page=page,
        former=_former(before.former, before.page, page, there) if before else (),
    )


def _former(former: tuple[str, ...], before: str, now: str, there: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """Return the addresses that were left, each once, without those at which something stands now."""
    return tuple(sorted({*former, before} - {now, ""} - there))


def _withdrawn(ledger: Ledger, known: Claims, episodes: tuple[Episode, ...]) -> dict[str, Withdrawn]:
    there = {episode.guid for episode in episodes}
    renamed = {old: new for new, old in known.shows.items()}
    gone = {**ledger.withdrawn, **dict(_leaving(ledger))}
    return {
        guid: Withdrawn(
            show=renamed.get(item.show, item.show), key=item.key, pub_date=item.pub_date, digest=item.digest
        )
        for guid, item in sorted(gone.items())
        if guid not in there
    }


def _leaving(ledger: Ledger) -> Iterator[tuple[str, Withdrawn]]:
    for show, published in ledger.shows.items():
        for key, entry in published.episodes.items():
            yield entry.guid, Withdrawn(show=show, key=key, pub_date=entry.pub_date, digest=entry.digest)
