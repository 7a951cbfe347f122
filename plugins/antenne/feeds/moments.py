"""Moments as feeds write them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime


def feed_moment(moment: datetime) -> datetime:
    """Return a moment whose zone RFC 2822 can say: in UTC when its offset is not of whole minutes, as before 1911."""
    offset = moment.utcoffset() or timedelta()
    return moment.astimezone(UTC) if offset % timedelta(minutes=1) else moment


def rfc2822(moment: datetime) -> str:
    """Return a moment by RFC 2822, with English names whatever the locale: `Wed, 13 Nov 2013 11:41:00 +0100`."""
    return format_datetime(feed_moment(moment))
