"""What subscribers will have after a publication, as the ledger will say it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from antenne.ledger.claims import Claims, claims
from antenne.ledger.entries import Ledger, Places, PublishedEpisode, PublishedShow, Withdrawn
from antenne.ledger.seen import seen_extras, seen_notes, seen_title
from antenne.model import Episode, Show


def record(ledger: Ledger, shows: Iterable[Show], episodes: Iterable[Episode], places: Places) -> Ledger:
    """Return the ledger after the publication of settled shows and episodes.

    Addresses that were left are remembered, so that they lead on; so are the guids of what is withdrawn.
    """
    shows, episodes = tuple(shows), tuple(episodes)
    known = claims(ledger, shows, episodes)
    site = places.site or ledger.site
    there = frozenset((*map(places.feed, shows), *map(places.page, episodes)))
    return Ledger(
        path=ledger.path,
        site=site,
        former=_former(ledger.former, ledger.site, site),
        withdrawn=_withdrawn(ledger, known, episodes),
        shows={
            show.key: _show(ledger, show, known, places, there, [e for e in episodes if e.show == show.key])
            for show in shows
        },
    )


def _show(
    ledger: Ledger, show: Show, known: Claims, places: Places, there: frozenset[str], episodes: list[Episode]
) -> PublishedShow:
    before, feed = ledger.show(known.shows.get(show.key, show.key)), places.feed(show)
    return PublishedShow(
        guid=show.guid,
        feed=feed,
        title=seen_title(show.title),
        notes=seen_notes(show),
        extras=seen_extras(show),
        former=_former(before.former, before.feed, feed, there),
        episodes={
            episode.key: _entry(episode, known.entry(episode), places.page(episode), there) for episode in episodes
        },
    )


def _entry(episode: Episode, before: PublishedEpisode | None, page: str, there: frozenset[str]) -> PublishedEpisode:
    # The same moment in another zone stays as it was written: the file changes only when something did.
    same_moment = before is not None and before.pub_date == episode.pub_date
    return PublishedEpisode(
        guid=episode.guid,
        pub_date=before.pub_date if before is not None and same_moment else episode.pub_date,
        enclosure=episode.enclosure_path,
        length=episode.audio.length,
        type=episode.audio.type.mime,
        digest=episode.audio.digest,
        title=seen_title(episode.title),
        notes=seen_notes(episode),
        extras=seen_extras(episode),
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
