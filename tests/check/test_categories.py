from __future__ import annotations

from antenne.check.categories import APPLE_CATEGORIES
from antenne.read.categories import CATEGORIES


def test_the_list_has_19_categories_and_91_children() -> None:
    assert (len(APPLE_CATEGORIES), sum(map(len, APPLE_CATEGORIES.values()))) == (19, 91)


def test_what_front_matter_takes_is_what_the_check_lets_out() -> None:
    assert {name: set(children) for name, children in CATEGORIES.items()} == {
        name: set(children) for name, children in APPLE_CATEGORIES.items()
    }
