"""The groups of keys behind payments, and behind links to other feeds."""

from __future__ import annotations

from dataclasses import dataclass

from antenne.fields import ListOf, address, boolean, choice, integer, key, seconds, text, uuid
from antenne.model import RemoteItem, Value, ValueRecipient, ValueTimeSplit
from antenne.read.made import Made
from antenne.read.tag_values import MEDIA, amount


@dataclass(frozen=True, slots=True, kw_only=True)
class RecipientKeys:
    """Who is paid."""

    type: str = key(text(40), doc="`node` or `lnaddress` on Lightning.")
    address: str = key(text(500), doc="Where payments go.")
    split: int = key(integer(0), doc="Shares, or percent for a fee.")
    name: str = key(text(128), "", doc="Who it is.")
    custom_key: str = key(text(100), "", doc="A record sent along, and its value.")
    custom_value: str = key(text(500), "")
    fee: bool = key(boolean, False, doc="Whether it is taken off the top.")


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoteKeys:
    """Another feed, or an item of it."""

    feed_guid: str = key(uuid, doc="Its podcast:guid.")
    feed_url: str = key(address, "", doc="Its address, for apps that do not know the guid.")
    item_guid: str = key(text(), "", doc="The guid of one of its items.")
    medium: str = key(choice(*MEDIA, "publisher"), "", doc="What it is, where it is no podcast.")
    title: str = key(text(), "", doc="Its title.")


@dataclass(frozen=True, slots=True, kw_only=True)
class SplitKeys:
    """A time during which others are paid."""

    start: float = key(seconds, doc="When it begins.")
    duration: float = key(seconds, doc="How long it lasts.")
    recipients: tuple[ValueRecipient, ...] = key(
        ListOf(Made(RecipientKeys, ValueRecipient)), (), doc="Who is paid, or:"
    )
    remote: RemoteItem | None = key(Made(RemoteKeys, RemoteItem), None, doc="The item whose recipients are paid.")
    remote_start: float | None = key(seconds, None, doc="Where it begins in that item.")
    remote_percentage: int | None = key(integer(0, 100), None, doc="What they get of it.")


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueKeys:
    """How listeners can pay while they listen."""

    type: str = key(text(40), doc="`lightning`…")
    method: str = key(text(40), doc="`keysend`, `lnaddress`…")
    recipients: tuple[ValueRecipient, ...] = key(ListOf(Made(RecipientKeys, ValueRecipient)), doc="Who is paid.")
    suggested: str = key(amount, "", doc="Per minute.")
    time_splits: tuple[ValueTimeSplit, ...] = key(
        ListOf(Made(SplitKeys, ValueTimeSplit)), (), doc="Times at which others are paid; in an episode."
    )


VALUES = ListOf(Made(ValueKeys, Value))
REMOTE = Made(RemoteKeys, RemoteItem)
