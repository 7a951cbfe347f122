"""Makes a lost ledger anew from a published feed: which item is which episode of the content."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from itertools import takewhile
from urllib.parse import unquote, urlsplit

from msgspec import Struct

from antenne.ledger.entries import Ledger, Places, PublishedEpisode, PublishedShow
from antenne.ledger.group import is_address, is_page, is_path, is_text
from antenne.ledger.matching import matched, name_of
from antenne.ledger.published_feed import FeedItem, NoFeed, PublishedFeed
from antenne.ledger.redirects import read_redirects
from antenne.model import Episode, Show, is_slug, without_prefix
from antenne.text import slugify


class Recovered(Struct, frozen=True, kw_only=True):
    """A published show under its key, the site's address and those before it, and the items that no bundle is."""

    key: str
    show: PublishedShow
    site: str
    missing: tuple[str, ...]
    former: tuple[str, ...] = ()

    def merged(self, ledger: Ledger) -> Ledger:
        """Return a ledger that has this show as it was recovered, and all else as before."""
        before = ledger.show(self.key)
        known = {entry.guid: entry for entry in before.episodes.values()}
        episodes = {key: _richer(entry, known.get(entry.guid)) for key, entry in self.show.episodes.items()}
        left = {*self.show.former, *before.former} - {self.show.feed}
        show = replace(self.show, former=tuple(sorted(left)), episodes=episodes)
        former = {*ledger.former, *self.former, ledger.site if self.site else ""} - {self.site, ""}
        withdrawn = {guid: item for guid, item in ledger.withdrawn.items() if guid not in self.guids}
        return replace(
            ledger,
            shows={**ledger.shows, self.key: show},
            site=self.site or ledger.site,
            former=tuple(sorted(former)),
            withdrawn=withdrawn,
        )

    def forgotten(self, ledger: Ledger) -> tuple[str, ...]:
        """Return the keys of the episodes that a ledger knows and the feed does not."""
        return tuple(sorted(k for k, e in ledger.show(self.key).episodes.items() if e.guid not in self.guids))

    @property
    def guids(self) -> frozenset[str]:
        """The guids that subscribers have."""
        return frozenset(entry.guid for entry in self.show.episodes.values())


def _richer(entry: PublishedEpisode, old: PublishedEpisode | None) -> PublishedEpisode:
    """Return the entry of an old ledger where it tells of the same item, for it knows more than a feed does."""
    if old is None:
        return entry
    same = (old.enclosure, old.pub_date, old.title) == (entry.enclosure, entry.pub_date, entry.title)
    return old if same else replace(entry, former=tuple(sorted({*entry.former, *old.former} - {entry.page})))


def recover(
    feed: PublishedFeed,
    shows: Iterable[Show],
    episodes: Iterable[Episode],
    places: Places,
    redirects: Callable[[str], str] = lambda site: "",
) -> Recovered:
    """Return what a published feed says of a show; raise NoFeed when no show of the content can be its own.

    `redirects` gives the map of redirects of the site at an address: it tells of the addresses that were left.
    """
    show = _show(feed, tuple(shows), places)
    base = _base(feed, places.feed(show))
    own = sorted((e for e in episodes if e.show == show.key), key=lambda episode: episode.key)
    guid = feed.guid if is_text(feed.guid) else show.guid
    found = matched(feed.items, own, guid, places)
    left = read_redirects(redirects(base.rstrip("/")), base.rstrip("/")) if base else {}
    path = _path(feed.address, base) or places.feed(show)
    entries: dict[str, PublishedEpisode] = {}
    for item in feed.items:
        episode = found.get(item.guid)
        key = episode.key if episode else _key(item, entries.keys() | {e.key for e in own})
        entries[key] = _entry(item, episode, base, key, left)
    site = base.rstrip("/")
    return Recovered(
        key=show.key,
        show=PublishedShow(
            guid=guid,
            feed=path,
            title=feed.title,
            former=left.get(path, ()),
            episodes=dict(sorted(entries.items())),
        ),
        site=site if is_address(site) else "",
        missing=tuple(sorted(entries.keys() - {episode.key for episode in found.values()})),
        former=left.get("", ()),
    )


def _show(feed: PublishedFeed, shows: tuple[Show, ...], places: Places) -> Show:
    path = urlsplit(feed.address).path
    name = path.rsplit("/", 1)[-1].removesuffix(".xml")
    ways: tuple[Callable[[Show], bool], ...] = (
        lambda show: path.endswith(f"/{places.feed(show)}"),
        lambda show: bool(feed.guid) and show.guid == feed.guid,
        lambda show: show.key == name,
        lambda show: len(shows) == 1,
    )
    for same in ways:
        if found := next((show for show in shows if same(show)), None):
            return found
    raise NoFeed(
        f"No show of the content can be « {feed.title} »: none has its podcast:guid or the name “{name[:60]}”."
    )


def _base(feed: PublishedFeed, path: str) -> str:
    """Return the address of the site, with its last slash: what the feed's and its recordings' have in common."""
    if feed.address.endswith(f"/{path}"):
        return feed.address.removesuffix(path)
    addresses = [feed.address, *(item.enclosure for item in feed.items)]
    steps = zip(*(address.split("/")[:-1] for address in addresses), strict=False)
    common = takewhile(lambda step: len(set(step)) == 1, steps)
    return "".join(f"{step[0]}/" for step in common)


def _key(item: FeedItem, taken: Iterable[str]) -> str:
    """Return the name that an item's bundle had, or one like it that nobody bears."""
    steps = urlsplit(item.page).path.strip("/").split("/")
    dated = f"{item.pub_date.date().isoformat()}-{slugify(steps[-1] or item.title)[:60].strip('-')}".strip("-")
    name = name_of(item)[0] if is_slug(name_of(item)[0]) else dated
    number, key = 2, name
    while key in taken:
        number, key = number + 1, f"{name}-{number}"
    return key


def _entry(
    item: FeedItem, episode: Episode | None, base: str, key: str, left: Mapping[str, tuple[str, ...]]
) -> PublishedEpisode:
    _, digest = name_of(item)
    page = _path(item.page, base, is_page)
    enclosure = without_prefix(item.enclosure, base)
    elsewhere = unquote(urlsplit(enclosure).path).lstrip("/")
    return PublishedEpisode(
        guid=item.guid,
        pub_date=item.pub_date,
        enclosure=_path(enclosure, base) or (elsewhere if is_path(elsewhere) else key),
        length=item.length,
        type=item.type if is_text(item.type) else "audio/mpeg",
        digest=episode.audio.digest if episode and digest and episode.audio.digest.startswith(digest) else digest,
        title=item.title,
        page=page,
        former=left.get(page, ()) if page else (),
    )


def _path(address: str, base: str, good: Callable[[str], bool] = is_path) -> str:
    path = unquote(address.removeprefix(base)) if base and address.startswith(base) else ""
    return path if good(path) else ""
