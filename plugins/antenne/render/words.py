"""Dates, times, durations and sizes in the site's language, by Babel and never by the machine's locale."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from zoneinfo import ZoneInfo

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton, format_time
from babel.lists import format_list
from babel.numbers import format_currency, format_decimal
from babel.units import format_unit
from markupsafe import Markup
from msgspec import Struct

from antenne.markup import iso_duration
from antenne.model import Isbn13, LanguageTag, PartialDate
from antenne.text import hyphenated, reading_minutes

When = PartialDate | datetime
_MARK = "\N{OBJECT REPLACEMENT CHARACTER}"
_UNITS = ((1_000_000, "digital-megabyte"), (1_000, "digital-kilobyte"))


class Words(Struct, frozen=True):
    """The way a language writes numbers and time; moments are shown in `timezone`."""

    language: LanguageTag
    timezone: ZoneInfo

    @property
    def locale(self) -> Locale:
        """The language as Babel knows it."""
        return _locale(str(self.language))

    def date(self, when: When) -> str:
        """Return a date as precisely as it is known: `13 novembre 2013`, `novembre 2013`, `2013`."""
        known = self._partial(when)
        if known.month is None:
            return str(known.year)
        if known.day is None:
            return self._skeleton("yMMMM", known)
        return self._first(_date(_day(known), "long", str(self.language)), known)

    def day(self, when: When) -> str:
        """Return the day of a month alone: `13`, `1er`."""
        return self._first(str(self._partial(when).day or ""), self._partial(when))

    def month(self, when: When) -> str:
        """Return a month's name: `novembre`."""
        return _date(_day(self._partial(when)), "MMMM", str(self.language))

    def moment(self, when: When) -> str:
        """Return what `<time datetime>` takes: an ISO 8601 date, or a moment with its zone."""
        return self._local(when).isoformat() if isinstance(when, datetime) else str(when)

    def iso_day(self, when: When) -> str:
        """Return an ISO 8601 date, without the hour."""
        return str(self._partial(when))

    def hour(self, when: datetime) -> str:
        """Return the time of day: `19 h 27` in French, Babel's short form elsewhere."""
        local = self._local(when)
        if self.language.language == "fr":
            return f"{local.hour}\N{NO-BREAK SPACE}h\N{NO-BREAK SPACE}{local.minute:02d}"
        return format_time(local, "short", locale=self.locale)

    def duration(self, seconds: float) -> str:
        """Return a duration in words: `48 s`, `3 min 12 s`, `1 h 4 min`."""
        hours, rest = divmod(round(seconds), 3600)
        minutes, left = divmod(rest, 60)
        values = [(hours, "hour"), (minutes, "minute"), (0 if hours else left, "second")]
        parts = [self._unit(value, f"duration-{unit}") for value, unit in values if value]
        return "\N{NO-BREAK SPACE}".join(parts) or self._unit(0, "duration-second")

    def iso_duration(self, seconds: float) -> str:
        """Return a duration by ISO 8601."""
        return iso_duration(seconds)

    def clock(self, seconds: float) -> str:
        """Return a place in a recording: `2:05`, `1:02:05`."""
        hours, rest = divmod(int(seconds), 3600)
        minutes, left = divmod(rest, 60)
        return f"{hours}:{minutes:02d}:{left:02d}" if hours else f"{minutes}:{left:02d}"

    def offset(self, seconds: float) -> str:
        """Return a place in a recording as `#t=` takes it: seconds, with a fraction only where there is one."""
        return f"{seconds:.3f}".rstrip("0").rstrip(".")

    def size(self, length: int) -> str:
        """Return a number of bytes in words: `2,1 Mo`, `340 ko`."""
        for factor, unit in _UNITS:
            if length >= factor:
                return self._unit(round(length / factor, 1 if factor > 1_000 else None), unit)
        return self._unit(length, "digital-byte")

    def language_of(self, spoken: LanguageTag) -> str:
        """Return what a language is called: `anglais`, `English`; empty for the one that is written here."""
        if spoken.language == self.language.language:
            return ""
        return str(self.locale.languages.get(spoken.language, spoken))

    def number(self, value: float) -> str:
        """Return a number."""
        return format_decimal(value, locale=self.locale)

    def isbn(self, isbn: Isbn13) -> str:
        """Return an ISBN with its hyphens."""
        return hyphenated(isbn)

    def direction(self, language: LanguageTag | None = None) -> str:
        """Return which way a language is written, this one unless said: `ltr` or `rtl`."""
        try:
            return Locale.parse(str(language or self.language), sep="-").text_direction
        except (UnknownLocaleError, ValueError):
            return "ltr"

    def turned(self, language: LanguageTag) -> Markup:
        """Return the `dir` of words that are written another way than the page: empty, or with a space before it."""
        way = self.direction(language)
        return Markup("") if way == self.direction() else Markup(' dir="{}"').format(way)

    def language_name(self, language: LanguageTag) -> str:
        """Return what a language is called: `anglais`, `français (Canada)`."""
        try:
            name = Locale.parse(str(language), sep="-").get_display_name(self.locale)
        except (UnknownLocaleError, ValueError):
            name = None
        return name or str(language)

    def reading(self, text: str, language: LanguageTag) -> int:
        """Return the minutes that a plain text takes to read."""
        return reading_minutes(text, language)

    def price(self, amount: Decimal, currency: str) -> str:
        """Return an amount of money: `25,90 €`."""
        return format_currency(amount, currency, locale=self.locale)

    def between(self, count: int) -> tuple[str, ...]:
        """Return what stands after each of some things that are named in a row: `, `, ` et ` and nothing."""
        if count < 2:
            return ("",) * count
        named = format_list([_MARK] * count, "standard", self.locale)
        return (*named.split(_MARK)[1:-1], "")

    def _unit(self, value: float, unit: str) -> str:
        return _unit(value, unit, str(self.language))

    def _local(self, when: datetime) -> datetime:
        return when.astimezone(self.timezone)

    def _partial(self, when: When) -> PartialDate:
        if isinstance(when, PartialDate):
            return when
        local = self._local(when)
        return PartialDate(local.year, local.month, local.day)

    def _skeleton(self, skeleton: str, known: PartialDate) -> str:
        return format_skeleton(skeleton, _day(known), locale=self.locale)

    def _first(self, text: str, known: PartialDate) -> str:
        """Write the first of a month as French does; CLDR writes `1 mai`."""
        if self.language.language == "fr" and known.day == 1 and text.split(" ")[0] == "1":
            return f"1er{text[1:]}"
        return text


@lru_cache(maxsize=100)
def _locale(language: str) -> Locale:
    return Locale.parse(language, sep="-")


@lru_cache(maxsize=10_000)
def _unit(value: float, unit: str, language: str) -> str:
    """Return a number with its unit: a long archive says the same few hundred again and again."""
    return format_unit(value, unit, "short", locale=_locale(language))


@lru_cache(maxsize=10_000)
def _date(day: date, form: str, language: str) -> str:
    """Return a day as a form has it: each stands on its own page and in lists."""
    return format_date(day, form, locale=_locale(language))


def _day(known: PartialDate) -> date:
    return date(known.year, known.month or 1, known.day or 1)
