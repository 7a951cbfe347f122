from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import Served, visiting
from tests.support.everything import make_everything, settings
from tests.support.serving import build_and_serve

pytestmark = pytest.mark.browser

SMALL = Path(__file__).parent.parent / "themes" / "petit"


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Build and serve « Essai » with a theme that inherits, and changes the tokens and one block."""
    folder = tmp_path_factory.mktemp("petit")
    site = make_everything(folder / "essai")
    settings(site, f"THEME = {str(SMALL)!r}")
    with build_and_serve(site, folder / "site") as served:
        yield served


@pytest.mark.parametrize(("scheme", "paper"), [("light", "rgb(253, 246, 227)"), ("dark", "rgb(16, 32, 28)")])
def test_a_theme_of_tokens_and_one_block_changes_these_and_keeps_every_page(
    browser: Browser, small: Served, everything: Served, scheme: str, paper: str
) -> None:
    assert len(small.pages()) == len(everything.pages())
    with visiting(browser, small) as visit:
        visit.page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        for place in ("", "livres/l-ile-aux-ondes/", "episodes/le-phare/"):
            visit.page.goto(f"{visit.address}/{place}")
            assert visit.page.evaluate("getComputedStyle(document.documentElement).backgroundColor") == paper
            assert visit.page.locator(".foot-words").inner_text() == "Un petit thème, qui hérite de tout le reste."
            assert visit.page.locator(".masthead .site-name").inner_text() == "Essai"
        visit.quiet()
