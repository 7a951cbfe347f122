"""What would harm subscribers, in the words of what they would see, with the way back and the way to mean it."""

from __future__ import annotations

from pathlib import PurePosixPath

from msgspec import Struct

from antenne.ledger.entries import Ledger, PublishedEpisode, PublishedShow
from antenne.model import Episode, Show
from antenne.problems import Problem, Rule, Where
from antenne.problems.rules import (
    DATE_CHANGED,
    ENCLOSURE_CHANGED,
    EPISODE_GONE,
    FEED_MOVED,
    GUID_CHANGED,
    GUID_REUSED,
    SHOW_GONE,
    SHOW_GUID_CHANGED,
)


class Harm(Struct, frozen=True):
    """The problems of a content that is compared with a ledger."""

    ledger: Ledger

    def guid_changed(self, episode: Episode, entry: PublishedEpisode) -> Problem:
        """An item that subscribers have gets another guid."""
        message = (
            f"The guid of « {episode.title} » is no longer the published one. Subscribers would get "
            f"« {episode.title} » a second time, as a new episode."
        )
        hint = f"Write “guid: {entry.guid}” in it, or take the line “guid” out. {_accept(GUID_CHANGED, episode.key)}"
        return GUID_CHANGED.at(self._index("episodes", episode.key), message, hint)

    def guid_reused(self, episode: Episode, other: str, entry: PublishedEpisode | None) -> Problem:
        """An item gets the guid by which subscribers know another one."""
        message = (
            f"« {episode.title} » has the guid under which subscribers had “{other}”. Apps would take it for that "
            "episode: those who heard that one would never get this one."
        )
        own = f"Write “guid: {entry.guid}” in it, or take" if entry else "Take"
        hint = f"{own} the line “guid” out. {_accept(GUID_REUSED, episode.key)}"
        return GUID_REUSED.at(self._index("episodes", episode.key), message, hint)

    def date_changed(self, episode: Episode, entry: PublishedEpisode) -> Problem:
        """An item's date moves."""
        message = (
            f"« {episode.title} » was published with the date {entry.pub_date.isoformat()} and now has "
            f"{episode.pub_date.isoformat()}. In subscribers' apps it would move to another place in the list, and "
            "some would announce it again."
        )
        hint = f"Write “date: {entry.pub_date.isoformat()}” in its index.md. {_accept(DATE_CHANGED, episode.key)}"
        return DATE_CHANGED.at(Where(str(self._bundle("episodes", episode.key))), message, hint)

    def enclosure_changed(self, episode: Episode, *, same_address: bool) -> Problem:
        """An item's recording has other bytes at the same address, or the same bytes at another one."""
        message = (
            f"The recording of « {episode.title} » has changed and would stand at the same address as before. Apps "
            "that have a part of it would mix the two, and play noise or stop."
            if same_address
            else f"The recording of « {episode.title} » is the same but would stand at another address. Apps would "
            "download it again for nothing."
        )
        hint = f"Put the published recording back. {_accept(ENCLOSURE_CHANGED, episode.key)}"
        return ENCLOSURE_CHANGED.at(Where(str(self._bundle("episodes", episode.key))), message, hint)

    def episode_gone(self, key: str, entry: PublishedEpisode) -> Problem:
        """An item is no longer in its feed."""
        message = (
            f"The episode “{key}” was published and is no longer in the content. It would disappear from subscribers' "
            "apps, and those who kept it for later could not play it."
        )
        hint = (
            f"Put the folder {self._bundle('episodes', key)} back. If the episode has another folder now, with another "
            f"recording, write “guid: {entry.guid}” in its index.md. {_accept(EPISODE_GONE, key)}"
        )
        return EPISODE_GONE.at(Where(self.ledger.path, entry.line), message, hint)

    def show_guid_changed(self, show: Show, published: PublishedShow) -> Problem:
        """A feed gets another podcast:guid."""
        message = (
            f"The guid of the show « {show.title} » is no longer the published one. Apps and directories would take it "
            "for another podcast and could lose its subscribers."
        )
        back = f"Write “guid: {published.guid}” in it, or take the line “guid” out."
        return SHOW_GUID_CHANGED.at(
            self._index("shows", show.key), message, f"{back} {_accept(SHOW_GUID_CHANGED, show.key)}"
        )

    def show_gone(self, key: str, published: PublishedShow) -> Problem:
        """A feed is no longer there."""
        message = (
            f"The show “{key}” was published and is no longer in the content. Its feed {published.feed} would "
            "disappear: subscribers' apps would show an error and get no new episode."
        )
        hint = f"Put the folder {self._bundle('shows', key)} back, under this name. {_accept(SHOW_GONE, key)}"
        return SHOW_GONE.at(Where(self.ledger.path, published.line), message, hint)

    def feed_moved(self, show: Show, old: str, new: str) -> Problem:
        """A feed gets another address."""
        message = (
            f"The feed of « {show.title} » stood at {old} and would stand at {new}. Apps that follow the old "
            "address must be led to the new one, or their subscribers get no new episode."
        )
        declared = f"“new_feed_url: {new}”" if "://" in new else "its new complete address as “new_feed_url”"
        hint = (
            "Give the folder of the show, “routes” or SITEURL its old name back. When the show really moves, write "
            f"{declared} in it and read docs/guard.md, or: invoke publish --accept {FEED_MOVED.code}:{show.key}"
        )
        return FEED_MOVED.at(self._index("shows", show.key), message, hint)

    def _index(self, kind: str, key: str) -> Where:
        return Where(str(self._bundle(kind, key) / "index.md"))

    def _bundle(self, kind: str, key: str) -> PurePosixPath:
        return PurePosixPath(self.ledger.path).parent / kind / key


def _accept(rule: Rule, key: str) -> str:
    return f"When it is meant: invoke publish --accept {rule.code}:{key}"
