"""Names of folders and files, which become addresses: a slug, with the date before it where the kind has one."""

from __future__ import annotations

import re
from datetime import date

from msgspec import Struct

from antenne.model import FIRST_YEAR, LAST_YEAR, can_go_out, is_slug
from antenne.problems import Problem, Where, rules
from antenne.read.desk import Desk
from antenne.text import slugify

_DATED = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:[-_ ]+(.*))?")


class Name(Struct, frozen=True, kw_only=True):
    """What a name says: `slug` is the part after the date."""

    key: str
    slug: str
    date: date | None = None


def read_name(name: str, where: Where, desk: Desk, *, dated: bool = False) -> Name:
    """Return what a name says; one that cannot stand in an address is told, and goes on as it should be."""
    match = _DATED.fullmatch(name) if dated else None
    day, rest = (match[1], match[2] or "") if match else ("", name)
    slug = rest if is_slug(rest) else slugify(rest)
    fit = f"{day}-{slug}" if day else slug
    if fit != name or not slug:
        desk.problems.add(_misfit(name, fit if slug else "", day, where))
    return Name(key=fit, slug=slug or "sans-nom", date=_day(day, where, desk) if day else None)


def _misfit(name: str, fit: str, day: str, where: Where) -> Problem:
    if not fit:
        message = f"“{name}” has no letters or digits to make an address of" + (" beside its date." if day else ".")
        return rules.BAD_SLUG.at(where, message, "Give it a name of a few words, such as entretien-avec-ada.")
    message = f"“{name}” cannot stand in an address: a name has lower-case letters without accents, digits and hyphens."
    extension = ".md" if where.path.endswith(".md") else ""
    return rules.BAD_SLUG.at(where, message, f"Rename it to {fit}{extension}.")


def _day(day: str, where: Where, desk: Desk) -> date | None:
    try:
        found = date.fromisoformat(day)
    except ValueError:
        message = f"The name begins with {day}, and there is no such day."
        desk.tell(rules.BAD_DATE, where, message, "Begin it with the year, the month and the day: 2013-11-05.")
        return None
    if not can_go_out(found):
        message = f"The name begins with {day}, and nothing goes out in that year."
        desk.tell(rules.BAD_DATE, where, message, f"Begin it with a year from {FIRST_YEAR} to {LAST_YEAR}.")
        return None
    return found
