"""Comments from a real Isso server: nothing is asked of it before a click, and everything works after it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Request

from tests.isso.server import free_address, isso
from tests.support.serving import build_and_serve
from tests.support.site import make_site

pytestmark = [pytest.mark.browser, pytest.mark.isso]

LONG = 120_000
"""How long a page may take on a machine that has much else to do, in ms."""


class Reader:
    """A reader of a note: what the browser asked for, what it complained of."""

    def __init__(self, page: Page, note: str) -> None:
        self.page, self.note = page, note
        self.asked: list[str] = []
        self.complaints: list[str] = []
        page.set_default_timeout(LONG)
        page.on("request", self._asks)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on(
            "console",
            lambda said: self.complaints.append(said.text) if said.type in {"error", "warning"} else None,
        )

    def open(self) -> None:
        self.page.goto(self.note)
        self.page.wait_for_load_state("networkidle")

    def ask_for_comments(self) -> None:
        self.page.get_by_role("button", name="Afficher les commentaires").click()

    def _asks(self, request: Request) -> None:
        self.asked.append(request.url)


@pytest.fixture
def server() -> str:
    """Return where Isso will be."""
    return free_address()


@pytest.fixture
def reader(browser: Browser, server: str, tmp_path: Path) -> Iterator[Reader]:
    """Let a reader come to the note of a small site whose comments come from `server`."""
    site = make_site(tmp_path / "site")
    with (site / "pelicanconf.py").open("a", encoding="utf-8") as conf:
        conf.write(f'\nANTENNE["comments"] = {{"isso": "{server}"}}\n')
    with build_and_serve(site, tmp_path / "output") as served:
        context = browser.new_context(locale="fr-FR")
        yield Reader(context.new_page(), f"{served.address}/notes/2013/une-note/")
        context.close()


def test_a_reader_asks_for_the_comments_adds_one_and_another_reads_it(
    reader: Reader, server: str, tmp_path: Path, browser: Browser
) -> None:
    site = reader.note.partition("/notes/")[0]
    with isso(server, site, tmp_path):
        reader.open()
        assert [url for url in reader.asked if not url.startswith(site)] == []
        assert reader.page.evaluate("[localStorage.length, document.cookie]") == [0, ""]
        reader.ask_for_comments()
        box = reader.page.locator(".isso-postbox").first
        box.locator("textarea").fill("Un avis « franc », <b>sans</b> fard.")
        box.locator("[name=author]").fill("Zoé")
        box.locator("input[type=submit]").click()
        posted = reader.page.locator("#isso-root .isso-comment")
        posted.wait_for()
        assert "Zoé" in posted.inner_text()
        assert reader.complaints == []
        assert {url.partition("/")[2] for url in reader.asked if not url.startswith((site, server))} == set()
        later = browser.new_context(locale="fr-FR")
        other = Reader(later.new_page(), reader.note)
        other.open()
        other.ask_for_comments()
        other.page.locator("#isso-root .isso-comment").wait_for()
        assert "Un avis « franc », <b>sans</b> fard." in other.page.locator("#isso-root").inner_text()
        assert other.complaints == []
        later.close()


def test_a_server_that_does_not_answer_is_told(reader: Reader) -> None:
    reader.open()
    reader.ask_for_comments()
    alert = reader.page.get_by_role("alert")
    alert.wait_for()
    assert alert.inner_text() == "Le serveur des commentaires ne répond pas."
