"""The sample site and « Essai », built and served on this machine, and a real browser that looks at them."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Browser, Page, Request, sync_playwright
from starlette.types import ASGIApp

from antenne.commands.app import make_app
from antenne.commands.project import LOCAL, Project
from tests.support.everything import make_everything

SAMPLE = Path(__file__).parent.parent.parent
SWITCHES = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--mute-audio",
]


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
def build_and_serve(project: Path, folder: Path, base_path: str = "") -> Iterator[Served]:
    """Build a site's project into a folder, and serve it on a free port until the block ends."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        address = f"http://127.0.0.1:{listener.getsockname()[1]}{base_path}"
        Project(project).build(LOCAL, output=folder, site_url=address)
        with serve(make_app(folder, base_path), listener):
            yield Served(address, folder)


@pytest.fixture(scope="session", params=["", "/sous/dossier"], ids=["at the root", "under a path"])
def served(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Build and serve the sample site, at the root of its domain and under a path."""
    with build_and_serve(SAMPLE, tmp_path_factory.mktemp("sample") / "site", request.param) as site:
        yield site


@pytest.fixture(scope="session")
def everything(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Build and serve « Essai », in which every feature and every kind of page occurs."""
    folder = tmp_path_factory.mktemp("everything")
    with build_and_serve(make_everything(folder / "essai"), folder / "site") as site:
        yield site


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start Debian's Chromium once."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=SWITCHES)
        yield chromium
        chromium.close()


@dataclass
class Visit:
    """A page in the browser, and what it did that it should not."""

    page: Page
    address: str
    console: list[str] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)

    def quiet(self) -> None:
        """Assert that nothing was said on the console and nobody else was asked for anything."""
        assert self.console == []
        assert self.outside == []


@contextmanager
def visiting(browser: Browser, site: Served, *, javascript: bool = True) -> Iterator[Visit]:
    """Open a fresh browser profile with nothing in it, and watch what the pages of a site do in it."""
    context = browser.new_context(
        locale="fr-FR", viewport={"width": 1280, "height": 900}, java_script_enabled=javascript
    )
    page = context.new_page()
    found = Visit(page, site.address)

    def asked(request: Request) -> None:
        if not request.url.startswith((site.address, "data:", "blob:")):
            found.outside.append(request.url)

    page.on(
        "console", lambda message: found.console.append(message.text) if message.type in {"error", "warning"} else None
    )
    page.on("pageerror", lambda error: found.console.append(str(error)))
    page.on("request", asked)
    yield found
    context.close()


@pytest.fixture
def visit(browser: Browser, served: Served) -> Iterator[Visit]:
    """Visit the sample site, at the root and under a path."""
    with visiting(browser, served) as found:
        yield found


@pytest.fixture
def essai(browser: Browser, everything: Served) -> Iterator[Visit]:
    """Visit « Essai »."""
    with visiting(browser, everything) as found:
        yield found
