from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from antenne.pipeline import OutputRefused
from antenne.pipeline.locks import held
from tests.support.site import digests, invoke, make_site, write


def test_a_second_build_into_the_same_folder_is_refused_with_a_sentence(tmp_path: Path) -> None:
    with held(tmp_path / "output", tmp_path / "cache"):
        with pytest.raises(OutputRefused, match="Another build into"), held(tmp_path / "output", tmp_path / "cache"):
            pass
        with held(tmp_path / "other", tmp_path / "cache"):
            pass
    with held(tmp_path / "output", tmp_path / "cache"):
        pass


def test_of_builds_at_once_each_ends_well_or_is_refused_and_the_output_is_whole(tmp_path: Path) -> None:
    site = make_site(tmp_path / "site")
    invoke(site, "build")
    whole = digests(site / "output")
    shutil.rmtree(site / ".antenne")
    words = ([sys.executable, "-m", "invoke", command] for command in ("build", "publish", "check", "build"))
    at_once = [
        subprocess.Popen(each, cwd=site, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) for each in words
    ]
    for process in at_once:
        said, _ = process.communicate(timeout=120)
        assert process.returncode == 0 or (process.returncode == 75 and "under way" in said), said
    # A publication packs the texts of what it publishes, beside them.
    found = {path: one for path, one in digests(site / "output").items() if not path.endswith((".br", ".gz"))}
    assert found == whole


def test_what_is_published_is_no_folder_to_build_into(tmp_path: Path) -> None:
    site = make_site(tmp_path / "site")
    invoke(site, "publish")
    before = digests(site / "public")
    done = invoke(site, "build", "--output", "public/current", check=False)
    assert done.returncode == 2
    assert digests(site / "public") == before


def test_a_tool_that_writes_into_the_output_spoils_no_later_build(tmp_path: Path) -> None:
    site = make_site(tmp_path / "site")
    invoke(site, "build")
    before = digests(site / "output")
    for path in [*(site / "output/images").iterdir(), *(site / "output/audio").iterdir()]:
        with path.open("r+b") as file:
            file.write(b"DAMAGED")
    invoke(site, "build")
    assert digests(site / "output") == before


def test_a_site_with_one_book_and_nothing_to_hear_is_published(tmp_path: Path) -> None:
    site = make_site(tmp_path / "site")
    for folder in ("episodes", "notes", "shows"):
        shutil.rmtree(site / "content" / folder)
    write(site / "content/books/le-livre/index.md", "---\ntitle: Le livre\n---\n")
    done = invoke(site, "publish")
    assert "Published" in done.stdout
    assert (site / "public/current/livres/le-livre/index.html").is_file()
