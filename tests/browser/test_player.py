from __future__ import annotations

import gzip
import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visit
from tests.browser.listening import go_to, press_play, time_of, until
from tests.support.serving import Served
from tests.support.talks import HOURS, MINUTE, UNTIMED

pytestmark = pytest.mark.browser

LIMIT = 12_000
"""What all scripts of a listening page may weigh together, in bytes after gzip."""


def test_all_scripts_of_a_listening_page_are_within_twelve_kilobytes(talk: Visit, talks: Served) -> None:
    asked: dict[str, int] = {}
    talk.page.on("response", lambda answer: asked.update({answer.url: len(gzip.compress(answer.body(), 6))}))
    for path in (MINUTE, HOURS, UNTIMED):
        asked.clear()
        talk.page.goto(f"{talk.address}/{path}")
        talk.page.wait_for_load_state("networkidle")
        scripts = {url: size for url, size in asked.items() if url.endswith(".js")}
        assert len(scripts) > 5
        assert sum(scripts.values()) <= LIMIT, scripts
        assert not [url for url in asked if "/audio/" in url], "nothing of a recording before Play"


def test_the_chapter_that_is_heard_is_marked_and_its_picture_is_shown(talk: Visit) -> None:
    current, now = talk.page.locator(".chapters [aria-current=true]"), talk.page.locator("[data-do=now]")
    expect(current).to_have_count(0)
    press_play(talk.page)
    expect(current).to_contain_text("Ouverture")
    go_to(talk.page, 25)
    expect(current).to_have_count(1)
    expect(current).to_contain_text("Le carnet")
    expect(now.locator("img")).to_be_visible()
    go_to(talk.page, 45)
    expect(current).to_contain_text("Le crayon")
    expect(now.locator("img")).to_have_count(0)
    talk.quiet()


def test_buttons_go_to_chapters_and_back_and_forth(talk: Visit) -> None:
    press_play(talk.page)
    talk.page.get_by_role("button", name="Chapitre suivant").click()
    until(talk.page, "audio.currentTime >= 20 && audio.currentTime < 25")
    talk.page.get_by_role("button", name="Chapitre précédent").click()
    until(talk.page, "audio.currentTime < 5")
    talk.page.get_by_role("button", name="Avancer de 30 secondes").click()
    until(talk.page, "audio.currentTime >= 30 && audio.currentTime < 40")
    talk.page.get_by_role("button", name="Reculer de 15 secondes").click()
    until(talk.page, "audio.currentTime >= 15 && audio.currentTime < 25")


def test_the_speed_is_chosen(talk: Visit) -> None:
    talk.page.get_by_label("Vitesse").select_option("1.5")
    press_play(talk.page)
    assert talk.page.evaluate("document.querySelector('audio').playbackRate") == 1.5


def test_a_chapter_clicked_before_play_starts_there_and_the_address_says_so(talk: Visit) -> None:
    talk.page.locator(".chapter").nth(1).click()
    until(talk.page, "!audio.paused && audio.currentTime >= 20 && audio.currentTime < 25")
    assert talk.page.url.endswith("#t=20")


@pytest.mark.parametrize(
    "asked",
    ["?t=22", "#t=22", "?t=0:22", "#t=0:00:22", "#t=npt:22", "?t=22s", "#t=0h0m22s", "?t=5#t=22"],
)
def test_a_link_to_a_moment_starts_there(talk: Visit, asked: str) -> None:
    talk.page.goto("about:blank")
    talk.page.goto(f"{talk.address}/{MINUTE}{asked}")
    offer = talk.page.get_by_role("button", name="Écouter à partir de 0:22")
    expect(offer).to_be_visible()
    offer.click()
    until(talk.page, "!audio.paused && audio.currentTime >= 22")
    assert time_of(talk.page) < 30
    expect(offer).to_be_hidden()
    talk.quiet()


@pytest.mark.parametrize(
    "asked", ["?t=", "?t=x", "#t=-5", "#t=1:2:3:4", "?t=1e9", "?t=9999", "#t=61,70", "#t=<b>", f"?t={'9' * 400}"]
)
def test_an_address_that_says_no_time_does_nothing(talk: Visit, asked: str) -> None:
    talk.page.goto(f"{talk.address}/{MINUTE}{asked}")
    expect(talk.page.get_by_role("button", name="Avancer de 30 secondes")).to_be_visible()
    expect(talk.page.locator(".resume")).to_be_hidden()
    press_play(talk.page)
    assert time_of(talk.page) < 5
    talk.quiet()


def test_a_part_is_played_and_no_more(talk: Visit) -> None:
    talk.page.goto("about:blank")
    talk.page.goto(f"{talk.address}/{MINUTE}#t=10,11")
    talk.page.get_by_role("button", name="Écouter à partir de").click()
    until(talk.page, "audio.paused && audio.currentTime >= 11")
    assert time_of(talk.page) < 13
    press_play(talk.page)
    until(talk.page, "audio.currentTime >= 13")


def test_one_recording_plays_at_a_time_across_windows(talk: Visit) -> None:
    press_play(talk.page)
    other = talk.page.context.new_page()
    other.goto(f"{talk.address}/{HOURS}")
    press_play(other)
    until(talk.page, "audio.paused")
    assert not other.evaluate("document.querySelector('audio').paused")


def test_the_home_page_plays_with_a_light_player(talk: Visit) -> None:
    scripts: list[int] = []
    talk.page.on(
        "response", lambda answer: scripts.append(len(gzip.compress(answer.body()))) if ".js" in answer.url else None
    )
    talk.page.goto(f"{talk.address}/")
    talk.page.wait_for_load_state("networkidle")
    assert sum(scripts) < 6_000
    press_play(talk.page)
    talk.page.get_by_role("button", name="Avancer de 30 secondes").first.click()
    until(talk.page, "audio.currentTime >= 30")
    assert talk.page.evaluate("localStorage.length") == 0, "a player that says nothing of it keeps nothing"
    talk.quiet()


def test_without_javascript_times_lead_into_the_recording_and_all_words_are_there(silent_talk: Visit) -> None:
    page = silent_talk.page
    assert page.locator("audio[controls]").count() == 1
    assert page.locator(".transcript p").count() == 12
    assert page.get_by_role("link", name="Télécharger").count() == 1
    expect(page.get_by_role("button")).to_have_count(0)
    expect(page.get_by_role("checkbox")).to_have_count(0)
    links = page.locator(".chapter")
    assert re.search(r"/audio/.*\.mp3#t=20$", links.nth(1).get_attribute("href") or "")
    links.nth(1).click()
    page.wait_for_url("**/audio/*.mp3#t=20")


def test_on_a_slow_network_the_page_is_there_before_its_scripts_and_the_sound_comes(talk: Visit) -> None:
    session = talk.page.context.new_cdp_session(talk.page)
    slow = {"offline": False, "latency": 300, "downloadThroughput": 50_000, "uploadThroughput": 25_000}
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", slow)
    talk.page.goto(f"{talk.address}/{MINUTE}", wait_until="commit")
    expect(talk.page.locator("audio")).to_be_visible(timeout=30_000)
    expect(talk.page.get_by_role("button", name="Chapitre suivant")).to_be_visible(timeout=30_000)
    press_play(talk.page)
    talk.page.locator(".chapter").nth(2).click()
    until(talk.page, "audio.currentTime >= 40 && !audio.paused")
    talk.quiet()


def test_what_is_current_is_seen_in_forced_colours(talk: Visit) -> None:
    talk.page.emulate_media(forced_colors="active")
    press_play(talk.page)
    edge = "link => getComputedStyle(link).borderInlineStartWidth"
    assert talk.page.locator(".chapter[aria-current]").evaluate(edge) == "4px"
    assert talk.page.locator(".chapter:not([aria-current])").first.evaluate(edge) == "0px"
    assert talk.page.locator(".transcript .sounding").evaluate(edge) == "3px"
    assert talk.page.locator(".transcript p:not(.sounding)").first.evaluate(edge) == "0px"


def test_a_recording_that_cannot_be_fetched_is_told_of_and_played_when_it_can(talk: Visit) -> None:
    page, fault = talk.page, talk.page.locator("[data-do=fault]")
    expect(fault).to_be_hidden()
    page.route("**/audio/**", lambda route: route.abort())
    page.goto(f"{talk.address}/{MINUTE}#t=20")
    for _ in range(2):
        page.locator("audio").evaluate("audio => { audio.play().catch(() => {}); }")
        expect(fault).to_be_visible()
        until(page, "audio.paused")
    assert re.search(r"/audio/.*\.mp3$", fault.get_by_role("link", name="Télécharger").get_attribute("href") or "")
    page.unroute("**/audio/**")
    press_play(page)
    expect(fault).to_be_hidden()
    until(page, "audio.currentTime >= 20")
    assert talk.outside == []
