"""Which recording a requested path is, and of which episode: as it stands, stood, or would stand elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, date
from pathlib import PurePosixPath
from urllib.parse import unquote_to_bytes

from msgspec import Struct
from msgspec.structs import replace

from antenne.ledger import Ledger
from antenne.model import AudioFile, Catalog, Episode, VideoFile
from antenne.routes import Routes
from antenne.stats.memo import Memo
from antenne.stats.minute import ASSUMED, minute_of

_DIGITS = 12
"""The hex digits of a recording's digest that stand in its name, as routes write it."""
_DIGEST = re.compile(rf"(.+)\.([0-9a-f]{{{_DIGITS}}})(\.[a-z0-9]{{1,5}})")
_LONGEST = 2048
"""Bytes of the longest path that is looked at."""


class Title(Struct, frozen=True, kw_only=True):
    """An episode that is counted: its guid, the bundle's name, its title and the UTC day of its publication.

    `gone` says that it was withdrawn, or is not in the content any more.
    """

    guid: str
    key: str
    title: str
    published: date | None
    gone: bool = False


class Recording(Struct, frozen=True):
    """A file of an episode: its place among the recordings, and its episode's among the titles.

    `minute` and `length` are in bytes; `length` is 0 where it is not known.
    """

    number: int
    title: int
    minute: int
    length: int


class Recordings:
    """All recordings that a site has or had, found by the path of a request.

    The name of a published recording holds its bundle's name and its digest: it is found wherever it stands, on the
    site's host or another, now or formerly, and an earlier recording of an episode counts under the episode's guid.
    """

    def __init__(self, titles: Iterable[Title]) -> None:
        self.titles = tuple(titles)
        # Of two with a name, a withdrawn one and one that took its name, the one that is there comes first.
        self._keys = {title.key: number for number, title in reversed(list(enumerate(self.titles)))}
        self._guids = {title.guid: number for number, title in enumerate(self.titles)}
        self._paths: dict[str, list[tuple[str, Recording]]] = {}
        self._digests: dict[str, Recording] = {}
        self._current: dict[int, Recording] = {}
        self._earlier: dict[int, Recording] = {}
        self.known: Memo[Recording | None] = Memo(self._found)
        """The recording that a requested path names, None for anything else."""
        self._number = 0

    def add(self, guid: str, path: str, *, minute: int, length: int, digest: str = "") -> None:
        """Add a recording of an episode, by its path where it has one; the first of an episode is its own.

        `minute` is what a minute of it is where that is known, 0 where an episode's own recording tells it better.
        """
        title = self._guids[guid]
        made = self._made(title, minute or self._likely(title, length), length)
        self._current.setdefault(title, made)
        if path:
            self._paths.setdefault(PurePosixPath(path).name, []).append((f"/{path}", made))
        if len(digest) >= _DIGITS:
            self._digests.setdefault(digest[:_DIGITS], made)

    def chosen(self, name: str) -> int | None:
        """Return the place of the title that an author means by a guid, a bundle's name or a part of one."""
        exact = self._guids.get(name, self._keys.get(name))
        if exact is not None:
            return exact
        found = [number for number, title in enumerate(self.titles) if name and name in title.key]
        return found[0] if len(found) == 1 else None

    def _found(self, path: bytes) -> Recording | None:
        if len(path) > _LONGEST:
            return None
        asked = unquote_to_bytes(path).decode("utf-8", "replace")
        name = asked.rpartition("/")[2]
        exact = next((made for where, made in self._paths.get(name, ()) if f"/{asked}".endswith(where)), None)
        digest = _DIGEST.fullmatch(name)
        if exact or not digest:
            return exact
        if digest[2] in self._digests:
            return self._digests[digest[2]]
        # Under the same bundle's name stood an earlier recording of the same episode.
        title = self._keys.get(digest[1])
        if title is None:
            return None
        if title not in self._earlier:
            self._earlier[title] = self._made(title, self._likely(title, 0), 0)
        return self._earlier[title]

    def _likely(self, title: int, length: int) -> int:
        """Return what a minute of another recording of an episode is, most likely."""
        current = self._current.get(title)
        minute = current.minute if current else ASSUMED
        return min(minute, length) if length else minute

    def _made(self, title: int, minute: int, length: int) -> Recording:
        self._number += 1
        return Recording(self._number, title, minute, length)


def recordings_of(catalog: Catalog | None, ledger: Ledger, routes: Routes) -> Recordings:
    """Return all recordings of a site's content and of what subscribers had; without content, of the latter alone."""
    episodes = catalog.episodes if catalog else ()
    there = {episode.guid for episode in episodes}
    titles = [*(_title(episode) for episode in episodes), *(t for t in _former(ledger) if t.guid not in there)]
    found = Recordings(replace(title, gone=title.gone and catalog is not None) for title in titles)
    for episode in episodes:
        for path, file in _files(episode, routes):
            found.add(episode.guid, path, minute=minute_of(file), length=file.length, digest=file.digest)
    for show in ledger.shows.values():
        for item in show.episodes.values():
            found.add(item.guid, item.enclosure, minute=0, length=item.length, digest=item.digest)
    published = {title.guid for title in titles}
    for guid, gone in ledger.withdrawn.items():
        if guid in published:
            found.add(guid, "", minute=0, length=0, digest=gone.digest)
    return found


def _title(episode: Episode) -> Title:
    published = episode.pub_date.astimezone(UTC).date()
    return Title(guid=episode.guid, key=episode.key, title=episode.title, published=published)


def _former(ledger: Ledger) -> Iterator[Title]:
    published = {item.guid for show in ledger.shows.values() for item in show.episodes.values()}
    for show in ledger.shows.values():
        for key, item in show.episodes.items():
            day = item.pub_date.astimezone(UTC).date()
            yield Title(guid=item.guid, key=key, title=item.title or key, published=day, gone=True)
    for guid, gone in ledger.withdrawn.items():
        if guid not in published:
            day = gone.pub_date.astimezone(UTC).date()
            yield Title(guid=guid, key=gone.key, title=gone.key, published=day, gone=True)


def _files(episode: Episode, routes: Routes) -> Iterator[tuple[str, AudioFile | VideoFile]]:
    yield episode.enclosure_path, episode.audio
    for one in episode.alternates:
        yield routes.enclosure(episode.key, one.audio.digest, one.audio.type.extension), one.audio
    for video in episode.videos:
        if video.file:
            yield routes.video(episode, video.file), video.file
