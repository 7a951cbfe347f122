"""What was published: every item of every feed, as subscribers' apps know it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from antenne.model import Episode, Show

SHORTEST_DIGEST = 12
"""The hex digits of a recording's digest that stand in its address."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedEpisode:
    """An item that subscribers have: `pub_date` has a zone, `enclosure` and `page` are paths, `length` is in bytes.

    `digest` is the SHA-256 of the recording in hex, or its beginning, or empty where only a feed told of it. `title`,
    `notes` and `extras` are as `seen` makes them, empty where they are not known. `former` are the paths at which the
    page once stood, `line` is where the entry stands in the ledger's file.
    """

    guid: str
    pub_date: datetime
    enclosure: str
    length: int
    type: str
    digest: str
    title: str = ""
    notes: str = ""
    extras: str = ""
    page: str = ""
    former: tuple[str, ...] = ()
    line: int = field(default=0, compare=False)

    def plays(self, digest: str) -> bool:
        """Say whether the recording of a digest is the published one, as far as that is known."""
        return bool(self.digest) and digest.startswith(self.digest)


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedShow:
    """A feed that subscribers follow: its podcast:guid, its path, its episodes by key; `former` are its old paths."""

    guid: str
    feed: str
    title: str = ""
    notes: str = ""
    extras: str = ""
    former: tuple[str, ...] = ()
    episodes: Mapping[str, PublishedEpisode] = field(default_factory=dict)
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawn:
    """An item that was taken out of its feed: its guid stays taken, since apps remember it."""

    show: str
    key: str
    pub_date: datetime
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """All published shows by key and withdrawn items by guid; `path` is the ledger's file, relative to the project.

    `site` is the public address under which they were published, `former` are the addresses before it. `views` are the
    podcast:guids of the feeds that are no show's own (of a book, of a person, of everything), by path.
    """

    shows: Mapping[str, PublishedShow] = field(default_factory=dict)
    withdrawn: Mapping[str, Withdrawn] = field(default_factory=dict)
    site: str = ""
    former: tuple[str, ...] = ()
    views: Mapping[str, str] = field(default_factory=dict)
    path: str = field(default="content/published.json", compare=False)

    def show(self, key: str) -> PublishedShow:
        """Return the published show of a key, or an empty one when it never was published."""
        return self.shows.get(key) or PublishedShow(guid="", feed="")


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """Where a build puts things: the path of a show's feed and of an episode's page.

    `site` is the site's public address, empty for a build that is not for the public and so compares none.
    """

    feed: Callable[[Show], str]
    page: Callable[[Episode], str]
    site: str = ""
