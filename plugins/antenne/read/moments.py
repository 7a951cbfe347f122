"""Dates as they are given, and the moments that they are in the site's time zone."""

from __future__ import annotations

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from antenne.model import PartialDate


def moment_in(zone: ZoneInfo, given: date) -> datetime:
    """Return the moment of a date: midnight for a day, the zone's time for an hour without zone."""
    if not isinstance(given, datetime):
        given = datetime.combine(given, time())
    return given.replace(tzinfo=zone) if given.tzinfo is None else given.astimezone(zone)


def tagged_day(given: PartialDate | datetime | None) -> date | None:
    """Return the date of a recording's tags where it is known to the day: a year alone is no date to publish at."""
    if not isinstance(given, PartialDate):
        return given
    return date(given.year, given.month, given.day) if given.month and given.day else None
