"""Which tests `.ci/run` runs again when they fail, and that a test which always fails still fails."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).parent.parent

TESTS = """\
from pathlib import Path

import pytest

SEEN = Path(__file__).parent


def fails_once(name):
    seen = SEEN / name
    if not seen.exists():
        seen.touch()
        raise AssertionError("the first time")


@pytest.mark.browser
def test_real():
    fails_once("real")


def test_pure():
    fails_once("pure")


@pytest.mark.browser
def test_wrong():
    raise AssertionError("always")
"""


def run(folder: Path, *more: str) -> str:
    """Run tests that fail in three ways in a process of their own, and return what it says."""
    (folder / "test_three.py").write_text(TESTS, encoding="utf-8")
    (folder / "pytest.ini").write_text("[pytest]\nmarkers = browser\n", encoding="utf-8")
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-p",
        "tests.support.reruns",
        "-p",
        "no:cacheprovider",
        "-raR",
        *more,
        ".",
    ]
    environment = {"PYTHONPATH": str(PROJECT), "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 1, done.stdout + done.stderr
    return done.stdout


def test_only_what_starts_a_browser_or_processes_is_run_again_and_what_always_fails_fails(tmp_path: Path) -> None:
    said = run(tmp_path, "--rerun-real=2")
    assert "2 failed, 1 passed, 3 rerun" in said
    assert said.count("RERUN test_three.py::test_real") == 1
    assert said.count("RERUN test_three.py::test_wrong") == 2
    assert "FAILED test_three.py::test_pure" in said
    assert "FAILED test_three.py::test_wrong" in said


def test_nothing_is_run_again_unless_asked(tmp_path: Path) -> None:
    assert "3 failed" in run(tmp_path)
