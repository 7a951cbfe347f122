"""What the most read pages weigh: all that the browser fetched for them, compressed, without pictures and sound."""

from __future__ import annotations

from collections import Counter

import pytest
from playwright.sync_api import Browser, Response

from tests.browser.conftest import Served, visiting

pytestmark = pytest.mark.browser

KB = 1000
PAGE, SCRIPTS = 60 * KB, 12 * KB
WEIGHED = {"document", "stylesheet", "script", "fetch", "xhr"}
PAGES = {
    "home": "",
    "book": "livres/pme-gagner-en-competitivite/",
    "episode": "episodes/media-sociaux-levier-de-croissance/",
}
PLAYING = "() => document.querySelector('audio').currentTime > 0"


def weigh(browser: Browser, site: Served, place: str, *, play: bool) -> Counter[str]:
    """Return the bytes that a page's files took on their way, by kind; with `play` also what it fetches to play."""
    answers: list[Response] = []
    with visiting(browser, site) as visit:
        visit.page.on("response", lambda answer: answers.append(answer))
        visit.page.goto(f"{site.address}/{place}")
        visit.page.wait_for_load_state("networkidle")
        if play:
            visit.page.locator("audio").first.evaluate("audio => audio.play()")
            visit.page.wait_for_function(PLAYING)
            visit.page.wait_for_load_state("networkidle")
        found: Counter[str] = Counter()
        for answer in answers:
            kind = answer.request.resource_type
            if kind in WEIGHED:
                assert answer.header_value("content-encoding") == "gzip", answer.url
                found[kind] += answer.request.sizes()["responseBodySize"]
        visit.quiet()
    return found


@pytest.mark.parametrize("kind", PAGES)
def test_a_page_with_its_style_and_scripts_is_small(browser: Browser, production: Served, kind: str) -> None:
    found = weigh(browser, production, PAGES[kind], play=kind != "home")
    print(kind, dict(found), "together", found.total())
    assert found["document"]
    assert found["stylesheet"]
    assert found.total() <= PAGE
    assert found["script"] + found["fetch"] + found["xhr"] <= SCRIPTS
