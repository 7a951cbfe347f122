from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from antenne.settings import LEAVABLE
from tests.browser.axe import look
from tests.browser.conftest import visiting
from tests.support.everything import make_everything, settings
from tests.support.serving import Served, build_and_serve

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def paged(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Build and serve « Essai » with pages of two in every list, and without all that it can be without."""
    folder = tmp_path_factory.mktemp("paged")
    essai = make_everything(folder / "essai")
    settings(essai, f'ANTENNE |= {{"page_size": 2, "latest": 2, "without": {list(LEAVABLE)!r}}}')
    with build_and_serve(essai, folder / "site") as site:
        yield site


def walk(page: Page, word: str) -> list[str]:
    """Follow the links of a list's pages to its end; return where each is by its own words."""
    places = []
    while True:
        pages = page.get_by_role("navigation", name="Pages de la liste")
        places.append(pages.locator(".pages-place").inner_text())
        link = pages.get_by_role("link", name=word)
        if not link.count():
            return places
        link.click()


def test_a_list_is_walked_to_its_oldest_page_and_back(paged: Served, browser: Browser) -> None:
    with visiting(browser, paged) as visit:
        for path in ("", "notes/"):
            visit.page.goto(f"{paged.address}/{path}")
            down = walk(visit.page, "Plus anciens")
            count = len(down)
            assert count > 2
            assert down == [f"Page {number} sur {count}" for number in range(count, 0, -1)]
            assert walk(visit.page, "Plus récents") == down[::-1]
            assert visit.page.url == f"{paged.address}/{path}"
        visit.quiet()


def test_axe_finds_nothing_on_pages_of_lists_nor_where_much_is_left_out(paged: Served, browser: Browser) -> None:
    with visiting(browser, paged) as visit:
        for path in ("", "page/1/", "notes/page/1/", "episodes/le-phare/", "livres/l-ile-aux-ondes/"):
            visit.page.goto(f"{paged.address}/{path}")
            assert look(visit.page) == []
        # The player does without the small window.
        visit.page.goto(f"{paged.address}/episodes/le-phare/")
        expect(
            visit.page.get_by_role("button", name="+30 s").or_(visit.page.get_by_text("+30 s")).first
        ).to_be_visible()
        visit.quiet()
