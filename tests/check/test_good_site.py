from __future__ import annotations

from pathlib import Path

import pytest

from tests.check import sites


@pytest.mark.parametrize("base", ["", "/sous/dossier"])
def test_a_good_site_has_no_problem(tmp_path: Path, base: str) -> None:
    sites.build(tmp_path, base)
    assert sites.found(tmp_path, base) == ()


def test_a_site_built_for_the_root_is_broken_below_a_path(built: Path) -> None:
    assert {"broken-link", "feed-self", "enclosure-missing"} <= sites.codes(built, "/sous")


def test_problems_have_a_place_within_the_site_and_come_in_its_order(site: Path) -> None:
    sites.edit(site, sites.FEED, "<itunes:explicit>false", "<itunes:explicit>no")
    sites.edit(site, "livres/essai/index.html", "<h1", "<h2")
    found = sites.found(site)
    assert [problem.where.path for problem in found] == sorted(problem.where.path for problem in found)
    explicit = next(problem for problem in found if problem.code == "feed-explicit")
    line = (site / sites.FEED).read_text(encoding="utf-8").splitlines()[explicit.where.line - 1]
    assert (explicit.where.path, "explicit>no" in line) == (sites.FEED, True)


def test_an_empty_folder_has_nothing_to_say(tmp_path: Path) -> None:
    assert sites.found(tmp_path) == ()
