"""Where the tools stand that are measured beside Antenne, and how to get them."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parents[1]
GET_IT = "Get it with `invoke bench --get`."
GET_NODE = "Install Node 20 or later with npm, then get Eleventy with `invoke bench --get`."


def python_tool(name: str) -> Path | None:
    """Return a program of the benchmark's own environment, or None: Antenne's would let Pelican find its plugins."""
    path = HERE / ".venv" / "bin" / name
    return path if path.is_file() else None


def get_tools() -> None:
    """Get the tools as they are pinned, by hash, into `benchmarks/`; raise CalledProcessError when that fails."""
    python = HERE / ".venv" / "bin" / "python"
    if not python.is_file():
        subprocess.run([sys.executable, "-m", "venv", str(HERE / ".venv")], check=True)
    pip = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--require-hashes"]
    subprocess.run([*pip, "--requirement", str(HERE / "requirements.txt")], check=True)
    if npm := shutil.which("npm"):
        subprocess.run([npm, "ci", "--prefix", str(HERE), "--ignore-scripts", "--no-audit", "--no-fund"], check=True)
