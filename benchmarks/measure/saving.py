"""From saving a file to the page that shows it: what an author waits for while `invoke serve` runs."""

from __future__ import annotations

import http.client
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks.corpus.items import Note
from benchmarks.measure.process import RunFailed

_EVENTS = "/-/antenne/reload"
_STEP = 0.05
_ENDING = 30
_SHOWN = 3000


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """A server of a site on this machine, and what it says."""

    port: int
    running: subprocess.Popen[bytes]
    log: Path

    def page(self, path: str) -> bytes:
        """Return the body of a page, empty while there is none."""
        asked = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            asked.request("GET", path)
            answer = asked.getresponse()
            body = answer.read()
            return body if answer.status == http.HTTPStatus.OK else b""
        except OSError:
            return b""
        finally:
            asked.close()

    def versions(self, patience: float) -> Iterator[str]:
        """Give the versions of the site as pages that are open hear of them, the present one first."""
        listening = http.client.HTTPConnection("127.0.0.1", self.port, timeout=patience)
        try:
            listening.request("GET", _EVENTS)
            answer = listening.getresponse()
            while line := answer.readline():
                if line.startswith(b"data:"):
                    yield line[5:].strip().decode()
        finally:
            listening.close()


def measure_saves(site: Path, note: Note, times: int, patience: float = 900) -> list[float]:
    """Return the seconds from each of some changes of a note to its whole page with the change in it.

    The page is asked for as a browser does: when the server says that there is another version.
    """
    source = site / "content" / "notes" / f"{note.date.date()}-{note.slug}.md"
    path, text = f"/notes/{note.date.year}/{note.slug}/", source.read_text(encoding="utf-8")
    try:
        with _serving(site) as server:
            _wait_for(server, path, patience)
            heard = server.versions(patience)
            next(heard)
            return [_save(source, f"{text}\nSaved {number} times.\n", server, path, heard) for number in range(times)]
    finally:
        source.write_text(text, encoding="utf-8")


def _save(source: Path, text: str, server: Server, path: str, heard: Iterator[str]) -> float:
    words = text.splitlines()[-1].encode()
    start = time.monotonic()
    source.write_text(text, encoding="utf-8")
    for _ in heard:
        if words in server.page(path):
            return time.monotonic() - start
    raise RunFailed(f"`invoke serve` ended before it showed the change of {source.name}.")


@contextmanager
def _serving(site: Path) -> Iterator[Server]:
    """Let `invoke serve` run on a free port, and end it as Ctrl-C does."""
    with socket.create_server(("127.0.0.1", 0)) as found:
        port = found.getsockname()[1]
    command = [sys.executable, "-m", "invoke", "serve", "--port", str(port)]
    with (site / ".bench-log").open("wb") as log:
        running = subprocess.Popen(command, cwd=site, stdin=subprocess.DEVNULL, stdout=log, stderr=log)
    try:
        yield Server(port=port, running=running, log=site / ".bench-log")
    finally:
        running.send_signal(signal.SIGINT)
        try:
            running.wait(_ENDING)
        except subprocess.TimeoutExpired:
            running.kill()
            running.wait()


def _wait_for(server: Server, path: str, patience: float) -> None:
    deadline = time.monotonic() + patience
    while not server.page(path):
        if server.running.poll() is not None or time.monotonic() > deadline:
            said = server.log.read_text(encoding="utf-8", errors="replace")[-_SHOWN:]
            raise RunFailed(f"`invoke serve` has not shown {path}. It said: {said}")
        time.sleep(_STEP)
