"""The sample site and « Essai », built and served on this machine, and a real browser that looks at them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, expect, sync_playwright

from antenne.commands.project import PUBLIC
from tests.support.everything import make_everything
from tests.support.serving import Served, as_in_production, build_and_serve
from tests.support.talks import MINUTE, make_talks

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
def talks(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Build and serve a site of talks for the player."""
    folder = tmp_path_factory.mktemp("talks")
    with build_and_serve(make_talks(folder / "talks"), folder / "site") as site:
        yield site


@pytest.fixture(scope="session")
def production(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Build the sample site as it is published, and serve it compressed and kept as a server in production does."""
    folder = tmp_path_factory.mktemp("production") / "site"
    with build_and_serve(SAMPLE, folder, config=PUBLIC, app=as_in_production) as site:
        yield site


@pytest.fixture(scope="session", autouse=True)
def patience() -> None:
    """Let what is expected take its time: the machine may be slow."""
    expect.set_options(timeout=30_000)


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

    def said(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            found.console.append(f"{message.text} ({message.location.get('url', '')})")

    page.on("console", said)
    page.on("pageerror", lambda error: found.console.append(str(error)))
    page.on("request", asked)
    yield found
    context.close()
    # What the policy refuses is told on the console: no test lets that pass.
    assert [text for text in found.console if _is_of_a_policy(text)] == []


def _is_of_a_policy(text: str) -> bool:
    """Say whether a message tells of a refusal; what Chromium's own banner over feeds (XSLT) asks for is let be."""
    banner = "inline" in text and text.endswith(".xml)")
    return not banner and ("Content Security Policy" in text or "Permissions-Policy" in text)


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


@pytest.fixture
def talk(browser: Browser, talks: Served) -> Iterator[Visit]:
    """Open the listening page of a talk of one minute."""
    with visiting(browser, talks) as found:
        found.page.goto(f"{talks.address}/{MINUTE}")
        yield found


@pytest.fixture
def silent_talk(browser: Browser, talks: Served) -> Iterator[Visit]:
    """Open the same page without JavaScript."""
    with visiting(browser, talks, javascript=False) as found:
        found.page.goto(f"{talks.address}/{MINUTE}")
        yield found
