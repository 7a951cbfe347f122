"""Reads a published feed back, as far as a ledger needs it: what comes from outside is bounded and never obeyed."""

from __future__ import annotations

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urljoin

from lxml import etree
from msgspec import Struct
from msgspec.structs import replace

from antenne.ledger.group import is_text
from antenne.ledger.seen import seen_title

MOST_ITEMS = 100_000
_ATOM = "{http://www.w3.org/2005/Atom}link"
_PODCAST_GUID = "{https://podcastindex.org/namespace/1.0}guid"
_ONWARD = ("next", "prev-archive")


class NoFeed(Exception):
    """A feed that a ledger cannot be made from: the text is one sentence that says why."""


class FeedItem(Struct, frozen=True, kw_only=True):
    """An item as subscribers have it; addresses are complete, `length` is in bytes."""

    guid: str
    title: str
    pub_date: datetime
    enclosure: str
    length: int
    type: str
    page: str


class PublishedFeed(Struct, frozen=True, kw_only=True):
    """A published show: its feed's own address, podcast:guid and title, its items, and the address of its next page.

    An archive holds only older items (RFC 5005). `skipped` counts the items that no ledger can hold: without a guid,
    a date or a recording.
    """

    address: str
    guid: str
    title: str
    items: tuple[FeedItem, ...]
    onward: str = ""
    is_archive: bool = False
    skipped: int = 0

    def with_page(self, page: PublishedFeed) -> PublishedFeed:
        """Return the feed with the items of its next page, those that it has already left out."""
        known = {item.guid for item in self.items}
        more = tuple(item for item in page.items if item.guid not in known)
        return replace(self, items=self.items + more, onward=page.onward, skipped=self.skipped + page.skipped)


def read_published_feed(data: bytes, address: str = "") -> PublishedFeed:
    """Return what an RSS feed says; `address` is where it was found, should it not say so. Raise NoFeed."""
    try:
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
        channel = etree.fromstring(data, parser).find("channel")
    except (etree.XMLSyntaxError, ValueError):
        raise NoFeed("It is not XML that can be read.") from None
    if channel is None:
        raise NoFeed("It is not an RSS feed.")
    links = {link.get("rel", ""): link.get("href", "") for link in reversed(channel.findall(_ATOM))}
    own = urljoin(address, links.get("self", "")) or address
    nodes = channel.findall("item")[:MOST_ITEMS]
    items = {item.guid: item for node in reversed(nodes) if (item := _item(node, own))}
    return PublishedFeed(
        address=own,
        guid=_text(channel, _PODCAST_GUID),
        title=seen_title(_text(channel, "title")),
        items=tuple(reversed(items.values())),
        onward=next((urljoin(own, links[rel]) for rel in _ONWARD if links.get(rel)), ""),
        is_archive=bool(links.get("current")) and urljoin(own, links["current"]) != own,
        skipped=len(nodes) - len(items),
    )


def _item(node: etree._Element, base: str) -> FeedItem | None:
    enclosure = node.find("enclosure")
    guid, moment = _text(node, "guid"), _moment(_text(node, "pubDate"))
    if enclosure is None or moment is None or not is_text(guid):
        return None
    return FeedItem(
        guid=guid,
        title=seen_title(_text(node, "title")),
        pub_date=moment,
        enclosure=urljoin(base, enclosure.get("url", "").strip()),
        length=_number(enclosure.get("length", "")),
        type=enclosure.get("type", "").strip() or "audio/mpeg",
        page=urljoin(base, _text(node, "link")) if _text(node, "link") else "",
    )


def _text(node: etree._Element, name: str) -> str:
    return (node.findtext(name) or "").strip()


def _moment(text: str) -> datetime | None:
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _number(text: str) -> int:
    """Return a length in bytes; an item that says none is taken to have one."""
    return int(text) if text.isascii() and text.isdigit() and 0 < len(text) < 16 and int(text) else 1
