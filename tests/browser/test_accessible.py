from __future__ import annotations

from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.conftest import Served, Visit

pytestmark = pytest.mark.browser

SERIOUS = {"serious", "critical"}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1440])
def test_axe_finds_nothing_serious_on_any_page(
    visit: Visit, served: Served, scheme: Literal["light", "dark"], width: int
) -> None:
    visit.page.emulate_media(color_scheme=scheme)
    visit.page.set_viewport_size({"width": width, "height": 900})
    found = []
    for address in served.pages():
        visit.page.goto(address)
        for violation in Axe().run(visit.page).response["violations"]:
            if violation["impact"] in SERIOUS:
                nodes = [node["html"][:160] for node in violation["nodes"][:3]]
                found.append(f"{address}: {violation['id']}: {nodes}")
    assert found == []


def test_the_first_tab_stop_leads_past_the_menu(visit: Visit) -> None:
    visit.page.goto(f"{visit.address}/")
    visit.page.keyboard.press("Tab")
    target = visit.page.evaluate("document.activeElement.getAttribute('href')")
    assert target
    assert target.startswith("#")
    assert visit.page.locator(target).count() == 1


def test_every_stop_of_the_keyboard_can_be_seen(visit: Visit) -> None:
    visit.page.goto(f"{visit.address}/")
    outlines = """() => {
      const style = getComputedStyle(document.activeElement);
      return document.activeElement.tagName === 'BODY' || style.outlineStyle !== 'none' || style.boxShadow !== 'none';
    }"""
    for _ in range(25):
        visit.page.keyboard.press("Tab")
        assert visit.page.evaluate(outlines), visit.page.evaluate("document.activeElement.outerHTML")
