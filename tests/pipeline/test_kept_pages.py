from __future__ import annotations

import inspect
import shutil
from pathlib import Path

import pytest

from antenne.commands.project import LOCAL, Project
from antenne.model import Catalog
from antenne.pipeline import Memos, Order, build
from antenne.problems import ProblemsFound
from antenne.read import Edits
from antenne.render.watch import Watch, WatchedTuple
from antenne.render.watched import LISTS, QUESTIONS, WatchedCatalog
from tests.support.changed import replace
from tests.support.everything import settings
from tests.support.histories import own_theme
from tests.support.site import digests, make_site, write


@pytest.fixture
def small(tmp_path: Path) -> Path:
    site = make_site(tmp_path / "site")
    for number in range(6):
        write(site / f"content/notes/2020-01-0{number + 1}-n{number}.md", f"---\ntitle: N {number}\n---\nMots.\n")
    return site


def built(site: Path, folder: Path, memos: Memos, *edits: str) -> int:
    """Build after some edits, and return how many pages were made."""
    if memos.base:
        memos.edits = Edits(edits)
    order = Order(settings=replace(Project(site).settings(LOCAL), output=folder), memos=memos)
    build(order)
    return memos.pages.by_prefix[""].made


def test_when_nothing_changed_no_page_is_made_and_nothing_read(small: Path, tmp_path: Path) -> None:
    memos = Memos()
    assert built(small, tmp_path / "out", memos) > 10
    assert memos.read.read > 6
    assert built(small, tmp_path / "out", memos) == 0
    assert memos.read.read == 0


def test_a_word_in_a_note_makes_few_pages_again_and_reads_that_note(small: Path, tmp_path: Path) -> None:
    memos = Memos()
    everything = built(small, tmp_path / "out", memos)
    note = next((small / "content/notes").glob("2020-01-03-*"))
    note.write_text(note.read_text(encoding="utf-8") + "\nEncore.\n", encoding="utf-8")
    again = built(small, tmp_path / "out", memos, f"notes/{note.name}")
    assert 0 < again < everything / 2
    assert memos.read.read == 1


def test_what_a_site_leaves_out_is_left_out_where_questions_are_noted(small: Path, tmp_path: Path) -> None:
    write(small / "content/notes/2020-02-01-n.md", "---\ntitle: N\ntags: [voix]\n---\nMots.\n")
    settings(small, 'ANTENNE["without"] = ["tags"]')
    assert built(small, tmp_path / "out", Memos())
    assert "voix</span>" in (tmp_path / "out/notes/2020/n/index.html").read_text(encoding="utf-8")


def test_a_changed_template_makes_all_pages_again(small: Path, tmp_path: Path) -> None:
    own_theme(small)
    memos = Memos()
    everything = built(small, tmp_path / "out", memos)
    write(small / "theme/templates/404.html", (small / "theme/templates/404.html").read_text(encoding="utf-8") + " ")
    assert built(small, tmp_path / "out", memos) == everything


def test_what_was_kept_is_worth_nothing_without_the_folder_that_it_is_about(small: Path, tmp_path: Path) -> None:
    memos = Memos()
    everything = built(small, tmp_path / "out", memos)
    first = digests(tmp_path / "out")
    shutil.rmtree(tmp_path / "out")
    assert built(small, tmp_path / "out", memos) == everything
    assert digests(tmp_path / "out") == first


def test_a_build_that_fails_leaves_what_was_kept_before(small: Path, tmp_path: Path) -> None:
    memos = Memos()
    built(small, tmp_path / "out", memos)
    note = small / "content/notes/2020-01-03-n2.md"
    good = note.read_text(encoding="utf-8")
    note.write_text("---\ntitel: Faux\n---\n", encoding="utf-8")
    with pytest.raises(ProblemsFound):
        built(small, tmp_path / "out", memos, "notes/2020-01-03-n2.md")
    note.write_text(good, encoding="utf-8")
    assert built(small, tmp_path / "out", memos, "notes/2020-01-03-n2.md") == 0


def test_every_question_of_the_catalogue_is_watched() -> None:
    public = {name for name in dir(Catalog) if not name.startswith("_")}
    assert public == {*LISTS, *QUESTIONS, "tags_of", "every", "newest", "whole"}
    methods = {name for name, _ in inspect.getmembers(Catalog, inspect.isfunction) if not name.startswith("_")}
    assert methods == {*QUESTIONS, "tags_of"}
    for name in public:
        assert name in vars(WatchedCatalog), name


def test_a_list_notes_no_more_than_what_is_looked_at() -> None:
    watch = Watch()
    with watch.page() as noted:
        items = WatchedTuple.of(("a", "b", "c"), "books", watch)
        assert items
        assert items[:2] == ("a", "b")
        assert items[0] == "a"
    assert list(noted.answers) == [("any", "books"), ("part", "books", None, 2, None), ("item", "books", 0)]


@pytest.mark.parametrize(
    "look",
    [
        list,
        tuple,
        set,
        sorted,
        max,
        "-".join,
        lambda t: [*t],
        lambda t: (*t, 1),
        lambda t: t + (1,),  # noqa: RUF005 — another way in
        lambda t: "b" in t,
    ],
)
def test_whatever_looks_at_all_of_a_list_is_noted(look: object) -> None:
    watch = Watch()
    with watch.page() as noted:
        look(WatchedTuple.of(("a", "b"), "books", watch))  # type: ignore[operator]
    assert noted.answers[("all", "books")] == ("a", "b")
