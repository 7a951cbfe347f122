from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Visit
from tests.browser.listening import go_to, press_play, time_of, until
from tests.support.talks import HOURS

pytestmark = pytest.mark.browser


def around(page: Page) -> Locator:
    """Return what a listener has the focus on beside native controls: the time of a paragraph."""
    link = page.locator(".transcript .clock").first
    link.focus()
    return link


@pytest.mark.parametrize(
    ("key", "low", "high"),
    [
        ("j", 10, 20),
        ("ArrowLeft", 10, 20),
        ("l", 55, 61),
        ("ArrowRight", 55, 61),
        ("[", 20, 25),
        ("Shift+ArrowLeft", 20, 25),
        ("]", 40, 45),
        ("Shift+ArrowRight", 40, 45),
        ("J", 10, 20),
    ],
)
def test_keys_move_within_the_recording(talk: Visit, key: str, low: float, high: float) -> None:
    go_to_unloaded = "(audio) => { audio.currentTime = 28; }"
    talk.page.locator("audio").evaluate(go_to_unloaded)
    around(talk.page).press(key)
    assert low <= time_of(talk.page) <= high
    talk.quiet()


def test_keys_play_and_pause_and_mute_and_change_the_speed(talk: Visit) -> None:
    page, place = talk.page, around(talk.page)
    place.press("k")
    until(page, "!audio.paused && audio.currentTime > 0")
    place.press("k")
    until(page, "audio.paused")
    for key, rate in ((">", 1.25), ("+", 1.5), ("<", 1.25), ("-", 1), ("-", 0.75), ("-", 0.75)):
        place.press(key)
        assert page.evaluate("document.querySelector('audio').playbackRate") == rate
    expect(page.get_by_label("Vitesse")).to_have_value("0.75")
    expect(page.locator("[data-do=said]")).to_have_text("0,75 ×")
    place.press("m")
    assert page.evaluate("document.querySelector('audio').muted")
    place.press("m")
    assert not page.evaluate("document.querySelector('audio').muted")


def test_the_space_bar_plays_from_the_region_and_is_left_to_buttons(talk: Visit) -> None:
    page = talk.page
    page.locator(".listen").focus()
    page.keyboard.press("Space")
    until(page, "!audio.paused")
    page.get_by_role("button", name="Raccourcis clavier").focus()
    page.keyboard.press("Space")
    expect(page.get_by_role("dialog")).to_be_visible()
    assert not page.evaluate("document.querySelector('audio').paused")


def test_keys_do_nothing_outside_the_player_in_fields_and_with_others(talk: Visit) -> None:
    page = talk.page
    page.locator("body").press("k")
    page.locator(".menu a, .masthead a").first.focus()
    for key in ("k", "l", "m", "?"):
        page.keyboard.press(key)
    field = page.get_by_label("Chercher dans la transcription")
    field.press_sequentially("kl m?>")
    expect(field).to_have_value("kl m?>")
    place = around(page)
    for key in ("Control+k", "Alt+l", "Meta+m"):
        place.press(key)
    assert page.evaluate(
        "[audio.paused, audio.currentTime, audio.muted]".replace("audio", "document.querySelector('audio')")
    ) == [
        True,
        0,
        False,
    ]
    expect(page.get_by_role("dialog")).to_be_hidden()


def test_the_list_of_keys_opens_closes_and_gives_the_focus_back(talk: Visit) -> None:
    place = around(talk.page)
    place.press("?")
    dialog = talk.page.get_by_role("dialog", name="Raccourcis clavier")
    expect(dialog).to_be_visible()
    talk.page.keyboard.press("k")
    assert talk.page.evaluate("document.querySelector('audio').paused")
    talk.page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(place).to_be_focused()


def test_everything_of_the_player_is_reached_by_tab_in_the_order_of_the_page(talk: Visit) -> None:
    page = talk.page
    page.locator(".listen").focus()
    names = []
    for _ in range(60):
        page.keyboard.press("Tab")
        names.append(page.evaluate("(e => e.dataset.do ?? e.className ?? e.tagName)(document.activeElement)"))
        if "follow" in names:
            break
    wanted = ["back", "forward", "next", "speed", "sleep", "chapter", "window", "copy", "keys", "remember", "follow"]
    positions = [names.index(name) for name in wanted]
    assert positions == sorted(positions)


def test_the_player_stays_in_view_below_and_never_over_what_has_the_focus(talk: Visit) -> None:
    page = talk.page
    page.goto(f"{talk.address}/{HOURS}")
    page.emulate_media(reduced_motion="reduce")
    page.locator(".transcript p").nth(40).scroll_into_view_if_needed()
    expect(page.locator(".docked")).to_have_count(0)
    page.evaluate("scrollTo(0, 0)")
    press_play(page)
    height = page.evaluate("document.documentElement.scrollHeight")
    page.locator(".transcript .clock").nth(40).focus()
    expect(page.locator(".docked")).to_have_count(1)
    assert abs(page.evaluate("document.documentElement.scrollHeight") - height) < 400
    expect(page.locator(".docked [data-do=now]")).to_have_text("Quart 0")
    for _ in range(15):
        page.keyboard.press("Tab")
        assert page.evaluate(
            "document.activeElement.getBoundingClientRect().bottom <= document.querySelector('.docked')"
            ".getBoundingClientRect().top"
        )
    page.evaluate("scrollTo(0, 0)")
    expect(page.locator(".docked")).to_have_count(0)
    assert not page.evaluate("document.querySelector('audio').paused")
    talk.quiet()


FREE = """() => {
  const [here, dock] = [document.activeElement, document.querySelector(".docked")];
  return !dock || dock.contains(here) || here === document.body
    || here.getBoundingClientRect().bottom <= dock.getBoundingClientRect().top + 0.5;
}"""


def test_on_a_phone_the_player_is_never_over_what_the_keyboard_reaches(talk: Visit) -> None:
    page = talk.page
    page.set_viewport_size({"width": 360, "height": 640})
    page.emulate_media(reduced_motion="reduce")
    page.goto(f"{talk.address}/{HOURS}")
    press_play(page)
    page.locator(".chapter").first.focus()
    docked = 0
    for _ in range(60):
        page.keyboard.press("Tab")
        page.wait_for_function(FREE, timeout=30_000)
        docked += page.locator(".docked").count()
    assert docked > 20
    talk.quiet()


def test_going_on_by_keyboard_does_not_move_the_focus(talk: Visit) -> None:
    place = around(talk.page)
    press_play(talk.page)
    go_to(talk.page, 25)
    until(talk.page, "audio.currentTime > 26")
    expect(place).to_be_focused()
