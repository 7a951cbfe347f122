from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from antenne.model import LanguageTag, PartialDate
from antenne.render.words import Words
from tests.render.samples import FR, PARIS

WORDS = Words(FR, PARIS)


def plain(text: str) -> str:
    return text.replace("\u202f", " ").replace("\xa0", " ")


@pytest.mark.parametrize(
    ("when", "said"),
    [
        (PartialDate(2013), "2013"),
        (PartialDate(2013, 11), "novembre 2013"),
        (PartialDate(2013, 11, 13), "13 novembre 2013"),
        (PartialDate(2013, 5, 1), "1er mai 2013"),
        (PartialDate(2013, 5, 11), "11 mai 2013"),
        (datetime(2013, 12, 31, 23, 30, tzinfo=ZoneInfo("UTC")), "1er janvier 2014"),
    ],
)
def test_a_date_is_told_as_precisely_as_it_is_known(when: PartialDate | datetime, said: str) -> None:
    assert WORDS.date(when) == said


def test_months_and_days_stand_alone() -> None:
    assert WORDS.month(PartialDate(2013, 10, 16)) == "octobre"
    assert WORDS.day(PartialDate(2013, 10, 1)) == "1er"


def test_dates_follow_the_language_and_not_the_machine() -> None:
    assert Words(LanguageTag("en"), PARIS).date(PartialDate(2013, 11, 13)) == "November 13, 2013"


def test_the_hour_is_told_in_the_sites_zone() -> None:
    assert plain(WORDS.hour(datetime(2015, 4, 15, 17, 27, tzinfo=ZoneInfo("UTC")))) == "19 h 27"


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(0, "0 s"), (48, "48 s"), (59.6, "1 min"), (192.4, "3 min 12 s"), (3600, "1 h"), (3845, "1 h 4 min")],
)
def test_a_duration_is_told_in_the_units_that_matter(seconds: float, said: str) -> None:
    assert plain(WORDS.duration(seconds)) == said


@pytest.mark.parametrize(
    ("length", "said"), [(2_100_000, "2,1 Mo"), (340_000, "340 ko"), (12, "12 o"), (1_000_000, "1 Mo")]
)
def test_a_size_is_told_in_decimal_units(length: int, said: str) -> None:
    assert plain(WORDS.size(length)) == said


def test_a_price_is_told_with_its_currency() -> None:
    assert plain(WORDS.price(Decimal("25.90"), "EUR")) == "25,90 €"


@pytest.mark.parametrize(("seconds", "clock"), [(0, "0:00"), (59.9, "0:59"), (754, "12:34"), (3725, "1:02:05")])
def test_a_place_in_a_recording_is_told_as_on_a_clock(seconds: float, clock: str) -> None:
    assert WORDS.clock(seconds) == clock


@given(st.floats(min_value=0, max_value=100_000))
def test_an_offset_leads_within_a_millisecond_of_its_place(seconds: float) -> None:
    text = WORDS.offset(seconds)
    assert "e" not in text
    assert abs(float(text) - seconds) <= 0.001


@pytest.mark.parametrize(
    ("tag", "way"), [("fr", "ltr"), ("ar", "rtl"), ("he-IL", "rtl"), ("az-Arab", "rtl"), ("xx", "ltr")]
)
def test_a_language_is_written_its_own_way(tag: str, way: str) -> None:
    words = Words(LanguageTag("fr"), ZoneInfo("UTC"))
    assert words.direction(LanguageTag(tag)) == way
    assert words.turned(LanguageTag(tag)) == (' dir="rtl"' if way == "rtl" else "")
