from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser.axe import SCHEMES, load_axe, look, run_axe
from tests.browser.conftest import Served, Visit
from tests.browser.kinds import every_page, one_of_each

pytestmark = pytest.mark.browser

OPEN_DETAILS = """() => {
  const closed = [...document.querySelectorAll("details:not([open])")];
  for (const one of closed) one.open = true;
  return closed.length;
}"""
PARTS = 4
"""The pages of a site are looked at in parts, so that several processes share them."""


def faults(page: Page, pages: list[str]) -> list[str]:
    """Return what axe finds on some pages, of any impact, at three widths, light and dark."""
    found = []
    for address in pages:
        page.goto(address)
        found += look(page)
    return found


def in_both_schemes(page: Page) -> list[str]:
    """Return what axe finds on a small screen, light and dark."""
    page.set_viewport_size({"width": 360, "height": 900})
    found = []
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        found += [f"{scheme}: {fault}" for fault in run_axe(page)]
    return found


@pytest.mark.parametrize("part", range(PARTS))
def test_axe_finds_nothing_on_any_page_of_the_site_in_which_everything_occurs(
    essai: Visit, everything: Served, part: int
) -> None:
    assert faults(essai.page, every_page(everything)[part::PARTS]) == []


@pytest.mark.parametrize("served", [""], indirect=True, ids=["at the root"])
def test_axe_finds_nothing_on_any_kind_of_page_of_the_sample(visit: Visit, served: Served) -> None:
    assert faults(visit.page, list(one_of_each(served))) == []


def test_axe_finds_nothing_once_what_a_page_hides_is_open(essai: Visit, everything: Served) -> None:
    found: list[str] = []
    opened = 0
    for address in one_of_each(everything):
        essai.page.goto(address)
        load_axe(essai.page)
        hidden = essai.page.evaluate(OPEN_DETAILS)
        dialogs = essai.page.locator("dialog")
        for at in range(-1 if hidden else 0, dialogs.count()):
            if at >= 0:
                dialogs.nth(at).evaluate("dialog => dialog.showModal()")
            found += [f"{address} opened {at}: {fault}" for fault in in_both_schemes(essai.page)]
            opened += 1
            if at >= 0:
                dialogs.nth(at).evaluate("dialog => dialog.close()")
    assert found == []
    assert opened


def test_axe_finds_nothing_in_forced_colours(essai: Visit, everything: Served) -> None:
    found = []
    essai.page.emulate_media(forced_colors="active")
    for address in one_of_each(everything):
        essai.page.goto(address)
        load_axe(essai.page)
        found += [f"{address}: {fault}" for fault in run_axe(essai.page)]
    assert found == []
