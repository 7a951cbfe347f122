"""Where a published feed is found: a file beside the others of its site, or an address."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote, urlsplit

from msgspec import Struct

from antenne.fetch import FetchRefused, fetch
from antenne.ledger import NoFeed, PublishedFeed, read_published_feed
from antenne.servers import REDIRECTS

MOST_PAGES = 1000
MOST_BYTES = 64 * 1024 * 1024


class Source(Struct, frozen=True, kw_only=True):
    """Where a feed was found, and how to get what stands at other addresses of its site."""

    feed: PublishedFeed
    get: Callable[[str], bytes]
    size: int

    def whole(self) -> PublishedFeed:
        """Return the feed with its archives; raise NoFeed."""
        feed, left, seen = self.feed, MOST_BYTES - self.size, {self.feed.address}
        while feed.onward and feed.onward not in seen:
            seen.add(feed.onward)
            if left < 0 or len(seen) > MOST_PAGES or not _same_host(feed.onward, feed.address):
                raise NoFeed(f"It goes on at {feed.onward}, which is too much or too far to follow.")
            data = self.get(feed.onward)
            left -= len(data)
            feed = feed.with_page(read_published_feed(data, feed.onward))
        return feed

    def redirects(self, site: str) -> str:
        """Return the site's map of redirects, empty when it has none."""
        try:
            return self.get(f"{site}/{REDIRECTS}").decode("ascii", "ignore")
        except NoFeed:
            return ""


def _same_host(one: str, other: str) -> bool:
    return urlsplit(one).netloc == urlsplit(other).netloc


def find_source(folder: Path, name: str) -> Source:
    """Return the source of a name: an http(s) address, or a file as seen from a folder. Raise NoFeed."""
    if urlsplit(name).scheme in ("http", "https"):
        data = _fetched(name)
        return Source(feed=read_published_feed(data, name), get=_fetched, size=len(data))
    path = (folder / Path(name).expanduser()).absolute()
    data = _bytes(path)
    feed = read_published_feed(data)
    return Source(feed=feed, get=_files(feed.address, path), size=len(data))


def _fetched(address: str) -> bytes:
    try:
        answer = fetch(address)
    except FetchRefused as refused:
        raise NoFeed(str(refused)) from None
    if answer.status != 200:
        raise NoFeed(f"Its server answers {answer.status}.")
    return answer.body


def _files(address: str, path: Path) -> Callable[[str], bytes]:
    """Return what reads the files of the site that a feed's file stands in: its address ends as its path does."""
    steps = unquote(urlsplit(address).path).lstrip("/").split("/")
    depth = next((n for n in range(len(steps), 0, -1) if path.parts[-n:] == tuple(steps[-n:])), 1)
    root, base = path.parents[depth - 1].resolve(), address.removesuffix("/".join(steps[-depth:]))

    def get(wanted: str) -> bytes:
        found = (root / unquote(wanted.removeprefix(base))).resolve()
        if not wanted.startswith(base) or not found.is_relative_to(root):
            raise NoFeed(f"{wanted} is not among the files beside it.")
        return _bytes(found)

    return get


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise NoFeed(f"{path.name} cannot be opened: {error.strerror}.") from None
    if len(data) > MOST_BYTES:
        raise NoFeed("It is larger than 64 megabytes.")
    return data
