"""The ways through a site: with a keyboard, a phone, no scripts, forced colours, a slow network."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

import pytest
from playwright.sync_api import Browser, Page, Route

from tests.browser.conftest import Served, Visit, visiting
from tests.browser.kinds import every_page, one_of_each

pytestmark = pytest.mark.browser

BOOK, EPISODE, NOTE = "livres/l-ile-aux-ondes/", "episodes/le-phare/", "notes/2023/ce-que-dit-la-mer/"
FOR_APPS = "transcript.html"
"""A file that apps read: it links to nothing."""

KEPT = """async () => {
  const kept = [...Object.keys(localStorage), ...Object.keys(sessionStorage)];
  for (const { name } of await indexedDB.databases()) kept.push(name);
  kept.push(...await caches.keys());
  for (const worker of await navigator.serviceWorker.getRegistrations()) kept.push(worker.scope);
  return kept;
}"""

FOCUS = """() => {
  const here = document.activeElement;
  if (here === document.body || here === null) return null;
  const style = getComputedStyle(here);
  const around = here.closest(":focus-within") && [here, here.parentElement].map(one => getComputedStyle(one));
  const ring = around.some(one => one.outlineStyle !== "none" && parseFloat(one.outlineWidth) >= 2);
  const box = here.getBoundingClientRect();
  const inside = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
  const at = [Math.max(0, Math.min(innerWidth - 1, box.left + Math.min(box.width / 2, 12))),
              Math.max(0, Math.min(innerHeight - 1, box.top + box.height / 2))];
  const top = document.elementFromPoint(...at);
  const free = top !== null && (here.contains(top) || top.contains(here));
  const what = here.outerHTML.slice(0, 160);
  return { ring: ring || style.boxShadow !== "none", seen: inside && free && box.width > 0, what };
}"""

SHIFTS = """() => {
  window.shifts = 0;
  new PerformanceObserver(list => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifts += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
}"""


@pytest.fixture
def plain(browser: Browser, everything: Served) -> Iterator[Visit]:
    """Visit « Essai » with a browser that runs no script."""
    with visiting(browser, everything, javascript=False) as found:
        yield found


def test_a_reader_goes_from_the_book_to_the_interview_to_the_note_and_back(essai: Visit) -> None:
    page = essai.page
    page.goto(f"{essai.address}/")
    page.get_by_role("link", name="L’île aux ondes").first.click()
    page.wait_for_url(f"**/{BOOK}")
    page.get_by_role("link", name="Le phare et la voix", exact=True).first.click()
    page.wait_for_url(re.compile(EPISODE))
    page.get_by_role("link", name=re.compile("Ce que dit la mer")).first.click()
    page.wait_for_url(f"**/{NOTE}")
    page.go_back()
    page.wait_for_url(re.compile(EPISODE))
    essai.quiet()


def test_every_page_is_quiet_asks_nobody_else_and_keeps_nothing(essai: Visit, everything: Served) -> None:
    for address in every_page(everything):
        essai.page.goto(address)
        essai.page.wait_for_load_state("load")
        assert essai.page.evaluate(KEPT) == [], address
        assert essai.page.context.cookies() == [], address
    essai.quiet()


@pytest.mark.parametrize("width", [320, 360])
def test_no_page_scrolls_sideways_on_a_phone(essai: Visit, everything: Served, width: int) -> None:
    essai.page.set_viewport_size({"width": width, "height": 640})
    wide = []
    for address in every_page(everything):
        essai.page.goto(address)
        found = essai.page.evaluate("document.documentElement.scrollWidth")
        wide += [f"{address}: {found}"] if found > width else []
    assert wide == []


def test_the_keyboard_reaches_all_of_a_page_in_its_order_and_always_sees_where_it_is(
    essai: Visit, everything: Served
) -> None:
    page, wrong = essai.page, []
    page.emulate_media(reduced_motion="reduce")
    for address in one_of_each(everything):
        page.goto(address)
        assert page.locator("[tabindex]:not([tabindex='0'], [tabindex='-1'])").count() == 0
        for stop in range(40):
            page.keyboard.press("Tab")
            focus = page.evaluate(FOCUS)
            if focus is None:
                assert stop or address.endswith(FOR_APPS), f"{address}: nothing takes the keyboard"
                break
            wrong += [f"{address}: {focus}"] if not (focus["ring"] and focus["seen"]) else []
    assert not wrong, "\n".join(wrong)


def test_the_first_stop_of_every_page_leads_past_the_menu(essai: Visit, everything: Served) -> None:
    page = essai.page
    for address in one_of_each(everything):
        page.goto(address)
        if page.locator(".masthead").count() == 0:
            continue  # a frame for other sites, and a transcript alone, have no menu to go past
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.className") == "skip", address
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.localName") == "main", address


def test_without_scripts_every_page_says_the_same_and_shows_no_dead_button(
    essai: Visit, plain: Visit, everything: Served
) -> None:
    for address in one_of_each(everything):
        plain.page.goto(address)
        dead = plain.page.locator("button:visible").evaluate_all("all => all.filter(b => !b.closest('form')).length")
        assert dead == 0, address
        for name in ("h1", "h2", "audio", "video"):
            essai.page.goto(address)
            shown = [visit.page.locator(f"main {name}:visible").count() for visit in (essai, plain)]
            assert shown[0] == shown[1], f"{address}: {name}"


def test_without_scripts_an_interview_has_its_sound_its_chapters_and_its_words(plain: Visit) -> None:
    plain.page.goto(f"{plain.address}/{EPISODE}")
    assert plain.page.locator("audio[controls]").is_visible()
    assert plain.page.locator(".chapters a:visible").count() >= 4
    assert plain.page.get_by_text("Que l’on n’écoute bien que de loin.").is_visible()
    plain.quiet()


TIMES = "main :is(.chapter, .clock, .moment)[href*='#t=']"
TIMED = ("video/mp4", "video/webm", "audio/mpeg", "text/html; charset=utf-8")


def test_without_scripts_every_link_to_a_time_leads_to_a_recording_or_another_page(
    plain: Visit, everything: Served
) -> None:
    led: set[str] = set()
    for address in one_of_each(everything):
        plain.page.goto(address)
        links: list[str] = plain.page.locator(TIMES).evaluate_all("all => all.map(a => a.href)")
        assert not [one for one in links if one.partition("#")[0] == address], f"{address}: leads nowhere"
        led.update(one.partition("#")[0] for one in links)
    assert len(led) >= 3
    for one in sorted(one for one in led if one.startswith(plain.address)):
        answer = plain.page.request.head(one)
        assert answer.ok, one
        assert answer.headers["content-type"] in TIMED, one


def test_forced_colours_leave_links_current_place_and_borders_to_be_seen(essai: Visit) -> None:
    page = essai.page
    page.emulate_media(forced_colors="active")
    page.goto(f"{essai.address}/livres/")
    current = page.locator(".menu [aria-current]").first
    assert current.evaluate("one => getComputedStyle(one).textDecorationLine") == "underline"
    prose = page.goto(f"{essai.address}/{BOOK}") and page.locator(".prose a").first
    assert prose is not None
    assert prose.evaluate("one => getComputedStyle(one).textDecorationLine") == "underline"


class Slow:
    """Lets what is asked for under a pattern wait until it is let go."""

    def __init__(self, page: Page, pattern: re.Pattern[str]) -> None:
        self.held: list[Route] | None = []
        page.route(pattern, self._asked)

    def _asked(self, route: Route) -> None:
        if self.held is None:
            route.continue_()
        else:
            self.held.append(route)

    def let_go(self) -> int:
        """Answer all that waits and all that follows; return how much waited."""
        waited, self.held = self.held or [], None
        for route in waited:
            route.continue_()
        return len(waited)


def test_on_a_slow_network_the_words_are_there_before_pictures_and_scripts_and_stay_in_place(essai: Visit) -> None:
    page = essai.page
    page.set_viewport_size({"width": 360, "height": 800})
    page.add_init_script(f"({SHIFTS})()")
    for place in ("", BOOK, EPISODE, NOTE):
        slow = Slow(page, re.compile(r"/images/|\.js$"))
        page.goto(f"{essai.address}/{place}", wait_until="commit")
        page.get_by_role("heading", level=1).wait_for()
        page.locator(".foot").wait_for()
        assert slow.let_go(), "nothing waited"
        page.wait_for_load_state("networkidle")
        assert page.evaluate("window.shifts") <= 0.05, place
    essai.quiet()


def test_at_the_head_of_a_page_the_keyboard_goes_as_the_eye_does(essai: Visit) -> None:
    page = essai.page
    stops = """() => [...document.querySelectorAll(".masthead :is(a, input)")]
      .filter(one => one.checkVisibility())
      .map(one => one.getBoundingClientRect())
      .map(box => [Math.round((box.top + box.bottom) / 2), Math.round(box.left)])"""
    for width in (360, 1440):
        page.set_viewport_size({"width": width, "height": 800})
        page.goto(f"{essai.address}/{BOOK}")
        rows: list[list[int]] = page.evaluate(stops)
        across = [b for a, b in pairwise(rows) if abs(a[0] - b[0]) < 12 and b[1] < a[1]]
        assert page.locator(".languages a").count() == 2
        assert across == [], f"{width}: {rows}"


def test_on_paper_there_is_no_code_to_embed(essai: Visit) -> None:
    essai.page.goto(f"{essai.address}/{EPISODE}")
    assert essai.page.locator(".embedding").first.is_visible()
    essai.page.emulate_media(media="print")
    assert essai.page.locator(".embedding:visible").count() == 0


@pytest.mark.parametrize("place", [EPISODE, "episodes/filme/", "notes/2024/films/"])
def test_no_script_is_asked_for_twice(essai: Visit, place: str) -> None:
    essai.page.goto(f"{essai.address}/{place}")
    scripts: list[str] = essai.page.locator("script[src]").evaluate_all("all => all.map(one => one.src)")
    assert any("copy" in one for one in scripts)
    assert len(scripts) == len(set(scripts))
