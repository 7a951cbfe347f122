"""The listening page in the states that come by listening: what axe says of each, and whether it fits a small phone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import load_axe, run_axe
from tests.browser.conftest import Visit
from tests.browser.listening import go_to, press_play
from tests.support.talks import MINUTE

pytestmark = pytest.mark.browser


def arrived(page: Page) -> None:
    """Come by a link to a moment."""
    page.goto(f"{page.url}?t=25")
    expect(page.get_by_role("button", name="Écouter à partir de 0:25")).to_be_visible()


def heard(page: Page) -> None:
    """Listen with the timer on, in a chapter that has a picture."""
    press_play(page)
    go_to(page, 25)
    page.get_by_label("Minuterie").select_option("15")
    expect(page.locator("[data-do=now] img")).to_be_visible()


def read(page: Page) -> None:
    """Look for words while the sound goes on at the foot of the window."""
    heard(page)
    page.get_by_label("Chercher dans la transcription").fill("carnet")
    expect(page.locator("mark").first).to_be_visible()
    page.locator(".transcript p").last.scroll_into_view_if_needed()
    expect(page.locator(".docked")).to_have_count(1)


def helped(page: Page) -> None:
    """Look at the list of keys."""
    page.locator(".chapter").first.focus()
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_be_visible()


STATES = [arrived, heard, read, helped]


@pytest.mark.parametrize("width", [320, 1440])
@pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__)
def test_no_state_of_the_player_has_a_fault_or_overflows(
    talk: Visit, state: Callable[[Page], None], width: int
) -> None:
    page = talk.page
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(reduced_motion="reduce")
    page.goto(f"{talk.address}/{MINUTE}")
    state(page)
    load_axe(page)
    assert run_axe(page) == []
    page.emulate_media(color_scheme="dark", reduced_motion="reduce")
    assert run_axe(page, "color-contrast") == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    small = """[...document.querySelectorAll('button, select, input, .chapter, a.clock')]
      .filter(e => e.checkVisibility())
      .map(e => [e.getBoundingClientRect(), (e.closest('label') ?? e).getBoundingClientRect(), e.outerHTML])
      .filter(([own, label]) => Math.max(own.height, label.height) < 24 || Math.max(own.width, label.width) < 24)
      .map(([, , html]) => html.slice(0, 120))"""
    assert page.evaluate(small) == []
    talk.quiet()


def test_on_paper_there_are_the_words_and_the_chapters_and_no_buttons(talk: Visit) -> None:
    page = talk.page
    press_play(page)
    page.emulate_media(media="print")
    for shown in (".chapters", ".transcript", "h1"):
        expect(page.locator(shown).first).to_be_visible()
    for hidden in (".player", ".controls", ".taking", ".remember", ".words-tools"):
        for one in page.locator(hidden).all():
            expect(one).to_be_hidden()
