"""What the most read pages weigh: all that the browser fetched for them, compressed, without pictures and sound."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Response

from tests.browser.conftest import Served, visiting
from tests.support.everything import make_everything
from tests.support.serving import as_in_production, build_and_serve

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


@pytest.fixture
def films(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Serve « Essai », which has films, compressed and kept as a server in production does."""
    folder = tmp_path_factory.mktemp("films")
    with build_and_serve(make_everything(folder / "essai"), folder / "site", app=as_in_production) as site:
        yield site


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


def test_an_episode_with_a_film_and_all_its_scripts_is_small(browser: Browser, films: Served) -> None:
    found = weigh(browser, films, "episodes/filme/", play=True)
    print("film", dict(found), "together", found.total())
    assert found.total() <= PAGE
    assert 0 < found["script"] + found["fetch"] + found["xhr"] <= SCRIPTS
