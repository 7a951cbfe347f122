"""`invoke build` and whoever draws its pictures: a person reads what happened."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.media.clusters import cluster
from tests.support.site import digests, invoke, make_site


@pytest.mark.dask
def test_a_site_is_built_on_a_cluster_and_is_the_same_byte_for_byte(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = make_site(tmp_path / "site")
    assert "cluster" not in invoke(site, "build").stderr
    here = digests(site / "output")
    shutil.rmtree(site / ".antenne")
    with cluster(tmp_path / "cluster") as two:
        monkeypatch.setenv("ANTENNE_EXECUTOR", f"dask:{two.address}")
        done = invoke(site, "build")
        assert done.stderr.strip().splitlines()[:2] == ["Pictures: started", "Pictures: done"]
        assert "cluster" not in done.stderr
        assert digests(site / "output") == here
    for store in (site / ".antenne/cache").glob("images"):
        shutil.rmtree(store)
    gone = invoke(site, "build", "--force")
    assert f"The Dask cluster at {two.address} cannot be reached: " in gone.stderr
    assert digests(site / "output") == here


def test_a_word_that_nobody_answers_to_is_told_with_what_to_write(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = make_site(tmp_path / "site")
    monkeypatch.setenv("ANTENNE_EXECUTOR", "celery")
    done = invoke(site, "build", check=False)
    assert done.returncode == 1
    assert "`ANTENNE_EXECUTOR` cannot be “celery”: nobody of this name draws pictures." in done.stderr
    assert "Write `processes`, `threads` or `dask:tcp://HOST:PORT`." in done.stderr
