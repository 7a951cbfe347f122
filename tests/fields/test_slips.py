"""Slips that YAML takes for something else are told as what they are."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

import pytest

from antenne.fields import ListOf, Reading, Ref, decimal, key, parse
from antenne.fields.front_matter import read_front_matter
from antenne.problems import Problems


@dataclass(frozen=True, slots=True, kw_only=True)
class Priced:
    """Keys with a price and names."""

    price: Decimal | None = key(decimal, None, doc="")
    authors: tuple[str, ...] = key(ListOf(Ref("person")), (), doc="")


def hint(source: str) -> str:
    """Return what to do about the only problem of some front matter."""
    problems = Problems()
    parse(Priced, read_front_matter(source, "a.md", 1), Reading(problems))
    [problem] = problems.sorted()
    return problem.hint


@pytest.mark.parametrize("typed", ["25,90", "25,90 €", "25,90€"])
def test_a_price_with_a_comma_between_braces(typed: str) -> None:
    assert hint(f"{{price: {typed}}}") == "Write 25.90, with a point."


def test_a_name_where_a_list_of_folders_is_wanted() -> None:
    assert hint("authors: Ada Lorme, Ève-Marie Été").startswith("Write `authors: [ada-lorme, eve-marie-ete]`")
