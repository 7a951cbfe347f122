"""What came of an object is given again for it alone, and a glance never takes one thing for another."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from markupsafe import Markup
from msgspec import Struct

from antenne.kept import Derived, Fingerprints, is_same
from tests.support.changed import replace


class Thing(Struct, frozen=True):
    name: str
    parts: tuple[object, ...] = ()


def test_the_same_change_of_the_same_object_gives_the_same_object_in_the_next_build() -> None:
    derived, thing = Derived(), Thing("a")
    made = derived.of(thing, name="b")
    assert made == Thing("b")
    derived.begin()
    assert derived.of(thing, name="b") is made


def test_an_equal_object_another_change_or_a_forgotten_one_gives_a_new_object() -> None:
    derived, thing = Derived(), Thing("a")
    made = derived.of(thing, name="b")
    derived.begin()
    assert derived.of(replace(thing), name="b") is not made
    assert derived.of(thing, name="c") == Thing("c")
    derived.begin()
    assert derived.of(thing, name="b") is not made, "two builds ago"


def test_an_object_that_has_these_fields_already_is_given_back() -> None:
    thing = Thing("a")
    assert Derived().of(thing, name="a") is thing


SAME = [
    (1, 1),
    ("a", "a"),
    ((1, ("a",)), (1, ("a",))),
    ({"a": (1,)}, {"a": (1,)}),
    (Thing("a", (1, 2)), Thing("a", (1, 2))),
]
OTHER = [
    (1, True),
    (1, 1.0),
    ("a", Markup("a")),
    ((1,), [1]),
    ((1, 2), (2, 1)),
    ((1,), (1, 1)),
    ({"a": 1, "b": 2}, {"b": 2, "a": 1}),
    (Thing("a", (1,)), Thing("a", (True,))),
    (datetime(2026, 7, 1, 12, tzinfo=UTC), datetime(2026, 7, 1, 14, tzinfo=ZoneInfo("Europe/Paris"))),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_what_is_seen_to_be_the_same_has_one_name(one: object, other: object) -> None:
    assert is_same(one, other)
    assert Fingerprints((Thing,)).of(one) == Fingerprints((Thing,)).of(other)


@pytest.mark.parametrize(("one", "other"), OTHER)
def test_what_could_look_different_on_a_page_is_never_taken_for_the_same(one: object, other: object) -> None:
    assert not is_same(one, other)
