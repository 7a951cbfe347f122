"""Whole processes, measured from outside by the operating system's own accounting."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

_STOPWATCH = Path(__file__).with_name("stopwatch.py")
_SHOWN = 3000


class RunFailed(Exception):
    """A measured command ended badly: the text says which, and ends with what it said last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """What one command took: seconds, and bytes of its largest process."""

    wall: float
    user: float
    system: float
    peak: int

    @property
    def cpu(self) -> float:
        """Seconds that processors worked, those of children included."""
        return self.user + self.system


def measure(command: Sequence[str], folder: Path, timeout: float = 1800) -> Run:
    """Run a command in a folder and return what it took; raise RunFailed when it fails or takes `timeout` seconds."""
    log = folder / ".bench-log"
    watch = [sys.executable, "-I", "-S", str(_STOPWATCH), str(timeout), str(log), *command]
    done = subprocess.run(watch, cwd=folder, capture_output=True, text=True, check=False, env=_environment())
    if done.returncode:
        raise RunFailed(f"{command[0]} could not be measured: {done.stderr[-_SHOWN:]}")
    said = json.loads(done.stdout)
    if code := said.pop("code"):
        last = log.read_text(encoding="utf-8", errors="replace")[-_SHOWN:] if log.is_file() else ""
        raise RunFailed(f"`{' '.join(command)}` in {folder} ended with {code}.\n{last}")
    return Run(**said)


def _environment() -> dict[str, str]:
    """Return the environment of what is measured: Python keeps compiled modules, as it does unless told otherwise."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
