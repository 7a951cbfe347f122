from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from antenne.commands.project import LOCAL, Project
from antenne.pipeline import Output, assemble, emit, judge
from antenne.problems import Problem
from antenne.settings import LEAVABLE
from tests.support.everything import make_everything
from tests.support.everything import settings as say

MARKS = {
    "archives": r"archives/index\.html",
    "cards": r"images/[^/]*-card\.jpg",
    "categories": r"categories/.*\.html",
    "chapters": r".*/chapters\.json",
    "embeds": r"embed/.*",
    "people": r"(personnes|people)/.*\.html",
    "publishers": r"(editeurs|publishers)/.*\.html",
    "series": r"series/.*\.html",
    "shows": r"(emissions|shows)/([^/]+/)?index\.html",
    "subscribe": r"((emissions|shows)/[^/]+/)?(s-abonner|subscribe)/index\.html",
    "tags": r"(mots-cles|tags)/.*\.html",
    "years": r"notes/\d{4}/index\.html",
}
"""The files that each word leaves out, by their paths in any language of the site."""


def of(word: str, files: frozenset[str]) -> set[str]:
    return {path for path in files if re.fullmatch(rf"(en/)?{MARKS[word]}", path)}


def built(site: Path, folder: Path, words: list[str]) -> tuple[frozenset[str], tuple[Problem, ...]]:
    """Build what a site is without some words; return the paths of its files, and what judging it finds."""
    copy = shutil.copytree(site, folder / "site", symlinks=True)
    say(copy, f'ANTENNE["without"] = {words!r}')
    return made(copy, folder / "out")


def made(site: Path, out: Path) -> tuple[frozenset[str], tuple[Problem, ...]]:
    whole = assemble(Project(site).settings(LOCAL))
    output = Output(out)
    emit(whole, output)
    return frozenset(path.relative_to(out).as_posix() for path in out.rglob("*")), judge(whole, output.whole())


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_everything(tmp_path_factory.mktemp("left-out") / "site")


@pytest.fixture(scope="module")
def whole(site: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[frozenset[str], tuple[Problem, ...]]:
    # Built where it stands: its copies find the pictures drawn.
    return made(site, tmp_path_factory.mktemp("whole"))


@pytest.mark.parametrize("words", [*([word] for word in LEAVABLE), [*LEAVABLE]], ids="-".join)
def test_what_is_left_out_is_not_made_and_nothing_leads_there(
    words: list[str], site: Path, whole: tuple[frozenset[str], tuple[Problem, ...]], tmp_path: Path
) -> None:
    files, told = built(site, tmp_path, words)
    everything, before = whole
    left = set().union(*(of(word, everything) for word in words))
    assert all(of(word, everything) for word in words), "nothing in the site would be left out"
    assert files & left == set()
    named_by_content = re.compile(r".*\.[0-9a-f]{12}\.\w+|(en/)?(recherche|search)/[dgw]/.*|images/.*")
    gone = {path for path in everything - left - files if "." in path and not named_by_content.fullmatch(path)}
    assert gone == set()
    assert [str(problem) for problem in told if problem not in before] == []


@pytest.mark.usefixtures("whole")
def test_leaving_everything_out_names_people_without_links(site: Path, tmp_path: Path) -> None:
    built(site, tmp_path, list(LEAVABLE))
    page = (tmp_path / "out/livres/l-ile-aux-ondes/index.html").read_text(encoding="utf-8")
    assert "Ada Lorme" in page
    assert "/personnes/" not in page
    assert "og:image" not in page
    feeds = "".join(path.read_text(encoding="utf-8") for path in (tmp_path / "out/flux").rglob("*.xml"))
    assert "<podcast:person" in feeds
    assert "/personnes/" not in feeds.replace("flux/personnes/", "")
    assert "podcast:chapters" not in feeds
    sitemap = (tmp_path / "out/sitemap.xml").read_text(encoding="utf-8")
    assert "/personnes/" not in sitemap
