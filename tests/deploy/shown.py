"""Tiny web servers that show what was published: a folder, or a branch of a repository, each request by itself."""

from __future__ import annotations

import os
import re
import signal
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote

from antenne.deploy import type_of

Read = Callable[[str], bytes | None]


def folder(root: Path) -> Read:
    """Return what reads files under a folder or where a link leads."""

    def read(path: str) -> bytes | None:
        try:
            return (root / path).read_bytes()
        except OSError:
            return None

    return read


def branch(repository: Path, name: str) -> Read:
    """Return what reads the files of a branch, as a Pages host shows them."""

    def read(path: str) -> bytes | None:
        done = subprocess.run(["git", "cat-file", "blob", f"{name}:{path}"], cwd=repository, capture_output=True)
        return done.stdout if done.returncode == 0 else None

    return read


@contextmanager
def shown(read: Read, *, ranges: bool = True, typed: bool = True) -> Iterator[str]:
    """Give the address of a server in a process of its own; without `ranges` or `typed` it is a poor one."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(read, ranges, typed))
    child = os.fork()
    if child == 0:
        try:
            server.serve_forever()
        finally:
            os._exit(0)
    server.socket.close()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)


def _handler(read: Read, ranges: bool, typed: bool) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            path = unquote(self.path.partition("?")[0]).lstrip("/")
            path += "index.html" if not path or path.endswith("/") else ""
            data = read(path)
            asked = re.fullmatch(r"bytes=(\d+)-(\d+)", self.headers.get("Range", "")) if ranges else None
            self.send_response(404 if data is None else 206 if asked else 200)
            data = data or b""
            if asked:
                first, last = int(asked[1]), int(asked[2])
                self.send_header("Content-Range", f"bytes {first}-{last}/{len(data)}")
                data = data[first : last + 1]
            self.send_header("Content-Type", type_of(path) if typed else "application/octet-stream")
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            if self.command == "GET":
                self.wfile.write(data)

        do_HEAD = do_GET  # noqa: N815 — the library's names

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    return Handler
