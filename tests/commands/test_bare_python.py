"""Commands given to a Python that lacks packages say in one sentence what to do."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

from tests.support.site import make_site

INSTALL = "-m pip install --require-hashes -r requirements.txt"


def packages_without(folder: Path, *missing: str, only: str = "") -> Path:
    """Make a folder with this Python's packages but those, or with one alone, by its name."""
    folder.mkdir()
    for found in Path(sysconfig.get_path("purelib")).iterdir():
        if not found.name.startswith(missing) and (not only or found.name.split("-")[0] == only):
            (folder / found.name).symlink_to(found)
    return folder


def give(site: Path, packages: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Give a command to a Python that has these packages alone."""
    return subprocess.run(
        [sys.executable, "-S", "-m", "invoke", *words],
        cwd=site,
        env=os.environ | {"PYTHONPATH": str(packages), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


@pytest.mark.parametrize("words", [("doctor",), ("build",), ("publish", "--dry-run")])
def test_with_invoke_alone_every_command_names_what_is_missing_and_how_to_get_it(
    tmp_path: Path, words: tuple[str, ...]
) -> None:
    site = make_site(tmp_path / "site")
    done = give(site, packages_without(tmp_path / "packages", only="invoke"), *words)
    assert done.returncode == 2, done.stdout + done.stderr
    assert done.stdout == ""
    (sentence,) = done.stderr.splitlines()
    assert sentence.startswith("The Python package ")
    assert sentence.endswith(f"give: {sys.executable} {INSTALL}")


def test_the_commands_are_listed_by_invoke_alone(tmp_path: Path) -> None:
    site = make_site(tmp_path / "site")
    done = give(site, packages_without(tmp_path / "packages", only="invoke"), "--list")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "doctor" in done.stdout


@pytest.mark.parametrize("package", ["boto3", "nh3", "mutagen", "feedgen"])
def test_the_one_package_that_is_missing_is_named(tmp_path: Path, package: str) -> None:
    site = make_site(tmp_path / "site")
    done = give(site, packages_without(tmp_path / "packages", package), "doctor")
    assert done.returncode == 2, done.stdout + done.stderr
    assert f"The Python package {package} is missing" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_package_that_only_some_sites_need_is_named_when_it_is_needed(tmp_path: Path) -> None:
    site, packages = make_site(tmp_path / "site"), packages_without(tmp_path / "packages", "pelican")
    conf = site / "pelicanconf.py"
    conf.write_text(conf.read_text(encoding="utf-8") + '\nPLUGINS = ["antenne.plugin", "autre"]\n', encoding="utf-8")
    done = give(site, packages, "build")
    assert done.returncode == 2, done.stdout + done.stderr
    assert f"The Python package pelican is missing. In this folder, give: {sys.executable} {INSTALL}" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_fault_of_the_program_itself_is_not_called_a_missing_package(tmp_path: Path) -> None:
    site = make_site(tmp_path / "site")
    (site / "plugins").unlink()
    done = give(site, Path(sysconfig.get_path("purelib")), "doctor")
    assert done.returncode != 0
    assert "No module named 'antenne'" in done.stderr
