"""What judging knows of a feed holds while the files that it opened are the same, and those that it named are there."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from antenne.check.memo import FactsMemo
from antenne.check.site import Site, Whole
from antenne.problems import Problem

FILES = frozenset(("flux/a.xml", "images/cover.jpg", "episodes/a/index.html", "notes/b/index.html"))


class Judge:
    """Judges the feed of a site: opens the cover, and asks whether a page is there."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self, site: Site) -> Iterable[Problem]:
        self.times += 1
        site.at("images/cover.jpg")
        target = site.target("https://antenne.example/episodes/a/")
        assert target is not None
        site.has(target)
        return ()


@pytest.fixture
def judge() -> Judge:
    return Judge()


@pytest.fixture
def memo(judge: Judge, tmp_path: Path) -> FactsMemo:
    """A memo that knows the feed of a good build."""
    memo = FactsMemo()
    again(memo, judge, tmp_path)
    return memo


def again(memo: FactsMemo, judge: Judge, folder: Path, *, files: frozenset[str] = FILES, changed: str = "") -> int:
    """Judge the feed anew, and return how often that was done so far."""
    whole = Whole(folder=folder, files=files)
    memo.begin(files - {changed})
    memo.feed(Site(whole=whole, root="https://antenne.example"), "flux/a.xml", judge)
    memo.commit()
    return judge.times


@pytest.mark.parametrize("changed", ["", "episodes/a/index.html", "notes/b/index.html"])
def test_a_feed_is_not_judged_again_for_a_page_that_it_only_names(
    memo: FactsMemo, judge: Judge, tmp_path: Path, changed: str
) -> None:
    assert again(memo, judge, tmp_path, changed=changed) == 1


@pytest.mark.parametrize("changed", ["flux/a.xml", "images/cover.jpg"])
def test_it_is_for_itself_and_what_it_opened(memo: FactsMemo, judge: Judge, tmp_path: Path, changed: str) -> None:
    assert again(memo, judge, tmp_path, changed=changed) == 2


def test_it_is_when_what_it_named_goes_and_when_it_comes_back(memo: FactsMemo, judge: Judge, tmp_path: Path) -> None:
    assert again(memo, judge, tmp_path, files=FILES - {"notes/b/index.html"}) == 1
    assert again(memo, judge, tmp_path, files=FILES - {"episodes/a/index.html"}) == 2
    assert again(memo, judge, tmp_path) == 3


def test_what_is_known_serves_the_next_process(memo: FactsMemo, judge: Judge, tmp_path: Path) -> None:
    other = FactsMemo()
    for name, keep in other.keeps.items():
        keep.load(dict(memo.keeps[name].rows()))
    assert again(other, judge, tmp_path) == 1
