"""How one gets a program, on the system that this is."""

from __future__ import annotations

import platform
import shutil
from types import MappingProxyType

_PACKAGES = MappingProxyType(
    {
        "ssh": ("openssh-client", "openssh"),
        "rsync": ("rsync", "rsync"),
        "git": ("git", "git"),
        "ffmpeg": ("ffmpeg", "ffmpeg"),
        "chromium": ("chromium", "--cask chromium"),
        "node": ("nodejs npm", "node"),
        "python": ("python3 python3-venv", "python"),
    }
)
"""A program's packages: Debian's and Homebrew's."""


def how_to_get(program: str, system: str | None = None) -> str:
    """Return what to type, or to do, for a program; `system` is as `platform.system()` says it."""
    debian, brew = _PACKAGES.get(program, (program, program))
    system = system or platform.system()
    if system == "Darwin":
        return f"brew install {brew} (Homebrew: https://brew.sh)"
    if system == "Windows":
        return f"Antenne works in Linux for Windows: wsl --install -d Debian, then there: sudo apt install {debian}"
    if system == "Linux" and shutil.which("apt-get", path="/usr/bin:/bin"):
        return f"sudo apt install {debian}"
    return f"Install {program} with your system's packages (Debian calls it {debian})."
