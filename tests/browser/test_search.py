"""Search in a real browser, on a site with fifty interviews of 4,500 words each."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import asdict
from playwright.sync_api import Browser, Page, Response, expect

from antenne.search.table import Table
from antenne.search.words import Words
from tests.browser.conftest import Served, build_and_serve
from tests.support.audio import silent_mp3
from tests.support.corpus import transcripts
from tests.support.site import make_site, write

pytestmark = pytest.mark.browser

FIRST_QUERY = 200_000
STEP = 3
"""Every paragraph lasts so many seconds, so that small recordings do."""
ISLAND = "Nous partons pour l'île d'Ouessant, c'est l'été. Le cœur de l'œuvre est là, et les chevaux aussi."
NOTE = """---
title: Ouessant en hiver
summary: Ce qu'on y voit.
---
&lt;img src=x onerror=alert(1)&gt; Le vent d'Ouessant & la mer.
"""


def clock(seconds: float) -> str:
    return f"{int(seconds) // 3600:02}:{int(seconds) // 60 % 60:02}:{int(seconds) % 60:02}.000"


def add_interview(site: Path, slug: str, title: str, said: list[str], sound: Path) -> None:
    folder = site / "content/episodes" / slug
    cues = [f"{clock(STEP * at)} --> {clock(STEP * at + STEP)}\n<v Ada>{text}\n" for at, text in enumerate(said)]
    write(folder / "index.md", f"---\ntitle: {json.dumps(title, ensure_ascii=False)}\nsummary: Un entretien.\n---\n")
    write(folder / "transcript.vtt", "\n".join(["WEBVTT\n", *cues]))
    (folder / "audio.mp3").hardlink_to(sound)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Build and serve a site of fifty long interviews, one of which speaks of an island in the end."""
    project = make_site(tmp_path_factory.mktemp("library") / "project")
    sound = silent_mp3(project.parent / "silence.mp3", STEP * 61)
    for number, document in enumerate(transcripts(50)):
        said = [passage.text for passage in document.passages]
        if number == 7:
            said[12] = ISLAND
        add_interview(project, f"2014-01-{number % 28 + 1:02}-entretien-{number}", document.title, said, sound)
    write(project / "content/notes/2014-02-01-ouessant.md", NOTE)
    with build_and_serve(project, project.parent / "site") as site:
        yield site


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Open a page that must stay quiet and keep nothing."""
    context = browser.new_context(locale="fr-FR", viewport={"width": 1280, "height": 900})
    opened, said = context.new_page(), list[str]()
    opened.on("console", lambda message: said.append(message.text) if message.type in {"error", "warning"} else None)
    opened.on("pageerror", lambda error: said.append(str(error)))
    yield opened
    assert said == []
    assert context.cookies() == []
    context.close()


def look_for(page: Page, words: str) -> list[str]:
    """Type words into the field, and return the titles of what is found once it is there."""
    page.get_by_role("searchbox", name="Mots à chercher").fill(words)
    page.wait_for_url(lambda url: parse_qs(urlsplit(url).query).get("q") == [words])
    expect(page.locator("#search-results")).not_to_have_attribute("aria-busy", "true", timeout=30_000)
    expect(page.get_by_role("status").filter(has_text=re.compile("Résultats|Rien|Aucune"))).to_be_visible(
        timeout=30_000
    )
    return page.locator("#search-results h2").all_inner_texts()


def open_search(page: Page, site: Served, query: str = "") -> None:
    page.goto(f"{site.address}/recherche/{query}")


def asked_of(page: Page) -> list[Response]:
    answers: list[Response] = []
    page.on("response", lambda answer: answers.append(answer))
    return answers


def test_nothing_is_fetched_before_the_field_is_used(page: Page, library: Served) -> None:
    answers = asked_of(page)
    for path in ("", "recherche/"):
        page.goto(f"{library.address}/{path}")
        page.wait_for_load_state("networkidle")
    assert not [answer.url for answer in answers if ".json" in answer.url]
    with page.expect_response(lambda answer: ".json" in answer.url):
        page.get_by_role("searchbox", name="Mots à chercher").focus()


def test_a_first_question_fetches_less_than_200_kilobytes(page: Page, library: Served) -> None:
    answers = asked_of(page)
    open_search(page, library)
    assert len(look_for(page, "livre ouessant entretien")) > 0
    page.wait_for_load_state("networkidle")
    wanted = [a for a in answers if "/recherche/" in a.url or "/search" in a.url]
    sizes = {answer.url: len(gzip.compress(answer.body(), 6)) for answer in wanted}
    assert len(sizes) > 8
    assert sum(sizes.values()) < FIRST_QUERY, sizes
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0


@pytest.mark.parametrize("asked", ["ile", "île", "été", "ete", "coeur", "œuvre", "oeuvre", "ouessant", "cheval"])
def test_the_moment_is_found_by_each_of_its_words(page: Page, library: Served, asked: str) -> None:
    open_search(page, library)
    look_for(page, asked)
    moment = page.locator(".hit-moments li").filter(has=page.locator("a[href$='/entretien-7/#t=36']"))
    expect(moment).to_have_count(1)
    assert moment.get_by_role("link").inner_text().endswith("0:36")
    marked = [Words().fold(text) for text in moment.locator("mark").all_inner_texts()]
    assert Words().stem(Words().fold(asked)) in [Words().stem(one) for one in marked]


def test_a_moment_leads_to_the_player_at_that_time(page: Page, library: Served) -> None:
    open_search(page, library)
    look_for(page, "ile ouessant")
    page.locator(".hit-moments a").first.click()
    page.wait_for_url("**/episodes/entretien-7/#t=36")
    page.locator("audio").first.evaluate("audio => audio.play()")
    page.wait_for_function("() => document.querySelector('audio').currentTime >= 36", timeout=30_000)


def test_titles_come_first_and_a_word_is_found_while_it_is_typed(page: Page, library: Served) -> None:
    open_search(page, library)
    assert look_for(page, "oues")[0] == "Ouessant en hiver"
    assert look_for(page, "ouessant")[0] == "Ouessant en hiver"


def test_all_words_are_asked_for_and_when_no_page_has_all_some_will_do(page: Page, library: Served) -> None:
    open_search(page, library)
    assert look_for(page, "ouessant chevaux") == [page.locator("#search-results h2").first.inner_text()]
    expect(page.get_by_role("status")).to_contain_text("Résultats : 1")
    assert len(look_for(page, "ouessant introuvablissime")) >= 2
    expect(page.get_by_role("status")).to_contain_text("Aucune page ne contient tous ces mots")
    assert look_for(page, "introuvablissime") == []
    expect(page.get_by_role("status")).to_contain_text("introuvablissime")


def test_words_of_the_site_and_of_the_question_are_never_markup(page: Page, library: Served) -> None:
    open_search(page, library, "?q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E%20ouessant")
    expect(page.locator("#search-results h2").first).to_be_visible()
    assert page.locator("#search-results img").count() == 0
    assert page.locator(".search img").count() == 0


def test_the_address_keeps_the_question_and_back_leads_to_the_results(page: Page, library: Served) -> None:
    open_search(page, library)
    look_for(page, "ouessant")
    assert page.url.endswith("/recherche/?q=ouessant")
    page.locator("#search-results h2 a").first.click()
    page.wait_for_url("**/notes/**")
    page.go_back()
    expect(page.locator("#search-results h2").first).to_have_text("Ouessant en hiver")
    expect(page.get_by_role("searchbox", name="Mots à chercher")).to_have_value("ouessant")


def test_the_masthead_leads_to_the_results(page: Page, library: Served) -> None:
    page.goto(f"{library.address}/")
    field = page.get_by_role("searchbox")
    field.fill("ouessant")
    field.press("Enter")
    page.wait_for_url("**/recherche/?q=ouessant")
    expect(page.locator("#search-results h2").first).to_be_visible()


def test_a_phone_has_a_link_to_the_search(page: Page, library: Served) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(f"{library.address}/")
    page.get_by_role("banner").get_by_role("link", name="Rechercher").click()
    page.wait_for_url("**/recherche/")


def test_more_results_come_on_demand_and_the_keyboard_goes_on_there(page: Page, library: Served) -> None:
    open_search(page, library)
    first = look_for(page, "entretien")
    page.get_by_role("button", name="Plus de résultats").press("Enter")
    expect(page.locator("#search-results h2").nth(len(first))).to_be_visible()
    href = page.evaluate("() => document.activeElement.getAttribute('href')")
    assert href == page.locator("#search-results h2 a").nth(len(first)).get_attribute("href")


def test_without_a_network_it_says_so_and_works_again_with_one(browser: Browser, library: Served) -> None:
    context = browser.new_context(locale="fr-FR")
    page = context.new_page()
    open_search(page, library)
    context.set_offline(True)
    page.get_by_role("searchbox", name="Mots à chercher").fill("ouessant")
    expect(page.get_by_role("status")).to_contain_text("en ligne")
    context.set_offline(False)
    page.get_by_role("button", name="Rechercher").click()
    expect(page.locator("#search-results h2").first).to_have_text("Ouessant en hiver")
    context.close()


def test_a_page_older_than_the_site_asks_to_be_loaded_again(browser: Browser, library: Served) -> None:
    context = browser.new_context(locale="fr-FR")
    page = context.new_page()
    page.route("**/recherche/*.json", lambda route: route.fulfill(status=404))
    open_search(page, library)
    page.get_by_role("searchbox", name="Mots à chercher").fill("ouessant")
    expect(page.get_by_role("status")).to_contain_text("Rechargez")
    context.close()


def test_without_javascript_the_page_says_so_and_leads_to_the_archives(browser: Browser, library: Served) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(f"{library.address}/")
    page.get_by_role("searchbox").fill("ouessant")
    page.get_by_role("searchbox").press("Enter")
    page.wait_for_url("**/recherche/?q=ouessant")
    page.get_by_role("main").get_by_role("link", name=re.compile("archives")).click()
    page.wait_for_url("**/archives/")
    main = page.get_by_role("main")
    for name in (re.compile("Le livre"), "Le premier entretien"):
        expect(main.get_by_role("link", name=name)).to_have_count(1)
    main.get_by_role("link", name="2014").click()
    expect(main.get_by_role("link", name="Ouessant en hiver")).to_have_count(1)
    context.close()


@pytest.mark.parametrize("width", [360, 1440])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_the_page_with_results(page: Page, library: Served, width: int, scheme: str) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.set_viewport_size({"width": width, "height": 900})
    open_search(page, library)
    look_for(page, "ile ouessant")
    assert [violation["id"] for violation in Axe().run(page).response["violations"]] == []
    assert page.evaluate("() => document.documentElement.scrollWidth") <= width


TEXTS = st.text(
    alphabet=st.one_of(
        st.sampled_from("aeiouclmnstqd'’‘‐‑-_ éÉœŒçßİıΣςſ\u0301\u00ad\u200dʼŉﬁ½№ǅ１𐐀"),
        st.characters(exclude_categories=("Cs", "Cn")),
    ),
    max_size=60,
)


def test_the_browser_makes_the_same_words_as_the_build(page: Page, library: Served) -> None:
    open_search(page, library)
    script = next((library.folder / "theme/js/search").glob("words.*.js"))
    address = f"{library.address}/{script.relative_to(library.folder).as_posix()}"
    count = """async ([address, table, texts]) => {
      const { read } = (await import(address)).makeWords(table);
      return texts.map((text) => [...read(text)].map((one) => one.stem).sort());
    }"""

    @settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.lists(TEXTS, min_size=10, max_size=30))
    def compare(texts: list[str]) -> None:
        theirs = page.evaluate(count, [address, asdict(Table()), texts])
        words = Words()
        for text, found in zip(texts, theirs, strict=True):
            assert sorted(words.count(text).elements(), key=lambda one: one.encode("utf-16-be")) == found, text

    compare()
