"""The parsers of the npm registry, asked through Node."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent


def read(parser: str, *files: Path) -> list[Any]:
    """Return what a parser of `read.mjs` makes of each of some files."""
    command = ["node", str(HERE / "read.mjs"), parser, *map(str, files)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    documents: list[Any] = json.loads(done.stdout)
    return documents
