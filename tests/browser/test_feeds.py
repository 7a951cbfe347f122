from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import SWITCHES, Served, Visit

pytestmark = pytest.mark.browser

FEED = "flux/livres-a-l-antenne.xml"
DISPLAYED = "s => [...document.querySelectorAll(s)].filter(e => !e.prefix).map(e => getComputedStyle(e).display)"


@pytest.fixture
def after_xslt(browser: Browser) -> Iterator[Page]:
    """Open a browser as it will be when XSLT is gone from it."""
    chromium = browser.browser_type.launch(
        executable_path="/usr/bin/chromium", args=[*SWITCHES, "--disable-features=XSLT"]
    )
    yield chromium.new_page()
    chromium.close()


def test_a_feed_is_a_page_that_plays_and_tells_how_to_subscribe(visit: Visit) -> None:
    visit.page.goto(f"{visit.address}/{FEED}")
    assert visit.page.locator("h1").inner_text() == "Livres à l’antenne"
    assert visit.page.locator("audio").count() == visit.page.locator(".lines > li").count() > 0
    assert visit.page.locator("code").inner_text() == f"{visit.address}/{FEED}"
    assert visit.page.locator(".trail a").get_attribute("href") == f"{visit.address}/emissions/livres-a-l-antenne/"
    assert not visit.page.locator("xslt-warning-banner").is_visible()
    assert visit.outside == []


def test_a_feed_can_be_read_when_xslt_is_gone(after_xslt: Page, served: Served) -> None:
    for path, item in ((FEED, "channel > item"), ("flux/notes.atom.xml", "feed > entry")):
        after_xslt.goto(f"{served.address}/{path}")
        after_xslt.wait_for_function("getComputedStyle(document.documentElement).display === 'block'")
        shown = after_xslt.evaluate(DISPLAYED, f"{item}, {item} > title")
        assert shown
        assert set(shown) == {"block"}, path
        assert set(after_xslt.evaluate(DISPLAYED, "guid, id, pubDate, published, enclosure")) == {"none"}
        help_ = after_xslt.evaluate("getComputedStyle(document.documentElement, '::before').content")
        assert "Copiez l’adresse" in help_


def test_the_address_of_a_feed_is_copied_by_a_button(visit: Visit) -> None:
    visit.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    visit.page.goto(f"{visit.address}/emissions/livres-a-l-antenne/s-abonner/")
    visit.page.get_by_role("button", name="Copier l’adresse").click()
    visit.page.get_by_role("button", name="Adresse copiée").wait_for()
    assert visit.page.evaluate("navigator.clipboard.readText()") == f"{visit.address}/{FEED}"
    visit.quiet()
