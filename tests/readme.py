"""Runs the README's first or second command as it stands there: `python3 tests/readme.py 1`."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).parent.parent


def commands() -> list[str]:
    """Return the fenced `sh` blocks of the README, in order."""
    return re.findall(r"^```sh\n(.*?)^```", (PROJECT / "README.md").read_text(encoding="utf-8"), re.M | re.S)


if __name__ == "__main__":
    command = commands()[int(sys.argv[1]) - 1]
    print(command, end="", flush=True)
    sys.exit(subprocess.run(["sh", "-ec", command], cwd=PROJECT, check=False).returncode)
