"""Ways to pass a page on, in a real browser: without a script, with one, and on a device with a sheet of its own."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import Visit, visiting
from tests.support.serving import Served

pytestmark = pytest.mark.browser

NOTE = "/notes/2023/ce-que-dit-la-mer/"
TITLE = "Ce que dit la mer\u00a0: une note où tout figure"

SHEET = """
navigator.canShare = (page) => Boolean(page.url);
navigator.share = async (page) => { window.shared = page; };
"""


def test_without_a_script_there_are_links_and_words_to_copy(browser: Browser, everything: Served) -> None:
    with visiting(browser, everything, javascript=False) as reader:
        reader.page.goto(reader.address + NOTE)
        share = reader.page.locator(".share")
        assert share.get_by_role("link").all_inner_texts() == [
            "Facebook",
            "Pinterest",
            "LinkedIn",
            "Bluesky",
            "Courriel",
        ]
        share.get_by_text("Mastodon").click()
        words = share.get_by_role("textbox")
        assert words.input_value() == f"{TITLE}\n{reader.address}{NOTE}"
        assert share.get_by_role("button").count() == 0
        reader.quiet()


@pytest.mark.parametrize(
    "typed", ["mastodon.example", " https://mastodon.example/@zoe ", "@zoe@mastodon.example", "zoe@mastodon.example"]
)
def test_a_post_goes_to_the_readers_own_server(essai: Visit, typed: str) -> None:
    essai.page.route("https://mastodon.example/**", lambda route: route.fulfill(body="ici"))
    essai.page.goto(essai.address + NOTE)
    essai.page.locator(".share").get_by_text("Mastodon").click()
    essai.page.get_by_label("Votre serveur").fill(typed)
    with essai.page.expect_request("https://mastodon.example/**") as asked:
        essai.page.keyboard.press("Enter")
    assert asked.value.url.startswith("https://mastodon.example/share?text=")
    assert parse_qs(urlsplit(asked.value.url).query)["text"] == [f"{TITLE}\n{essai.address}{NOTE}"]


def test_what_is_no_server_goes_nowhere(essai: Visit) -> None:
    essai.page.goto(essai.address + NOTE)
    essai.page.locator(".share").get_by_text("Mastodon").click()
    for typed in ("mastodon", "a b.c", "javascript:alert(1)", "a.b#c.d?e"):
        essai.page.get_by_label("Votre serveur").fill(typed)
        essai.page.keyboard.press("Enter")
        assert essai.page.locator("[name=server]").evaluate("(field) => field.validity.customError")
    assert essai.page.url == essai.address + NOTE
    essai.quiet()


def test_the_devices_own_sheet_is_offered_where_there_is_one(essai: Visit) -> None:
    essai.page.goto(essai.address + NOTE)
    assert essai.page.get_by_role("button", name="Par une application…").count() == 0
    essai.page.add_init_script(SHEET)
    essai.page.goto(essai.address + NOTE)
    essai.page.get_by_role("button", name="Par une application…").click()
    assert essai.page.evaluate("window.shared") == {"title": TITLE, "url": essai.address + NOTE}
    essai.quiet()
