"""podcast:value: who is paid while people listen, and for which part."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxml import etree

from antenne.feeds.tags import tag
from antenne.model import RemoteItem, Value, ValueRecipient, ValueTimeSplit


def value_elements(values: Iterable[Value]) -> Iterator[etree._Element]:
    """Give one podcast:value per way to pay."""
    for value in values:
        inside = (*map(_recipient, value.recipients), *map(_split, value.time_splits))
        yield tag("podcast:value", "", *inside, type=value.type, method=value.method, suggested=value.suggested)


def remote_element(item: RemoteItem) -> etree._Element:
    """Return a podcast:remoteItem."""
    return tag(
        "podcast:remoteItem",
        feedGuid=item.feed_guid,
        feedUrl=item.feed_url,
        itemGuid=item.item_guid,
        medium=item.medium,
        title=item.title,
    )


def number(value: float) -> str:
    """Return a number of seconds as short as it can be written: `73`, `42.25`."""
    return f"{value:.3f}".rstrip("0").rstrip(".")


def _recipient(one: ValueRecipient) -> etree._Element:
    return tag(
        "podcast:valueRecipient",
        name=one.name,
        customKey=one.custom_key,
        customValue=one.custom_value,
        type=one.type,
        address=one.address,
        split=str(one.split),
        fee="true" if one.fee else "",
    )


def _split(one: ValueTimeSplit) -> etree._Element:
    inside = [remote_element(one.remote)] if one.remote else [_recipient(who) for who in one.recipients]
    return tag(
        "podcast:valueTimeSplit",
        "",
        *inside,
        startTime=number(one.start),
        duration=number(one.duration),
        remoteStartTime="" if one.remote_start is None else number(one.remote_start),
        remotePercentage="" if one.remote_percentage is None else str(one.remote_percentage),
    )
