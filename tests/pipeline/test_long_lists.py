from __future__ import annotations

import re
from pathlib import Path

import pytest

from antenne.commands.project import LOCAL, Project
from antenne.pipeline import Memos, Order, build
from antenne.read import Edits
from tests.support.changed import replace
from tests.support.everything import make_everything
from tests.support.everything import settings as say
from tests.support.site import digests, make_site, write


def built(site: Path, folder: Path, memos: Memos | None = None) -> list[str]:
    """Build a site into a folder; return what judging it finds."""
    order = Order(settings=replace(Project(site).settings(LOCAL), output=folder), memos=memos)
    return [str(problem) for problem in build(order).warnings]


def test_with_pages_in_every_list_nothing_is_wrong_in_either_language(tmp_path: Path) -> None:
    site = make_everything(tmp_path / "site")
    before = built(site, tmp_path / "plain")
    say(site, 'ANTENNE["page_size"] = 1\nANTENNE["latest"] = 1')
    assert [told for told in built(site, tmp_path / "paged") if told not in before] == []
    plain, paged = digests(tmp_path / "plain"), digests(tmp_path / "paged")
    assert {path for path in plain if path.endswith(".html") and path not in paged} == set()
    pages = {path.rsplit("page/", 1)[0] for path in paged if re.search(r"(^|/)page/\d+/index\.html$", path)}
    kinds = ("", "livres/", "episodes/", "notes/", "archives/", "mots-cles/", "personnes/", "emissions/", "categories/")
    assert [kind for kind in kinds if not any(re.fullmatch(rf"{kind}([^/]+/)?", page) for page in pages)] == []
    assert "en/" in pages
    # Other things stand on a list's other pages in another language: the way there leads to the list's first.
    page = (tmp_path / "paged/page/1/index.html").read_text(encoding="utf-8")
    assert 'rel="alternate" hreflang' not in page
    assert '<a href="/en/"' in page


@pytest.fixture
def noted(tmp_path: Path) -> Path:
    site = make_site(tmp_path / "site")
    say(site, 'ANTENNE["page_size"] = 3')
    for number in range(1, 10):
        write(site / f"content/notes/2020-01-{number:02}-n{number}.md", f"---\ntitle: N {number}\n---\nMots.\n")
    return site


def test_a_new_note_makes_no_numbered_page_of_a_list_again(noted: Path, tmp_path: Path) -> None:
    memos = Memos()
    built(noted, tmp_path / "out", memos)
    before = digests(tmp_path / "out")
    write(noted / "content/notes/2020-02-01-neuf.md", "---\ntitle: Neuf\n---\nMots.\n")
    memos.edits = Edits(["notes/2020-02-01-neuf.md"])
    built(noted, tmp_path / "out", memos)
    after = digests(tmp_path / "out")
    numbered = {path for path in before if "/page/" in path}
    assert len(numbered) > 3
    assert {path for path in numbered if before[path] != after[path]} == set()
    built(noted, tmp_path / "clean")
    assert after == digests(tmp_path / "clean")
    # Of the pages, those of the new note, its neighbour and the lists that begin with it are made.
    assert memos.pages.by_prefix[""].made < 12
