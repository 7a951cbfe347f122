from __future__ import annotations

import pytest

from antenne.model import Isbn13
from antenne.text import hyphenated


@pytest.mark.parametrize(
    "shown",
    ["978-2-10-059000-1", "978-2-07-036822-8", "979-10-90636-07-1", "979-10-369-0001-3", "978-0-306-40615-7"],
)
def test_hyphens_stand_where_the_ranges_of_the_agency_have_them(shown: str) -> None:
    assert hyphenated(Isbn13.parse(shown)) == shown


def test_an_isbn_of_a_range_that_nobody_has_keeps_all_its_digits() -> None:
    isbn = Isbn13.parse("9799999999990")
    assert hyphenated(isbn).replace("-", "") == str(isbn)
