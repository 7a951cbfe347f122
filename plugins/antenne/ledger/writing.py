"""Writes down what subscribers have after a publication."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

from antenne.ledger.claims import claims
from antenne.ledger.entries import Ledger, PublishedEpisode, PublishedShow
from antenne.model import Episode, Show


def record(
    ledger: Ledger, shows: Iterable[Show], episodes: Iterable[Episode], feed_path: Callable[[Show], str]
) -> Ledger:
    """Return the ledger after the publication of settled shows and episodes; what is gone is forgotten."""
    episodes = tuple(episodes)
    known = {key: entry for key, (_, entry) in claims(ledger, episodes).items()}
    return Ledger(
        path=ledger.path,
        shows={
            show.key: PublishedShow(
                guid=show.guid,
                feed=feed_path(show),
                episodes={e.key: _entry(e, known.get(e.key)) for e in episodes if e.show == show.key},
            )
            for show in shows
        },
    )


def _entry(episode: Episode, before: PublishedEpisode | None) -> PublishedEpisode:
    # The same moment in another zone stays as it was written: the file changes only when something did.
    same_moment = before is not None and before.pub_date == episode.pub_date
    return PublishedEpisode(
        guid=episode.guid,
        pub_date=before.pub_date if before is not None and same_moment else episode.pub_date,
        enclosure=episode.enclosure_path,
        length=episode.audio.length,
        type=episode.audio.type.mime,
        digest=episode.audio.digest,
    )


def write_ledger(path: Path, ledger: Ledger) -> bool:
    """Write the ledger whole or not at all, and say whether its bytes changed; raises OSError."""
    data = _bytes(ledger)
    if path.is_file() and path.read_bytes() == data:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=".published-", suffix=".tmp", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            os.fchmod(file.fileno(), 0o644)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    _sync(path.parent)
    return True


def _sync(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _bytes(ledger: Ledger) -> bytes:
    document = {"version": 1, "shows": {key: _plain_show(show) for key, show in ledger.shows.items()}}
    return (json.dumps(document, ensure_ascii=False, indent=2, sort_keys=True) + "\n").encode("utf-8")


def _plain_show(show: PublishedShow) -> dict[str, object]:
    return {"guid": show.guid, "feed": show.feed, "episodes": {k: _plain(e) for k, e in show.episodes.items()}}


def _plain(entry: PublishedEpisode) -> dict[str, object]:
    values = {name: value for name, value in asdict(entry).items() if name != "line"}
    return {name: value.isoformat() if isinstance(value, datetime) else value for name, value in values.items()}
