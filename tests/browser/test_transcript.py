from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit
from tests.browser.listening import go_to, press_play, until
from tests.support.talks import HOURS, PARAGRAPHS, UNTIMED

pytestmark = pytest.mark.browser

LABEL = "Chercher dans la transcription"
IN_VIEW = """paragraph => {
  const {top, bottom} = paragraph.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
}"""


def look_for(page: Page, words: str, told: str) -> None:
    """Type into the field of the transcript, and wait for what it tells."""
    page.get_by_label(LABEL).fill(words)
    expect(page.locator("[data-do=find] [role=status]")).to_have_text(told)


def test_the_paragraph_that_is_heard_is_marked_for_eyes_and_readers_of_screens(talk: Visit) -> None:
    heard = talk.page.locator(".transcript .sounding")
    expect(heard).to_have_count(0)
    press_play(talk.page)
    expect(heard).to_contain_text("Bienvenue")
    go_to(talk.page, 37)
    expect(heard).to_have_count(1)
    expect(heard.locator(".clock[aria-current=true]")).to_have_text("0:35")
    expect(talk.page.locator(".transcript [aria-current]")).to_have_count(1)
    talk.quiet()


def test_a_time_in_the_transcript_plays_from_there(talk: Visit) -> None:
    talk.page.locator(".transcript .clock").nth(6).click()
    until(talk.page, "!audio.paused && audio.currentTime >= 30 && audio.currentTime < 35")


def test_the_page_scrolls_only_for_readers_who_want_it_and_until_they_scroll(talk: Visit) -> None:
    page = talk.page
    page.goto(f"{talk.address}/{HOURS}")
    page.emulate_media(reduced_motion="reduce")
    press_play(page)
    before = page.evaluate("scrollY")
    go_to(page, 3600)
    heard = page.locator(".transcript .sounding")
    expect(heard).to_contain_text("Passage 750.")
    assert page.evaluate("scrollY") == before
    follow = page.get_by_label("Suivre le son")
    assert not follow.is_checked()
    follow.check()
    page.wait_for_function(f"() => ({IN_VIEW})(document.querySelector('.sounding'))")
    go_to(page, 5400)
    page.wait_for_function(f"() => ({IN_VIEW})(document.querySelector('.sounding'))")
    page.mouse.move(700, 300)
    page.mouse.wheel(0, -3000)
    expect(follow).not_to_be_checked()
    page.wait_for_function(f"() => !({IN_VIEW})(document.querySelector('.sounding'))")
    go_to(page, 1800)
    expect(heard).to_contain_text("Passage 375.")
    assert not heard.evaluate(IN_VIEW)
    talk.quiet()


@pytest.mark.parametrize("words", ["ete", "ÉTÉ", "l'ete", "oeuvre", "œuvre", "  ouessant ", "île d’oues", "crayon ?"])
def test_words_are_found_however_they_are_typed(talk: Visit, words: str) -> None:
    talk.page.get_by_label(LABEL).fill(words)
    status = talk.page.locator("[data-do=find] [role=status]")
    expect(status).to_contain_text("1 sur ")
    marks = talk.page.locator(".transcript mark")
    assert marks.count() == int((status.inner_text()).rpartition(" ")[2])
    assert marks.first.inner_text() in talk.page.locator(".transcript").inner_text()


def test_one_goes_from_place_to_place_and_the_words_stay_as_they_were(talk: Visit) -> None:
    page = talk.page
    words = page.locator(".transcript").inner_text()
    look_for(page, "carnet", "1 sur 6")
    field = page.get_by_label(LABEL)
    field.press("Enter")
    expect(page.locator("[role=status]", has_text="2 sur 6")).to_be_visible()
    field.press("Shift+Enter")
    field.press("Shift+Enter")
    expect(page.locator("[role=status]", has_text="6 sur 6")).to_be_visible()
    assert page.locator(".here").count() == 1
    page.wait_for_function(f"() => ({IN_VIEW})(document.querySelector('.here'))")
    page.get_by_role("button", name="Passage suivant").click()
    expect(page.locator("[role=status]", has_text="1 sur 6")).to_be_visible()
    look_for(page, "introuvable", "Absent de la transcription")
    look_for(page, "", "")
    assert page.locator("mark").count() == 0
    assert page.locator(".transcript").inner_text() == words
    talk.quiet()


@pytest.mark.parametrize("words", ["<b>", "<b>devant</b>", "</span>", "&lt;", "(", "[a-z]", "\\"])
def test_signs_are_looked_for_as_signs_and_never_become_markup(talk: Visit, words: str) -> None:
    tags = "[...document.querySelectorAll('.transcript *')].map(e => e.tagName).filter(t => t != 'MARK').join()"
    before = talk.page.evaluate(tags)
    talk.page.get_by_label(LABEL).fill(words)
    expect(talk.page.locator("[data-do=find] [role=status]")).not_to_be_empty() if len(words) > 1 else None
    assert talk.page.evaluate(tags) == before
    assert talk.page.locator("mark").count() == (3 if words in ("<b>", "<b>devant</b>") else 0)
    talk.quiet()


def test_a_far_place_comes_into_view_whatever_stands_between(talk: Visit) -> None:
    talk.page.set_viewport_size({"width": 360, "height": 780})
    talk.page.goto(f"{talk.address}/{HOURS}#t=5400")
    talk.page.get_by_role("button", name="Écouter à partir de 1:30:00").click()
    talk.page.get_by_label("Suivre le son").check()
    expect(talk.page.locator(".sounding")).to_contain_text("Passage 1125.")
    talk.page.wait_for_function(f"() => ({IN_VIEW})(document.querySelector('.sounding'))")
    look_for(talk.page, "passage 1499", "1 sur 1")
    talk.page.wait_for_function(f"() => ({IN_VIEW})(document.querySelector('.here'))")
    expect(talk.page.get_by_label("Suivre le son")).not_to_be_checked()
    talk.quiet()


def test_words_without_times_are_searched_and_nothing_follows_them(talk: Visit) -> None:
    talk.page.goto(f"{talk.address}/{UNTIMED}")
    look_for(talk.page, "bonsoir", "1 sur 1")
    expect(talk.page.get_by_label("Suivre le son")).to_have_count(0)
    press_play(talk.page)
    talk.quiet()


def test_two_hours_of_speech_stay_quick(talk: Visit) -> None:
    page = talk.page
    page.goto(f"{talk.address}/{HOURS}")
    assert page.locator(".transcript p").count() == PARAGRAPHS
    # What the player does for each step of the sound, without the browser's own work.
    step = """async () => {
      const audio = document.querySelector('audio');
      const start = performance.now();
      for (let i = 0; i < 1000; i++) audio.dispatchEvent(new Event('timeupdate'));
      return (performance.now() - start) / 1000;
    }"""
    assert page.evaluate(step) < 1, "milliseconds for a step"
    longest = page.evaluate(
        """async () => {
          const field = document.querySelector('[data-do=find] input');
          const status = document.querySelector('[data-do=find] [role=status]');
          field.value = 'passage 1499';
          field.dispatchEvent(new Event('input'));
          const start = performance.now();
          while (!status.textContent && performance.now() - start < 20000) await new Promise(requestAnimationFrame);
          return performance.now() - start;
        }"""
    )
    assert longest < 15_000, "milliseconds from the last key to what was found"
    hidden = "getComputedStyle(document.querySelector('.transcript p')).contentVisibility"
    assert page.evaluate(hidden) == "auto"
