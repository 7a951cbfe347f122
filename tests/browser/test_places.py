from __future__ import annotations

import json

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visit
from tests.browser.listening import go_to, press_play, stored, time_of, until
from tests.support.talks import HOURS, MINUTE

pytestmark = pytest.mark.browser

KEEP = "Retenir où j’en suis, sur cet appareil"


def test_nothing_is_kept_before_play_and_a_place_after_it(talk: Visit) -> None:
    page = talk.page
    page.get_by_role("button", name="Avancer de 30 secondes").click()
    page.get_by_label("Vitesse").select_option("2")
    page.get_by_label("Chercher dans la transcription").fill("carnet")
    page.goto(f"{talk.address}/")
    page.goto(f"{talk.address}/{MINUTE}")
    assert stored(page) == "{}"
    assert page.context.cookies() == []
    press_play(page)
    go_to(page, 25)
    page.locator("audio").evaluate("audio => audio.pause()")
    page.wait_for_function("() => localStorage.length === 1")
    kept = json.loads(json.loads(stored(page))["antenne.places"])
    assert list(kept) == ["places"]
    assert list(kept["places"]) == [f"/{MINUTE}"]
    assert 24 <= kept["places"][f"/{MINUTE}"] <= 27
    talk.quiet()


def test_one_resumes_where_one_stopped(talk: Visit) -> None:
    press_play(talk.page)
    go_to(talk.page, 25)
    talk.page.goto(f"{talk.address}/")
    talk.page.goto(f"{talk.address}/{MINUTE}")
    resume = talk.page.get_by_role("button", name="Reprendre à 0:2")
    expect(resume).to_be_visible()
    resume.click()
    until(talk.page, "!audio.paused && audio.currentTime >= 25 && audio.currentTime < 35")
    expect(resume).to_be_hidden()


def test_a_link_to_a_moment_goes_before_the_place_that_was_kept(talk: Visit) -> None:
    press_play(talk.page)
    go_to(talk.page, 25)
    talk.page.goto(f"{talk.address}/{MINUTE}?t=50")
    expect(talk.page.get_by_role("button", name="Écouter à partir de 0:50")).to_be_visible()


def test_switching_off_erases_every_place_and_holds_on_every_page(talk: Visit) -> None:
    page = talk.page
    press_play(page)
    go_to(page, 25)
    page.locator("audio").evaluate("audio => audio.pause()")
    page.wait_for_function("() => localStorage.length === 1")
    page.get_by_label(KEEP).uncheck()
    assert json.loads(stored(page)) == {"antenne.places": '{"off":true}'}
    expect(page.locator("[role=status]", has_text="Votre place est effacée")).to_have_count(1)
    page.goto(f"{talk.address}/{HOURS}")
    assert not page.get_by_label(KEEP).is_checked()
    press_play(page)
    go_to(page, 100)
    page.goto(f"{talk.address}/{MINUTE}")
    assert "places" not in json.loads(stored(page))["antenne.places"].replace("antenne.places", "")
    expect(page.locator(".resume")).to_be_hidden()
    page.get_by_label(KEEP).check()
    press_play(page)
    go_to(page, 12)
    page.locator("audio").evaluate("audio => audio.pause()")
    page.wait_for_function("() => localStorage['antenne.places'].includes('le-carnet')")


def test_a_place_is_forgotten_at_the_end(talk: Visit) -> None:
    press_play(talk.page)
    go_to(talk.page, 30)
    talk.page.locator("audio").evaluate("audio => audio.pause()")
    talk.page.wait_for_function("() => localStorage['antenne.places']?.includes('le-carnet')")
    press_play(talk.page)
    go_to(talk.page, 59)
    until(talk.page, "audio.ended")
    talk.page.wait_for_function("() => !localStorage['antenne.places'].includes('le-carnet')")


REFUSED = "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError'); }});"
FULL = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };"
FILLED = "localStorage.setItem('antenne.places', {});"


@pytest.mark.parametrize(
    "trouble",
    [REFUSED, FULL, *(FILLED.format(repr(value)) for value in ("", "null", "[]", "1", "{", '{"places":3}'))],
)
def test_storage_that_fails_or_holds_something_else_breaks_nothing(talk: Visit, trouble: str) -> None:
    talk.page.add_init_script(trouble)
    talk.page.goto(f"{talk.address}/{MINUTE}")
    press_play(talk.page)
    go_to(talk.page, 21)
    expect(talk.page.locator(".chapters [aria-current]")).to_contain_text("Le carnet")
    talk.page.get_by_label(KEEP).uncheck()
    talk.page.get_by_label(KEEP).check()
    talk.page.get_by_role("button", name="Avancer de 30 secondes").click()
    until(talk.page, "audio.currentTime > 50")
    talk.quiet()


def test_the_page_says_in_words_what_is_kept_and_where(talk: Visit) -> None:
    described = talk.page.get_by_label(KEEP).get_attribute("aria-describedby")
    assert "rien n’est envoyé" in talk.page.locator(f"#{described}").inner_text()
    assert time_of(talk.page) == 0
