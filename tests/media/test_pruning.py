"""The store forgets what nobody has held for long, and nothing else."""

from __future__ import annotations

import os
import shutil
import time
from pathlib import Path

import pytest

from antenne.commands import clearing
from antenne.media import prune
from antenne.pipeline.locks import held, store_alone
from tests.support.site import digests, invoke, make_site

SOON = 10.0
"""Seconds: before this time from now on all that was made so far."""


def kept(site: Path) -> set[str]:
    cache = site / ".antenne/cache"
    return {str(path.relative_to(cache)) for name in ("images", "audio") for path in (cache / name).rglob("*.*")}


def test_what_an_output_holds_stays_and_what_none_holds_goes(tmp_path: Path) -> None:
    site = make_site(tmp_path / "site")
    invoke(site, "build")
    everything, before = kept(site), digests(site / "output")
    cache = site / ".antenne/cache"
    assert everything
    assert prune(cache, time.time() + SOON) == 0
    (cache / "images/.new-cut").write_bytes(b"half a pict")
    shutil.rmtree(site / "content/episodes")
    (site / "content/published.json").unlink(missing_ok=True)
    for release in site.glob("public*"):
        shutil.rmtree(release)
    invoke(site, "build")
    # What is young may be wanted again.
    assert prune(cache, time.time() - SOON * 60) == 0
    assert prune(cache, time.time() + SOON) > 1
    assert everything - kept(site)
    assert not (cache / "images/.new-cut").exists()
    after = digests(site / "output")
    assert invoke(site, "build", "--force").returncode == 0
    assert digests(site / "output") == after != before


def test_a_disk_without_links_loses_nothing(tmp_path: Path) -> None:
    path = tmp_path / "images/ab/cd.jpg"
    path.parent.mkdir(parents=True)
    path.write_bytes(b"x")
    assert prune(tmp_path, time.time() + SOON) == 0
    assert path.exists()
    os.link(path, tmp_path / "out.jpg")
    (tmp_path / "images/ab/ef.jpg").write_bytes(b"y")
    assert prune(tmp_path, time.time() + SOON) == 1


def test_nothing_is_cleared_while_a_build_is_under_way_and_else_once_a_day(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cleared: list[Path] = []
    monkeypatch.setattr(clearing, "prune", lambda cache, before: cleared.append(cache))
    with held(tmp_path / "output", tmp_path):
        with held(tmp_path / "other", tmp_path), store_alone(tmp_path) as alone:
            assert not alone
        clearing.clear_up(tmp_path)
    assert not cleared
    clearing.clear_up(tmp_path)
    clearing.clear_up(tmp_path)
    assert cleared == [tmp_path]
    os.utime(tmp_path / "pruned", (0, 0))
    clearing.clear_up(tmp_path)
    assert len(cleared) == 2
