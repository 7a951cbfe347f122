"""A book's page: its chapters lead to the moments that speak of them, its shops are a key away."""

from __future__ import annotations

import pytest

from tests.browser.conftest import Served, Visit

pytestmark = pytest.mark.browser

BOOK = "livres/l-ile-aux-ondes/"
AT = """([slug, start]) => {
  const audio = document.querySelector(`[data-player="${slug}"] audio`);
  return audio.currentTime >= start && audio.currentTime < start + 5 && !audio.paused;
}"""


def test_a_chapters_moment_plays_where_the_player_of_its_episode_stands_on_the_page(
    essai: Visit, everything: Served
) -> None:
    essai.page.goto(f"{everything.address}/{BOOK}")
    essai.page.locator(".contents .heard a").filter(has_text="Le phare et la voix").first.click()
    essai.page.wait_for_function(AT, arg=["le-phare", 4], timeout=30_000)
    assert essai.page.url.partition("#")[0] == f"{everything.address}/{BOOK}"
    essai.quiet()


def test_a_moment_of_another_recording_leads_to_its_page_at_that_time(essai: Visit, everything: Served) -> None:
    essai.page.goto(f"{everything.address}/{BOOK}")
    essai.page.locator(".contents .heard a").filter(has_text="Premier essai").click()
    essai.page.wait_for_url("**/episodes/premier/#t=1", timeout=30_000)
    essai.quiet()


def test_the_shops_of_another_edition_open_by_key(essai: Visit, everything: Served) -> None:
    essai.page.goto(f"{everything.address}/{BOOK}")
    closed = essai.page.locator(".buy details:not([open])").first
    handle = closed.element_handle()
    assert not closed.locator("a").first.is_visible()
    closed.locator("summary").focus()
    essai.page.keyboard.press("Enter")
    essai.page.wait_for_function("details => details.open", arg=handle, timeout=30_000)
    essai.quiet()


def test_the_excerpt_is_heard_with_the_same_player(essai: Visit, everything: Served) -> None:
    essai.page.goto(f"{everything.address}/{BOOK}")
    player = essai.page.locator('[data-player="excerpt:l-ile-aux-ondes"]')
    player.locator("[data-do=forward]").wait_for(timeout=30_000)
    player.locator("audio").evaluate("audio => audio.play()")
    essai.page.wait_for_function(
        "() => document.querySelector('[data-player^=excerpt] audio').currentTime > 0", timeout=30_000
    )
    essai.quiet()
