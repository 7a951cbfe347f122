from __future__ import annotations

import inspect
import os
import random
import shutil
from pathlib import Path

import pytest

from antenne.commands.project import LOCAL, Project
from antenne.model import Catalog
from antenne.pipeline import Memos, assemble, emit, judge
from antenne.problems import ProblemsFound
from antenne.render.asking import LISTS, QUESTIONS, WatchedCatalog
from antenne.render.watch import Watch, WatchedTuple
from tests.support.everything import make_everything
from tests.support.histories import own_theme, step
from tests.support.site import digests, make_site, write

STEPS = int(os.environ.get("ANTENNE_HISTORY_STEPS", "8"))
"""More of them say more: a thousand take an hour."""


def built(site: Path, folder: Path, memos: Memos | None = None) -> dict[str, str]:
    """Return the digests of a build's files and its warnings, or the problems that stop it."""
    shutil.rmtree(folder, ignore_errors=True)
    try:
        whole = assemble(Project(site).settings(LOCAL))
        emit(whole, folder, memos=memos.pages if memos else None)
        told = judge(whole, folder, memos)
    except ProblemsFound as found:
        return {"problems": str(found)}
    return digests(folder) | {"warnings": repr(told)}


def test_after_any_history_kept_pages_are_those_of_a_clean_build(tmp_path: Path) -> None:
    site = make_everything(tmp_path / "site")
    own_theme(site)
    memos, seed = Memos(), int(os.environ.get("ANTENNE_HISTORY_SEED", "1"))
    chance = random.Random(seed)
    built(site, tmp_path / "kept", memos)
    good = kept = 0
    for number in range(STEPS):
        shutil.rmtree(tmp_path / "before", ignore_errors=True)
        shutil.copytree(site / "content", tmp_path / "before")
        told = step(site, chance)
        clean, warm = built(site, tmp_path / "clean"), built(site, tmp_path / "kept", memos)
        assert warm == clean, f"step {number} of seed {seed}: {told}"
        if "problems" in clean:
            # What an author cannot do is undone, or every later step would be judged by its problems alone.
            shutil.rmtree(site / "content")
            shutil.copytree(tmp_path / "before", site / "content")
        else:
            good += 1
            kept += sum(memo.kept for memo in memos.pages.by_prefix.values())
    assert good > STEPS / 2
    assert kept > 20 * good, "hardly a page was kept: the memo is of no use"


@pytest.fixture
def small(tmp_path: Path) -> Path:
    site = make_site(tmp_path / "site")
    for number in range(6):
        write(site / f"content/notes/2020-01-0{number + 1}-n{number}.md", f"---\ntitle: N {number}\n---\nMots.\n")
    return site


def made(site: Path, folder: Path, memos: Memos) -> int:
    built(site, folder, memos)
    return memos.pages.by_prefix[""].made


def test_when_nothing_changed_no_page_is_made(small: Path, tmp_path: Path) -> None:
    memos = Memos()
    assert made(small, tmp_path / "out", memos) > 10
    assert made(small, tmp_path / "out", memos) == 0


def test_a_word_in_a_note_makes_few_pages_again(small: Path, tmp_path: Path) -> None:
    memos = Memos()
    everything = made(small, tmp_path / "out", memos)
    note = next((small / "content/notes").glob("2020-01-03-*"))
    note.write_text(note.read_text(encoding="utf-8") + "\nEncore.\n", encoding="utf-8")
    again = made(small, tmp_path / "out", memos)
    assert 0 < again < everything / 2


def test_a_changed_template_makes_all_pages_again(small: Path, tmp_path: Path) -> None:
    own_theme(small)
    memos = Memos()
    everything = made(small, tmp_path / "out", memos)
    write(small / "theme/templates/404.html", (small / "theme/templates/404.html").read_text(encoding="utf-8") + " ")
    assert made(small, tmp_path / "out", memos) == everything


def test_pictures_of_kept_pages_are_there_though_the_output_was_removed(small: Path, tmp_path: Path) -> None:
    memos = Memos()
    first = built(small, tmp_path / "out", memos)
    assert any(path.endswith(".webp") for path in first)
    assert built(small, tmp_path / "out", memos) == first


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
