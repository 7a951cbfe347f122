"""Compares the content with what subscribers have, in the words of what they would see."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import PurePosixPath

from antenne.ledger.claims import claims
from antenne.ledger.entries import Ledger, PublishedEpisode, PublishedShow
from antenne.model import Episode, Show
from antenne.problems import Problem, Rule, Where
from antenne.problems.rules import DATE_CHANGED, EPISODE_GONE, GUID_CHANGED, SHOW_GONE, SHOW_GUID_CHANGED


def compare(
    ledger: Ledger, shows: Iterable[Show], episodes: Iterable[Episode], accepted: frozenset[str] = frozenset()
) -> tuple[Problem, ...]:
    """Return what changed for subscribers, less what is `accepted` as `CODE:KEY` (`guid-changed:2013-11-05-widoobiz`).

    Takes shows and episodes as `settle` returned them.
    """
    shows, episodes = tuple(shows), tuple(episodes)
    found = (*_shows_changed(ledger, shows), *_episodes_changed(ledger, shows, episodes))
    return tuple(problem for key, problem in found if f"{problem.code}:{key}" not in accepted)


def _shows_changed(ledger: Ledger, shows: tuple[Show, ...]) -> Iterator[tuple[str, Problem]]:
    present = {show.key: show for show in shows}
    for key, published in sorted(ledger.shows.items()):
        if key not in present:
            yield key, _show_gone(ledger, key, published)
        elif present[key].guid != published.guid:
            yield key, _show_guid_changed(ledger, present[key], published)


def _episodes_changed(
    ledger: Ledger, shows: tuple[Show, ...], episodes: tuple[Episode, ...]
) -> Iterator[tuple[str, Problem]]:
    known = claims(ledger, episodes)
    for episode in sorted(episodes, key=lambda episode: episode.key):
        if episode.key not in known:
            continue
        _, entry = known[episode.key]
        if episode.guid != entry.guid:
            yield episode.key, _guid_changed(ledger, episode, entry)
        if _to_the_second(episode.pub_date) != _to_the_second(entry.pub_date):
            yield episode.key, _date_changed(ledger, episode, entry)
    still = {(episode.show, known[episode.key][0]) for episode in episodes if episode.key in known}
    for show in sorted({show.key for show in shows} & ledger.shows.keys()):
        for key, entry in sorted(ledger.shows[show].episodes.items()):
            if (show, key) not in still:
                yield key, _episode_gone(ledger, key, entry)


def _guid_changed(ledger: Ledger, episode: Episode, entry: PublishedEpisode) -> Problem:
    index = _bundle(ledger, "episodes", episode.key) / "index.md"
    message = (
        f"The guid of « {episode.title} » is no longer the published one. Subscribers would get "
        f"« {episode.title} » a second time, as a new episode."
    )
    hint = f"Write “guid: {entry.guid}” in it, or take the line “guid” out. {_accept(GUID_CHANGED, episode.key)}"
    return GUID_CHANGED.at(Where(str(index)), message, hint)


def _date_changed(ledger: Ledger, episode: Episode, entry: PublishedEpisode) -> Problem:
    message = (
        f"« {episode.title} » was published with the date {entry.pub_date.isoformat()} and now has "
        f"{episode.pub_date.isoformat()}. In subscribers' apps it would move to another place in the list, and some "
        "would announce it again."
    )
    hint = f"Write “date: {entry.pub_date.isoformat()}” in its index.md. {_accept(DATE_CHANGED, episode.key)}"
    return DATE_CHANGED.at(Where(str(_bundle(ledger, "episodes", episode.key))), message, hint)


def _episode_gone(ledger: Ledger, key: str, entry: PublishedEpisode) -> Problem:
    message = (
        f"The episode “{key}” was published and is no longer in the content. It would disappear from subscribers' "
        "apps, and those who kept it for later could not play it."
    )
    hint = (
        f"Put the folder {_bundle(ledger, 'episodes', key)} back. If the episode has another folder now, with another "
        f"recording, write “guid: {entry.guid}” in its index.md. {_accept(EPISODE_GONE, key)}"
    )
    return EPISODE_GONE.at(Where(ledger.path, entry.line), message, hint)


def _show_guid_changed(ledger: Ledger, show: Show, published: PublishedShow) -> Problem:
    index = _bundle(ledger, "shows", show.key) / "index.md"
    message = (
        f"The guid of the show « {show.title} » is no longer the published one. Apps and directories would take it "
        "for another podcast and could lose its subscribers."
    )
    hint = f"Write “guid: {published.guid}” in it, or take the line “guid” out. {_accept(SHOW_GUID_CHANGED, show.key)}"
    return SHOW_GUID_CHANGED.at(Where(str(index)), message, hint)


def _show_gone(ledger: Ledger, key: str, published: PublishedShow) -> Problem:
    message = (
        f"The show “{key}” was published and is no longer in the content. Its feed {published.feed} would disappear: "
        "subscribers' apps would show an error and get no new episode."
    )
    hint = f"Put the folder {_bundle(ledger, 'shows', key)} back, under this name. {_accept(SHOW_GONE, key)}"
    return SHOW_GONE.at(Where(ledger.path, published.line), message, hint)


def _accept(rule: Rule, key: str) -> str:
    return f"When it is meant: invoke publish --accept {rule.code}:{key}"


def _bundle(ledger: Ledger, kind: str, key: str) -> PurePosixPath:
    return PurePosixPath(ledger.path).parent / kind / key


def _to_the_second(moment: datetime) -> datetime:
    """Return a moment as a feed can say it: RFC 2822 knows no fraction of a second."""
    return moment.replace(microsecond=0)
