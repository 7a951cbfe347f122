"""What comes between a look and its build, and what a look cannot see: the output is that of a build from nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from antenne.build import Asked, look
from antenne.commands import building
from antenne.commands.building import build_now
from antenne.commands.project import LOCAL, Project
from tests.support.site import digests, make_site, write

NOTE = "---\ntitle: {}\ncategory: Livres\n---\nMots.\n"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    made = make_site(tmp_path / "site")
    for number in range(3):
        write(made / f"content/notes/2020-01-0{number + 1}-n{number}.md", NOTE.format(f"N {number}"))
    return made


def built(site: Path) -> dict[str, str]:
    asked = Asked(str(site), LOCAL)
    seen = look(asked)
    assert seen.same or build_now(asked, seen) == 0
    return digests(site / "output")


def clean(site: Path, tmp_path: Path) -> dict[str, str]:
    Project(site).build(LOCAL, output=tmp_path / "clean")
    return digests(tmp_path / "clean")


@pytest.fixture
def meanwhile(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[], object]], None]:
    """Let something happen after a build has looked, and before it has the output for itself."""

    def happens(act: Callable[[], object]) -> None:
        real = building.read_shelf

        def slowly(*given: object) -> object:
            rows = real(*given)  # type: ignore[arg-type]
            act()
            return rows

        monkeypatch.setattr(building, "read_shelf", slowly)

    return happens


def test_a_build_that_ends_between_a_look_and_the_lock_is_not_built_upon(
    site: Path, tmp_path: Path, meanwhile: Callable[[Callable[[], object]], None]
) -> None:
    built(site)
    write(site / "content/notes/2020-01-02-n1.md", NOTE.format("Autre"))
    meanwhile(lambda: Project(site).build(LOCAL, site_url="https://autre.antenne.org"))
    assert built(site) == clean(site, tmp_path)


def test_what_is_saved_between_a_look_and_the_lock_is_read(
    site: Path, tmp_path: Path, meanwhile: Callable[[Callable[[], object]], None]
) -> None:
    built(site)
    write(site / "content/notes/2020-01-02-n1.md", NOTE.format("Autre"))
    meanwhile(lambda: write(site / "content/notes/2020-01-03-n2.md", NOTE.format("Encore")))
    assert built(site) == clean(site, tmp_path)


def test_what_a_look_found_unchanged_holds_only_as_long_as_it_is_so(site: Path) -> None:
    built(site)
    seen = look(Asked(str(site), LOCAL))
    assert seen.same
    assert seen.still_holds()
    write(site / "content/notes/2020-01-02-n1.md", NOTE.format("Autre"))
    assert not seen.still_holds()


def test_a_day_from_before_clocks_agreed_is_the_same_moment_after_it_was_kept(site: Path, tmp_path: Path) -> None:
    old = "---\ntitle: Vieille\ndate: 1905-03-03\ncategory: Livres\n---\nMots.\n"
    write(site / "content/notes/1905-03-03-vieille.md", old)
    built(site)
    write(site / "content/notes/2020-01-02-n1.md", NOTE.format("Autre"))
    assert built(site) == clean(site, tmp_path)


def test_a_folder_with_two_names_is_read_under_both(site: Path, tmp_path: Path) -> None:
    book = next((site / "content/books").glob("*/index.md")).parent
    for name in ("livre-b", "livre-c"):
        (site / "content/books" / name).symlink_to(book.name)
    built(site)
    write(book / "index.md", (book / "index.md").read_text(encoding="utf-8") + "\nUn tout autre livre.\n")
    assert built(site) == clean(site, tmp_path)
