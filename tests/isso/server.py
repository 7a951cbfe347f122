"""A real Isso server on this machine, with a database of its own."""

from __future__ import annotations

import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PROGRAM = Path(__file__).parent / ".venv" / "bin" / "isso"

_CONFIG = """\
[general]
dbpath = {folder}/comments.db
host = {site}/
[server]
listen = {server}
[moderation]
enabled = false
"""


def free_address() -> str:
    """Return the address of a port that nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as found:
        return f"http://127.0.0.1:{found.getsockname()[1]}"


@contextmanager
def isso(server: str, site: str, folder: Path) -> Iterator[None]:
    """Let Isso answer at an address, for the pages of one site, without moderation."""
    config = folder / "isso.cfg"
    config.write_text(_CONFIG.format(folder=folder, site=site, server=server), encoding="utf-8")
    with (folder / "isso.log").open("wb") as log:
        running = subprocess.Popen([PROGRAM, "-c", config, "run"], stdout=log, stderr=log)
        try:
            _wait(running, server, folder / "isso.log")
            yield
        finally:
            running.terminate()
            running.wait(30)


def _wait(running: subprocess.Popen[bytes], server: str, log: Path) -> None:
    deadline = time.monotonic() + 120
    while True:
        assert running.poll() is None, log.read_text(encoding="utf-8")
        assert time.monotonic() < deadline, log.read_text(encoding="utf-8")
        try:
            urllib.request.urlopen(f"{server}/js/embed.min.js", timeout=10).close()
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
        else:
            return
