"""What the podcast namespace says of a show or an episode beyond what every feed has, in the namespace's own words."""

from __future__ import annotations

from datetime import datetime

from msgspec import Struct

from antenne.model.audio import AudioFile
from antenne.model.image import Image
from antenne.model.person import Link
from antenne.model.values import LanguageTag


class Location(Struct, frozen=True, kw_only=True):
    """A place: `rel` is subject or creator, `geo` and `osm` as the namespace writes them, `country` two letters."""

    name: str
    rel: str = "subject"
    geo: str = ""
    osm: str = ""
    country: str = ""


class Soundbite(Struct, frozen=True, kw_only=True):
    """A passage worth hearing first: `start` and `duration` in seconds."""

    start: float
    duration: float
    title: str = ""


class RemoteItem(Struct, frozen=True, kw_only=True):
    """Another feed, or an item of it, by its podcast:guid."""

    feed_guid: str
    feed_url: str = ""
    item_guid: str = ""
    medium: str = ""
    title: str = ""


class ValueRecipient(Struct, frozen=True, kw_only=True):
    """Who is paid: `split` is a number of shares, or percent for a `fee`."""

    type: str
    address: str
    split: int
    name: str = ""
    custom_key: str = ""
    custom_value: str = ""
    fee: bool = False


class ValueTimeSplit(Struct, frozen=True, kw_only=True):
    """A time, in seconds, during which others are paid: `recipients`, or those of a remote item."""

    start: float
    duration: float
    recipients: tuple[ValueRecipient, ...] = ()
    remote: RemoteItem | None = None
    remote_start: float | None = None
    remote_percentage: int | None = None


class Value(Struct, frozen=True, kw_only=True):
    """How listeners can pay: `suggested` is an amount in the currency, as it was written."""

    type: str
    method: str
    recipients: tuple[ValueRecipient, ...]
    suggested: str = ""
    time_splits: tuple[ValueTimeSplit, ...] = ()


class SocialInteract(Struct, frozen=True, kw_only=True):
    """The post whose answers are the comments; `protocol` disabled asks that none be shown."""

    protocol: str
    uri: str = ""
    account_id: str = ""
    account_url: str = ""
    priority: int | None = None


class Chat(Struct, frozen=True, kw_only=True):
    """Where listeners talk."""

    server: str
    protocol: str
    account_id: str = ""
    space: str = ""


class Txt(Struct, frozen=True, kw_only=True):
    """A text for a service, as a TXT record of the domain name system holds one."""

    text: str
    purpose: str = ""


class UpdateFrequency(Struct, frozen=True, kw_only=True):
    """How often episodes come: words, and a rule of RFC 5545 from `start` on."""

    text: str
    rrule: str = ""
    start: datetime | None = None
    complete: bool = False


class Alternate(Struct, frozen=True, kw_only=True):
    """The same recording in another file: another codec, bit rate or language."""

    audio: AudioFile
    title: str = ""
    language: LanguageTag | None = None
    rel: str = ""


class FeedImage(Struct, frozen=True, kw_only=True):
    """A picture beside the artwork, with what it is meant for: `social`, `banner`, `canvas`…"""

    image: Image
    purpose: str = ""


class LiveItem(Struct, frozen=True, kw_only=True):
    """A live stream: `key` makes its guid, which is kept while it is the same stream; `status` is as the author says.

    `links` lead to where it can be followed without the app.
    """

    key: str
    title: str
    start: datetime
    end: datetime | None
    status: str
    url: str
    media_type: str
    links: tuple[Link, ...]
    summary: str = ""
