"""The benchmark, which stands beside the package and not in it: a process of its own in the folder `benchmarks/`."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

_PACKAGE = "benchmarks"


class BenchRefused(Exception):
    """There is no benchmark to run: the text says why and what to do."""


def run_benchmark(folder: Path, arguments: tuple[str, ...]) -> int:
    """Run the benchmark of a project's folder, which speaks for itself, and return its exit code.

    Raise BenchRefused where there is none.
    """
    if not (folder / _PACKAGE / "__main__.py").is_file():
        raise BenchRefused(
            f"This folder has no {_PACKAGE}/. Give the command in a copy of Antenne's repository, which has one."
        )
    command = [sys.executable, "-m", _PACKAGE, *arguments]
    return subprocess.run(command, cwd=folder, stdin=subprocess.DEVNULL, check=False).returncode  # noqa: S603
