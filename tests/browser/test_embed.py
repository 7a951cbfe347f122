from __future__ import annotations

import json

import pytest
from playwright.sync_api import Browser, Frame, Page

from tests.browser.conftest import Served, Visit, visiting
from tests.browser.frames import another_site, framed

pytestmark = pytest.mark.browser

EPISODE, FRAME = "episodes/le-phare/", "embed/le-phare/"
PLAYING = "audio => !audio.paused && audio.currentTime > 0"
SIZES = [(300, 150), (320, 220), (360, 400), (400, 600), (600, 260), (1000, 400)]
LONG = "Pourquoi les petites et moyennes entreprises gagnent à écouter leurs clients avant de leur parler"


def wait_for(frame: Frame | Page, condition: str) -> None:
    frame.wait_for_function(f"() => ({condition})(document.querySelector('audio'))", timeout=60_000)


def test_what_oembed_gives_plays_on_another_site_and_nobody_else_is_asked(browser: Browser, everything: Served) -> None:
    code = json.loads((everything.folder / FRAME / "oembed.json").read_text(encoding="utf-8"))["html"]
    with another_site(code) as address, visiting(browser, everything) as visit:
        visit.page.goto(address)
        frame = framed(visit.page)
        assert frame.url == f"{everything.address}/{FRAME}"
        assert frame.locator(".controls").count() == 1
        frame.locator("audio").evaluate("audio => audio.play()")
        wait_for(frame, PLAYING)
        assert visit.outside == [address]
        assert visit.console == []
        assert visit.page.context.cookies() == []


def test_a_frame_that_is_held_apart_from_its_own_site_works_too(browser: Browser, everything: Served) -> None:
    # As sites frame what they do not trust: without an origin there is no storage, and scripts come from a stranger.
    code = f'<iframe src="{everything.address}/{FRAME}" sandbox="allow-scripts" title="x"></iframe>'
    with another_site(code) as address, visiting(browser, everything) as visit:
        visit.page.goto(address)
        frame = framed(visit.page)
        frame.locator(".controls").wait_for(state="attached")
        frame.locator("audio").evaluate("audio => audio.play()")
        wait_for(frame, PLAYING)
        assert visit.console == []


def test_no_other_page_can_be_framed(browser: Browser, everything: Served) -> None:
    context = browser.new_context()
    page = context.new_page()
    with another_site(f'<iframe src="{everything.address}/{EPISODE}" title="x"></iframe>') as address:
        said: list[str] = []
        page.on("console", lambda message: said.append(message.text))
        page.goto(address)
        page.wait_for_load_state("networkidle")
        frame = page.frames[1]
        assert not frame.url.startswith(everything.address)
        assert any("frame-ancestors" in text for text in said)
    context.close()


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("title", ["", LONG], ids=["short", "long"])
def test_the_player_fits_every_frame(essai: Visit, size: tuple[int, int], title: str) -> None:
    essai.page.set_viewport_size({"width": size[0], "height": size[1]})
    essai.page.goto(f"{essai.address}/{FRAME}")
    essai.page.locator("h1 a").evaluate("(link, title) => { link.textContent = title || link.textContent; }", title)
    across, down = essai.page.evaluate("[document.documentElement.scrollWidth, document.documentElement.scrollHeight]")
    assert (across, down) == size
    inside = """element => {
      const box = element.getBoundingClientRect();
      return box.top >= 0 && box.left >= 0 && box.bottom <= innerHeight && box.right <= innerWidth;
    }"""
    shown = essai.page.locator("h1, audio, .controls button, .controls select")
    for at in range(shown.count()):
        if shown.nth(at).is_visible():
            assert shown.nth(at).evaluate(inside), shown.nth(at).evaluate("element => element.outerHTML")
    assert essai.page.locator("audio").is_visible()
    essai.quiet()


def test_a_frame_may_begin_at_a_moment(essai: Visit) -> None:
    essai.page.goto(f"{essai.address}/{FRAME}?t=9")
    essai.page.locator("audio").evaluate("audio => audio.play()")
    wait_for(essai.page, "audio => audio.currentTime >= 9 && audio.currentTime < 15")
    essai.quiet()


def test_chapters_seek_within_the_frame(essai: Visit) -> None:
    essai.page.set_viewport_size({"width": 400, "height": 600})
    essai.page.goto(f"{essai.address}/{FRAME}")
    essai.page.locator(".chapters a[href*='#t=']").nth(2).click()
    wait_for(essai.page, "audio => audio.currentTime >= 8 && audio.currentTime < 14")
    assert essai.page.url.startswith(f"{essai.address}/{FRAME}")
    assert len(essai.page.context.pages) == 1


def test_the_frame_plays_without_javascript(browser: Browser, everything: Served) -> None:
    with visiting(browser, everything, javascript=False) as visit:
        visit.page.goto(f"{everything.address}/{FRAME}")
        assert visit.page.locator("audio[controls]").is_visible()
        assert visit.page.locator("h1 a").get_attribute("href") == f"/{EPISODE}"
        visit.quiet()


def test_the_code_for_other_sites_is_copied_by_a_button(essai: Visit) -> None:
    essai.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    essai.page.goto(f"{essai.address}/{EPISODE}")
    essai.page.get_by_text("Intégrer", exact=True).click()
    code = essai.page.get_by_role("textbox", name="Collez ce code").input_value()
    essai.page.get_by_role("button", name="Copier le code").click()
    essai.page.get_by_role("button", name="Code copié").wait_for()
    assert essai.page.evaluate("navigator.clipboard.readText()") == code
    assert f'src="{essai.address}/{FRAME}"' in code
    essai.quiet()
