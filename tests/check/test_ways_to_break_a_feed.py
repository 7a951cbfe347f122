"""The proof that what is broken is caught before it goes out, each by its own code; and that what is right is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from antenne.problems.catalogue import output_rules, rules_by_code
from tests.check import sites
from tests.check.ways import BROKEN, RIGHT, Way

ELSEWHERE = {"feed-empty"}
"""Codes whose way to break is no change of one place: test_feed_rules has it."""


def names(ways: tuple[Way, ...]) -> list[str]:
    return [f"{way.code}: {way.name}" for way in ways]


def change(folder: Path, way: Way) -> None:
    """Change one file of a site; what is to be changed must be there."""
    file = folder / way.path
    old, new = (part.encode() if isinstance(part, str) else part for part in (way.old, way.new))
    data = file.read_bytes()
    assert old in data, way
    file.write_bytes(data.replace(old, new) if old else new)


def test_the_golden_site_is_right_in_everything(golden: Path) -> None:
    assert sites.found(golden) == ()


@pytest.mark.parametrize("way", BROKEN, ids=names(BROKEN))
def test_a_way_to_break_a_site_is_caught_by_its_code(golden: Path, way: Way) -> None:
    change(golden, way)
    caught = [problem for problem in sites.found(golden) if problem.code == way.code]
    assert caught, sites.found(golden)
    for problem in caught:
        assert problem.severity is rules_by_code()[way.code].severity
        assert problem.message.endswith(".")
        assert problem.hint.endswith((".", "…"))
        assert problem.where.path in (way.path, sites.FEED)


@pytest.mark.parametrize("way", RIGHT, ids=names(RIGHT))
def test_what_is_right_is_not_caught(golden: Path, way: Way) -> None:
    change(golden, way)
    assert way.code not in sites.codes(golden)


def test_every_rule_has_a_way_to_break_it_and_one_to_keep_it() -> None:
    codes = {rule.code for rule in output_rules() if not rule.code.startswith("server-")}
    assert {way.code for way in BROKEN} | ELSEWHERE == codes
    assert {way.code for way in RIGHT} == codes


def test_the_ways_are_sixty_and_more_and_none_is_there_twice() -> None:
    assert len(set(names(BROKEN))) == len(BROKEN)
    assert len({way.code for way in BROKEN}) >= 60


def test_every_rule_is_explained() -> None:
    for rule in output_rules():
        assert rule.source, rule
        for sentence in (rule.summary, rule.why, rule.remedy):
            assert sentence[0].isupper() or sentence.startswith("podcast:"), rule
            assert sentence.endswith("."), rule


def test_codes_are_unique() -> None:
    assert len(output_rules()) == len({rule.code for rule in output_rules()})
    assert len(rules_by_code()) > len(output_rules())
