"""Sites that are built and served on this machine: as `invoke serve` does, or as a server in production does."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import uvicorn
from starlette.middleware.gzip import GZipMiddleware
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from antenne.commands.app import make_app
from antenne.commands.project import LOCAL, Project
from antenne.deploy import cache_of

MakeApp = Callable[[Path, str], ASGIApp]
"""Makes what serves a folder under a path."""


@dataclass
class Served:
    """A site that is served: its address without a trailing slash and the folder with its files."""

    address: str
    folder: Path

    def pages(self) -> list[str]:
        """Return the address of every page, 404 included."""
        found = []
        for path in sorted(self.folder.rglob("*.html")):
            name = path.relative_to(self.folder).as_posix()
            found.append(f"{self.address}/{name.removesuffix('index.html')}")
        return found


def as_in_production(folder: Path, base_path: str) -> ASGIApp:
    """Return an application that compresses, and lets files be kept under names that change with their bytes."""
    app = make_app(folder, base_path)

    async def keeping(scope: Scope, receive: Receive, send: Send) -> None:
        cache = cache_of(scope.get("path", "").removeprefix(base_path).lstrip("/")).encode()

        async def told(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = [pair for pair in message["headers"] if pair[0] != b"cache-control"]
                message = {**message, "headers": [*headers, (b"cache-control", cache)]}
            await send(message)

        await app(scope, receive, told)

    return GZipMiddleware(keeping, minimum_size=200, compresslevel=6)


@contextmanager
def serve(app: ASGIApp, listener: socket.socket) -> Iterator[None]:
    """Serve an application on a listening socket until the block ends."""
    config = uvicorn.Config(app, log_level="critical", lifespan="off", ws="none", timeout_graceful_shutdown=2)
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    deadline = time.monotonic() + 60
    while not server.started:
        assert time.monotonic() < deadline, "the server did not start"
        time.sleep(0.01)
    yield
    server.should_exit = True
    thread.join(60)


@contextmanager
def build_and_serve(
    project: Path, folder: Path, base_path: str = "", *, config: str = LOCAL, app: MakeApp = make_app
) -> Iterator[Served]:
    """Build a site's project into a folder, and serve it on a free port until the block ends."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        address = f"http://127.0.0.1:{listener.getsockname()[1]}{base_path}"
        Project(project).build(config, output=folder, site_url=address)
        with serve(app(folder, base_path), listener):
            yield Served(address, folder)
