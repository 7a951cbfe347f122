"""What was published: every item of every feed, as subscribers' apps know it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedEpisode:
    """An item that subscribers have: `pub_date` has a zone, `enclosure` is a path, `length` is in bytes.

    `digest` is the SHA-256 of the recording in hex, `line` where the entry stands in the ledger's file.
    """

    guid: str
    pub_date: datetime
    enclosure: str
    length: int
    type: str
    digest: str
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedShow:
    """A feed that subscribers follow: its podcast:guid, its path, its episodes by key."""

    guid: str
    feed: str
    episodes: Mapping[str, PublishedEpisode] = field(default_factory=dict)
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """All published shows by key; `path` is the ledger's file, relative to the project."""

    shows: Mapping[str, PublishedShow] = field(default_factory=dict)
    path: str = field(default="content/published.json", compare=False)

    def show(self, key: str) -> PublishedShow:
        """Return the published show of a key, or an empty one when it never was published."""
        return self.shows.get(key) or PublishedShow(guid="", feed="")
