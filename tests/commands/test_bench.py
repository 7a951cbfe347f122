"""`invoke bench`, which hands over to the folder `benchmarks/`."""

from __future__ import annotations

from pathlib import Path

from tests.support.site import invoke, make_site, write


def test_a_site_without_the_benchmark_is_told_where_there_is_one(tmp_path: Path) -> None:
    done = invoke(make_site(tmp_path / "site"), "bench", check=False)
    assert done.returncode == 2
    assert "This folder has no benchmarks/." in " ".join(done.stderr.split())


def test_what_is_asked_reaches_the_benchmark_and_its_exit_code_comes_back(tmp_path: Path) -> None:
    site = make_site(tmp_path / "site")
    write(site / "benchmarks" / "__main__.py", "import sys\nprint('asked', *sys.argv[1:])\nsys.exit(3)\n")
    words = ("--episodes", "100,1000", "--rounds", "3", "--theme", "both", "--write", "--cache", "/somewhere")
    done = invoke(site, "bench", *words, check=False)
    assert done.returncode == 3
    said = "asked --cache=/somewhere run --write --episodes=100,1000 --rounds=3 --theme=both"
    assert said in done.stdout
