"""The way from one language to another, and back, as a reader goes it."""

from __future__ import annotations

import pytest

from tests.browser.conftest import Visit

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("width", [320, 1280])
def test_a_reader_changes_the_language_and_stays_with_the_same_book(essai: Visit, width: int) -> None:
    essai.page.set_viewport_size({"width": width, "height": 800})
    essai.page.goto(f"{essai.address}/livres/l-ile-aux-ondes/")
    essai.page.get_by_role("navigation", name="Langues").get_by_role("link", name="English").click()
    essai.page.wait_for_url("**/en/books/l-ile-aux-ondes/")
    assert essai.page.locator("html").get_attribute("lang") == "en"
    assert essai.page.locator("h1").inner_text() == "The Isle of Waves"
    assert essai.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    essai.page.get_by_role("navigation", name="Languages").get_by_role("link", name="Français").click()
    essai.page.wait_for_url("**/livres/l-ile-aux-ondes/")
    assert essai.page.locator("html").get_attribute("lang") == "fr"
    essai.quiet()


def test_what_is_not_told_in_english_leads_to_the_english_home_page(essai: Visit) -> None:
    essai.page.goto(f"{essai.address}/livres/carnet/")
    essai.page.get_by_role("link", name="English").click()
    essai.page.wait_for_url("**/en/")
    essai.quiet()


def test_a_search_in_english_finds_the_english_words(essai: Visit) -> None:
    essai.page.goto(f"{essai.address}/en/search/?q=lighthouse")
    found = essai.page.locator(".search-results a", has_text="At the Lighthouse")
    found.first.wait_for(timeout=60_000)
    assert "/en/episodes/le-phare/" in (found.first.get_attribute("href") or "")
    essai.quiet()
