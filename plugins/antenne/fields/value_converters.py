"""Converters of the values that have rules of their own: ISBN, dates, languages, addresses, names of files."""

from __future__ import annotations

import re
from datetime import date, datetime
from urllib.parse import urlsplit
from uuid import UUID

from antenne.fields.text_converters import OneText, Unfit
from antenne.model import FIRST_YEAR, LAST_YEAR, Isbn13, LanguageTag, PartialDate, can_go_out, is_slug
from antenne.problems import rules

isbn = OneText(
    "an ISBN of 13 or 10 digits",
    Isbn13.parse,
    rules.BAD_ISBN,
    "Compare each digit with the book's imprint; hyphens and spaces do not matter.",
)

language = OneText(
    "a language such as `fr` or `fr-CA`", LanguageTag.parse, rules.BAD_LANGUAGE, "Write fr for French, en for English."
)


def _partial_date(typed: str) -> PartialDate:
    try:
        return PartialDate.parse(typed)
    except ValueError as error:
        raise _unfit_date(typed) from error


partial_date = OneText(
    "a year, a month or a day: 2013, 2013-11 or 2013-11-05",
    _partial_date,
    rules.BAD_DATE,
    "Write the year, or the year and month, or the whole date: 2013, 2013-11, 2013-11-05.",
)


def _moment(typed: str) -> date:
    given = _calendar_moment(typed)
    if not can_go_out(given):
        reason = f"the year {given.year:04d} can hardly be meant"
        raise Unfit(reason, f"Look at the year again: it is one from {FIRST_YEAR} to {LAST_YEAR}.")
    return given


def _calendar_moment(typed: str) -> date:
    try:
        if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", typed):
            return date.fromisoformat(typed)
        shape = r"([0-9]{4}-[0-9]{2}-[0-9]{2})[T ]+([0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?)\s?(Z|[+-][0-9]{2}:?[0-9]{2})?"
        found = re.fullmatch(shape, typed)
        if not found:
            raise Unfit("it is not written like a date")
        day, hour, zone = found.groups()
        return datetime.fromisoformat(f"{day}T{hour.zfill(5) if len(hour) < 6 else hour.zfill(8)}{zone or ''}")
    except ValueError as error:
        raise _unfit_date(typed) from error


moment = OneText(
    "a date: 2013-11-05, 2013-11-05 11:41 (in the site's time zone) or 2013-11-05T11:41:00+01:00",
    _moment,
    rules.BAD_DATE,
    "Write the year first: 2013-11-05, or with an hour 2013-11-05 11:41.",
)


def _unfit_date(typed: str) -> Unfit:
    """Say what is wrong with a date; one written day first is turned round."""
    turned = re.fullmatch(r"([0-9]{1,2})[./-]([0-9]{1,2})[./-]([0-9]{4})(.*)", typed)
    if turned:
        day, month, year, rest = turned.groups()
        return Unfit("the year comes first", f"Write {year}-{month:0>2}-{day:0>2}{rest}.")
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}(-[0-9]{2}.*)?", typed):
        return Unfit("there is no such month, day or hour", "Look it up in a calendar and write it like 2013-11-05.")
    return Unfit("it is not written like a date")


def _address(typed: str) -> str:
    if re.match(r"[a-z0-9-]+(\.[a-z0-9-]+)+(/|$)", typed):
        raise Unfit("it is not complete", f"Write `https://{typed}`.")
    try:
        parts = urlsplit(typed)
        good = parts.scheme.lower() in ("http", "https") and bool(parts.hostname) and (parts.port or 1) > 0
    except ValueError:
        good = False
    if not good or len(typed) > 2000 or re.search(r"[\s\x00-\x1f\x7f<>\"\\^`{}|]", typed):
        raise Unfit("it is not the complete address of a page")
    return typed


address = OneText(
    "an address that begins with https:// or http://",
    _address,
    rules.BAD_ADDRESS,
    "Copy the whole address from the browser, from https:// to its end, without spaces.",
)


def _email(typed: str) -> str:
    if len(typed) > 254 or not re.fullmatch(r"[^\s@<>\"(),:;]+@[^\s@<>\"(),:;]+\.[^\s@<>\"(),:;.]+", typed):
        raise Unfit("it is not an e-mail address")
    return typed


email = OneText(
    "an e-mail address", _email, rules.BAD_ADDRESS, "Write it like nom@exemple.fr, without a name before it."
)


def _slug(typed: str) -> str:
    if not is_slug(typed):
        raise Unfit("it cannot stand in an address")
    return typed


slug = OneText(
    "a slug such as `mon-livre`",
    _slug,
    rules.BAD_SLUG,
    "Write lower-case letters without accents, digits and single hyphens, like mon-livre.",
)


def _file_name(typed: str) -> str:
    if len(typed.encode()) > 255 or typed.startswith(".") or re.search(r"[/\\\x00-\x1f]", typed):
        raise Unfit("it is not the name of a file in the same folder")
    return typed


file_name = OneText(
    "the name of a file in the same folder",
    _file_name,
    rules.MISSING_FILE,
    "Put the file beside this one, and write its name alone, without a folder.",
)


def _uuid(typed: str) -> str:
    try:
        return str(UUID(re.sub(r"[^0-9a-fA-F-]", "x", typed)))
    except ValueError as error:
        raise Unfit("it is not a UUID") from error


uuid = OneText(
    "a UUID", _uuid, hint="Copy the podcast:guid from the old feed, like 9b024349-ccf0-5f69-a609-6b82873eab3c."
)


def _seconds(typed: str) -> float:
    found = re.fullmatch(r"(?:(?:([0-9]{1,3}):)?([0-9]{1,3}):)?([0-9]{1,6}(?:\.[0-9]{1,6})?)", typed)
    if not found:
        raise Unfit("it is not a time")
    hours, minutes, seconds = found.groups()
    if (minutes and float(seconds) >= 60) or (hours and int(minutes) >= 60):
        raise Unfit("minutes and seconds go up to 59")
    # Without rounding, 2:40.681 would be 160.68099999999998.
    return round(int(hours or 0) * 3600 + int(minutes or 0) * 60 + float(seconds), 6)


seconds = OneText(
    "a time such as 12:30 or 1:02:30", _seconds, hint="Write minutes and seconds, 12:30, or with hours, 1:02:30."
)
