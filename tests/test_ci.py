"""`.ci/run` asks a bare Debian for the packages that its tests need."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from tests.conftest import PROGRAMS

PROJECT = Path(__file__).parent.parent
BASH = shutil.which("bash") or "/bin/bash"


def missing(folder: Path) -> set[str]:
    """Return the packages that the script asks for when only what stands in a folder is installed."""
    command = [BASH, str(PROJECT / ".ci" / "packages")]
    done = subprocess.run(command, env={"PATH": str(folder)}, capture_output=True, text=True, timeout=60, check=True)
    return set(done.stdout.split())


def test_a_bare_machine_gets_every_program_that_a_test_may_need(tmp_path: Path) -> None:
    packages = {"chromium", "default-jre-headless", "eyed3", "ffmpeg", "newsboat", "nodejs", "npm"}
    assert missing(tmp_path) == packages
    for program in {*PROGRAMS.values(), "npm"}:
        (tmp_path / program).write_text("#!/bin/sh\n", encoding="utf-8")
        (tmp_path / program).chmod(0o755)
    assert missing(tmp_path) == set()
