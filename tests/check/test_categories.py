from __future__ import annotations

from antenne.model import APPLE_CATEGORIES


def test_the_list_has_19_categories_and_91_children() -> None:
    assert (len(APPLE_CATEGORIES), sum(map(len, APPLE_CATEGORIES.values()))) == (19, 91)
