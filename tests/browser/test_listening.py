from __future__ import annotations

import re

import pytest

from tests.browser.conftest import Served, Visit

pytestmark = pytest.mark.browser

PLAYING = "audio => !audio.paused && audio.currentTime > 0"


def wait_for(visit: Visit, condition: str) -> None:
    """Wait until something holds for the page's first player."""
    visit.page.wait_for_function(f"() => ({condition})(document.querySelector('audio'))", timeout=10_000)


def open_interview(visit: Visit) -> None:
    """Go from the home page to a book and from the book to its interview, as a reader does."""
    visit.page.goto(f"{visit.address}/livres/pme-gagner-en-competitivite/")
    visit.page.get_by_role("link", name=re.compile("levier de croissance")).first.click()
    visit.page.wait_for_url("**/episodes/**")


def test_the_books_page_plays_its_interview(visit: Visit) -> None:
    visit.page.goto(f"{visit.address}/livres/pme-gagner-en-competitivite/")
    visit.page.locator("audio").first.evaluate("audio => audio.play()")
    wait_for(visit, PLAYING)
    visit.quiet()


def test_nothing_of_a_recording_is_fetched_before_play(visit: Visit) -> None:
    fetched: list[str] = []
    visit.page.on("request", lambda request: fetched.append(request.url))
    open_interview(visit)
    visit.page.wait_for_load_state("networkidle")
    assert not [url for url in fetched if "/audio/" in url]


def test_a_chapter_makes_the_player_seek(visit: Visit) -> None:
    open_interview(visit)
    visit.page.locator("audio").first.evaluate("audio => audio.play()")
    wait_for(visit, PLAYING)
    chapter = visit.page.locator(".chapter:not([href$='#t=0'])").nth(1)
    start = float((chapter.get_attribute("href") or "").partition("#t=")[2])
    chapter.click()
    wait_for(visit, f"audio => Math.abs(audio.currentTime - {start}) < 3 && audio.currentTime >= {start}")
    visit.quiet()


def test_a_chapter_clicked_before_play_starts_there(visit: Visit) -> None:
    open_interview(visit)
    chapter = visit.page.locator(".chapter:not([href$='#t=0'])").first
    start = float((chapter.get_attribute("href") or "").partition("#t=")[2])
    chapter.click()
    wait_for(visit, f"audio => audio.currentTime >= {start} && audio.currentTime < {start} + 5")
    visit.quiet()


def test_a_link_to_a_moment_starts_there_when_played(visit: Visit) -> None:
    open_interview(visit)
    visit.page.goto(f"{visit.page.url}#t=42")
    visit.page.reload()
    visit.page.locator("audio").first.evaluate("audio => audio.play()")
    wait_for(visit, "audio => audio.currentTime >= 42 && audio.currentTime < 47")
    visit.quiet()


def test_every_page_is_quiet_and_leaves_nothing_behind(visit: Visit, served: Served) -> None:
    for address in served.pages():
        visit.page.goto(address)
        visit.page.wait_for_load_state("load")
    visit.quiet()
    assert visit.page.context.cookies() == []
    assert visit.page.evaluate("localStorage.length + sessionStorage.length") == 0


def test_no_page_scrolls_sideways_on_a_small_phone(visit: Visit, served: Served) -> None:
    visit.page.set_viewport_size({"width": 320, "height": 640})
    for address in served.pages():
        visit.page.goto(address)
        width = visit.page.evaluate("document.documentElement.scrollWidth")
        assert width <= 320, f"{address} is {width} pixels wide"


def test_without_javascript_the_interview_still_has_a_player_chapters_and_words(served: Served, visit: Visit) -> None:
    browser = visit.page.context.browser
    assert browser is not None
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{served.address}/livres/pme-gagner-en-competitivite/")
    page.get_by_role("link", name=re.compile("levier de croissance")).first.click()
    assert page.locator("audio[controls]").count() >= 1
    assert page.locator(".chapter[href*='.mp3#t=']").count() >= 3
    context.close()
