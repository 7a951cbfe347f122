"""`.ci/run` asks a bare Debian for the packages that its tests need."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from tests.conftest import PROGRAMS

PROJECT = Path(__file__).parent.parent
BASH = shutil.which("bash") or "/bin/bash"

SERVERS = "/usr/sbin:/usr/local/sbin"
"""Where the script looks as well: what this machine has there is not missing."""


def missing(folder: Path) -> set[str]:
    """Return the packages that the script asks for when only what stands in a folder is installed."""
    command = [BASH, str(PROJECT / ".ci" / "packages")]
    done = subprocess.run(command, env={"PATH": str(folder)}, capture_output=True, text=True, timeout=60, check=True)
    return set(done.stdout.split())


def known() -> dict[str, str]:
    """Return the programs that the script looks for, each with a package that brings it."""
    listed = (PROJECT / ".ci" / "packages").read_text(encoding="utf-8").partition("<<'END'\n")[2].partition("END")[0]
    return dict(line.split() for line in listed.splitlines())


def test_a_bare_machine_gets_every_program_that_a_test_may_need(tmp_path: Path) -> None:
    programs = known()
    assert {*PROGRAMS.values(), "npm"} <= set(programs)
    lacking = {package for program, package in programs.items() if shutil.which(program, path=SERVERS) is None}
    assert lacking <= missing(tmp_path)
    for program in programs:
        (tmp_path / program).write_text("#!/bin/sh\n", encoding="utf-8")
        (tmp_path / program).chmod(0o755)
    assert missing(tmp_path) == set()
