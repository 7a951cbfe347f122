"""What the player does with the device around it: timer, locked screen, clipboard, sharing, other windows."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visit
from tests.browser.listening import DEADLINE, go_to, press_play, until
from tests.support.talks import HOURS, MINUTE

pytestmark = pytest.mark.browser

RECORDER = """
window.acts = {};
MediaSession.prototype.setActionHandler = (name, act) => { window.acts[name] = act; };
MediaSession.prototype.setPositionState = (state) => { window.position = state; };
"""


def test_the_system_shows_the_talk_and_moves_in_it(talk: Visit) -> None:
    page = talk.page
    page.add_init_script(RECORDER)
    page.reload()
    press_play(page)
    shown = page.evaluate(
        "(({title, album, artwork}) => ({title, album, artwork: artwork.length}))(navigator.mediaSession.metadata)"
    )
    assert shown == {"title": "Le carnet", "album": "Émission d’essai", "artwork": 1}
    page.evaluate("acts.nexttrack()")
    until(page, "audio.currentTime >= 20 && audio.currentTime < 25")
    page.wait_for_function("() => navigator.mediaSession.metadata.artwork[0].src.includes('carnet')")
    page.evaluate("acts.previoustrack()")
    until(page, "audio.currentTime < 5")
    page.evaluate("acts.seekto({seekTime: 42})")
    until(page, "audio.currentTime >= 42 && audio.currentTime < 47")
    page.evaluate("acts.seekbackward({})")
    until(page, "audio.currentTime >= 27 && audio.currentTime < 35")
    page.evaluate("acts.seekforward({seekOffset: 10})")
    until(page, "audio.currentTime >= 37 && audio.currentTime < 45")
    page.wait_for_function("() => Math.abs(position.duration - 60) < 1 && position.position >= 37")
    page.evaluate("acts.pause()")
    until(page, "audio.paused")
    talk.quiet()


@pytest.mark.parametrize("minutes", [5, 60])
def test_the_timer_stops_the_sound_after_some_minutes_and_says_how_many_are_left(talk: Visit, minutes: int) -> None:
    page = talk.page
    page.clock.install()
    page.goto(f"{talk.address}/{HOURS}")
    press_play(page)
    page.get_by_label("Minuterie").select_option(str(minutes))
    expect(page.locator("[data-do=said]")).to_contain_text("Arrêt dans")
    page.clock.fast_forward((minutes - 1) * 60_000)
    expect(page.locator(".left")).to_have_text("Arrêt dans 1:00")
    assert not page.evaluate("document.querySelector('audio').paused")
    page.clock.fast_forward(61_000)
    until(page, "audio.paused")
    expect(page.get_by_label("Minuterie")).to_have_value("")
    expect(page.locator("[data-do=said]")).to_have_text("La minuterie a arrêté le son.")
    expect(page.locator(".left")).to_be_hidden()
    press_play(page)
    page.clock.fast_forward(3600_000)
    assert not page.evaluate("document.querySelector('audio').paused")


def test_the_timer_stops_at_the_end_of_the_chapter_that_is_heard_and_not_of_one_that_is_left(talk: Visit) -> None:
    page = talk.page
    press_play(page)
    page.get_by_label("Minuterie").select_option("chapter")
    expect(page.locator(".left")).to_contain_text("Arrêt dans 0:")
    go_to(page, 38)
    assert not page.evaluate("document.querySelector('audio').paused")
    until(page, "audio.paused")
    assert 39.5 <= page.evaluate("document.querySelector('audio').currentTime") < 42


def test_the_timer_can_be_switched_off_and_knows_the_end_of_the_talk(talk: Visit) -> None:
    page = talk.page
    page.clock.install()
    page.reload()
    press_play(page)
    page.get_by_label("Minuterie").select_option("5")
    page.get_by_label("Minuterie").select_option("")
    expect(page.locator("[data-do=said]")).to_have_text("La minuterie est arrêtée.")
    page.clock.fast_forward(400_000)
    assert not page.evaluate("document.querySelector('audio').paused")
    page.get_by_label("Minuterie").select_option("end")
    expect(page.locator(".left")).to_contain_text("Arrêt dans 0:5")
    go_to(page, 59)
    until(page, "audio.ended")
    expect(page.get_by_label("Minuterie")).to_have_value("")


def test_the_link_to_the_moment_is_copied(talk: Visit) -> None:
    page = talk.page
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Avancer de 30 secondes").click()
    page.get_by_role("button", name="Copier le lien à 0:30").click()
    expect(page.get_by_role("button", name="Lien copié")).to_be_visible()
    expect(page.locator("[data-do=said]")).to_have_text("Lien copié")
    assert page.evaluate("navigator.clipboard.readText()") == f"{talk.address}/{MINUTE}#t=30"
    talk.quiet()


def test_the_moment_is_shared_by_the_device_where_it_can_and_no_button_is_left_where_it_cannot(talk: Visit) -> None:
    page = talk.page
    page.add_init_script("navigator.share = async (what) => { window.shared = what; };")
    page.goto(f"{talk.address}/{MINUTE}?t=12")
    page.get_by_role("button", name="Partager à partir de 0:12").click()
    page.wait_for_function("() => window.shared")
    assert page.evaluate("shared") == {"title": "Le carnet", "url": f"{talk.address}/{MINUTE}#t=12"}
    page.add_init_script("navigator.share = async () => { throw new DOMException('no', 'AbortError'); };")
    page.reload()
    page.get_by_role("button", name="Partager à partir de 0:12").click()
    page.add_init_script("navigator.share = undefined;")
    page.reload()
    expect(page.get_by_role("button", name="Raccourcis clavier")).to_be_visible()
    expect(page.get_by_role("button", name="Partager")).to_have_count(0)
    talk.quiet()


def test_a_small_window_goes_on_from_the_same_moment_while_one_reads_elsewhere(talk: Visit) -> None:
    page = talk.page
    press_play(page)
    go_to(page, 30)
    with page.expect_popup() as opening:
        page.get_by_role("link", name="Écouter dans une petite fenêtre").click()
    small = opening.value
    until(page, "audio.paused")
    assert "/embed/le-carnet/?t=3" in small.url
    until(small, "!audio.paused && audio.currentTime >= 30")
    page.goto(f"{talk.address}/livres/le-livre/")
    page.wait_for_load_state("load")
    until(small, "!audio.paused && audio.currentTime >= 32")
    small.wait_for_function("() => localStorage['antenne.places']?.includes('le-carnet')", timeout=DEADLINE)
    page.goto(f"{talk.address}/{MINUTE}")
    expect(page.get_by_role("button", name="Reprendre à 0:3")).to_be_visible()
    press_play(page)
    until(small, "audio.paused")
    talk.quiet()


def test_without_a_script_or_a_free_window_the_small_one_is_an_ordinary_link(silent_talk: Visit, talk: Visit) -> None:
    with silent_talk.page.context.expect_page() as opening:
        silent_talk.page.get_by_role("link", name="Écouter dans une petite fenêtre").click()
    opening.value.wait_for_url("**/embed/le-carnet/")
    assert opening.value.locator("audio[controls]").count() == 1
    talk.page.evaluate("window.open = () => null")
    with talk.page.context.expect_page() as opened:
        talk.page.get_by_role("link", name="Écouter dans une petite fenêtre").click()
    opened.value.wait_for_url("**/embed/le-carnet/")
