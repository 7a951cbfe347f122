from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Request
from playwright.sync_api import Route as Asked

from tests.browser.conftest import Served, Visit, visiting
from tests.browser.frames import another_site, framed
from tests.support.everything import bundle
from tests.support.serving import build_and_serve
from tests.support.site import make_site, write
from tests.support.video import real_video

pytestmark = pytest.mark.browser

FILMS = ("episodes/filme/", "notes/2024/films/", "livres/le-livre-filme/")
PLATFORMS = re.compile(r"https://(www\.youtube-nocookie\.com|player\.vimeo\.com|geo\.dailymotion\.com|films\.example)/")
PAGE = "<!doctype html><title>Un lecteur</title><button>Lire</button>"


@pytest.fixture
def asked(essai: Visit) -> list[Request]:
    """Answer in the place of the platforms, and note what they are asked for."""
    requests: list[Request] = []

    def answer(route: Asked) -> None:
        requests.append(route.request)
        route.fulfill(body=PAGE, content_type="text/html")

    essai.page.route(PLATFORMS, answer)
    return requests


def test_nobody_is_asked_for_anything_before_a_click(essai: Visit) -> None:
    for path in FILMS:
        essai.page.goto(f"{essai.address}/{path}")
        essai.page.wait_for_load_state("networkidle")
        assert essai.page.locator("iframe").count() == 0
        assert essai.page.locator("a[data-frame]").count() >= 1
    assert essai.page.context.cookies() == []
    assert essai.page.evaluate("localStorage.length + sessionStorage.length") == 0
    essai.quiet()


@pytest.mark.parametrize(
    ("path", "at", "address"),
    [
        ("episodes/filme/", 0, "https://www.youtube-nocookie.com/embed/essai_essai?autoplay=1&rel=0"),
        (
            "episodes/filme/",
            1,
            "https://films.example/videos/embed/d6ZiUHJRxpjoZKSeetjSXe?autoplay=1&p2p=0&warningTitle=0",
        ),
        ("notes/2024/films/", 0, "https://player.vimeo.com/video/123456789?dnt=1&autoplay=1"),
        ("notes/2024/films/", 1, "https://geo.dailymotion.com/player/xessai.html?video=xessai0"),
    ],
)
def test_a_click_asks_the_platform_once_and_moves_the_focus_into_its_player(
    essai: Visit, asked: list[Request], path: str, at: int, address: str
) -> None:
    essai.page.goto(f"{essai.address}/{path}")
    essai.page.locator("a.video-still[data-frame]").nth(at).click()
    essai.page.frame_locator("iframe").get_by_role("button", name="Lire").wait_for()
    assert [request.url for request in asked] == [address]
    assert essai.outside == [address]
    assert asked[0].headers["referer"] == f"{essai.address}/", (
        "YouTube plays for nobody who does not say where it stands"
    )
    assert essai.page.evaluate("document.activeElement.tagName") == "IFRAME"
    assert essai.page.locator("iframe").get_attribute("title")
    assert essai.console == []
    assert essai.page.context.cookies() == []


def test_a_click_by_the_keyboard_does_the_same(essai: Visit, asked: list[Request]) -> None:
    essai.page.goto(f"{essai.address}/livres/le-livre-filme/")
    essai.page.locator("a.video-still").focus()
    essai.page.keyboard.press("Enter")
    essai.page.locator("iframe").wait_for()
    assert essai.page.evaluate("document.activeElement.tagName") == "IFRAME"
    essai.page.frame_locator("iframe").get_by_role("button", name="Lire").wait_for()
    assert len(asked) == 1


def test_a_chapter_of_a_film_elsewhere_begins_there(essai: Visit, asked: list[Request]) -> None:
    essai.page.goto(f"{essai.address}/episodes/filme/")
    essai.page.get_by_role("link", name="L’arrivée au port").click()
    essai.page.frame_locator("iframe").get_by_role("button", name="Lire").wait_for()
    assert [request.url for request in asked] == [
        "https://www.youtube-nocookie.com/embed/essai_essai?autoplay=1&rel=0&start=3725"
    ]


def test_without_javascript_the_still_leads_to_the_platform(browser: Browser, everything: Served) -> None:
    with visiting(browser, everything, javascript=False) as visit:
        visit.page.route("https://www.youtube.com/**", lambda route: route.fulfill(body=PAGE, content_type="text/html"))
        visit.page.goto(f"{visit.address}/episodes/filme/")
        assert visit.outside == []
        assert visit.page.locator("video[controls]").count() == 1
        visit.page.locator("a.video-still").first.click()
        visit.page.wait_for_url("https://www.youtube.com/watch?v=essai_essai")


def test_whom_a_page_may_frame_is_told_by_its_header_alone(essai: Visit) -> None:
    said = {
        path: essai.page.request.get(f"{essai.address}/{path}").headers for path in (*FILMS, "", "episodes/le-phare/")
    }
    frames = {
        path: re.findall(r"frame-src ([^;]*)", headers["content-security-policy"]) for path, headers in said.items()
    }
    assert frames == {
        "episodes/filme/": ["https://films.example https://www.youtube-nocookie.com"],
        "notes/2024/films/": ["https://geo.dailymotion.com https://player.vimeo.com"],
        "livres/le-livre-filme/": ["https://www.youtube-nocookie.com"],
        "": ["'none'"],
        "episodes/le-phare/": ["'none'"],
    }


@pytest.fixture(scope="module")
def filmed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Serve a small site with a real film, its captions and its chapters."""
    folder = tmp_path_factory.mktemp("filmed")
    site = make_site(folder / "site")
    chapters = '[{start: "0:00", title: Un}, {start: "0:02", title: Deux}]'
    front = f"title: Filmé\nvideos: [{{source: film.webm, chapters: {chapters}}}]"
    film = bundle(site, "episodes/2013-11-05-premier", front)
    real_video(film / "film.webm", 4)
    write(film / "film.fr.vtt", "WEBVTT\n\n00:00:00.000 --> 00:00:03.000\nBonjour !\n")
    with build_and_serve(site, folder / "output") as served:
        yield served


@pytest.mark.ffmpeg
def test_a_film_of_ones_own_plays_with_captions_and_seeks_by_its_chapters(browser: Browser, filmed: Served) -> None:
    with visiting(browser, filmed) as visit:
        fetched: list[str] = []
        visit.page.on("request", lambda request: fetched.append(request.url))
        visit.page.goto(f"{visit.address}/episodes/premier/")
        visit.page.wait_for_load_state("networkidle")
        assert not [url for url in fetched if url.endswith(".webm")], "nothing of a film is fetched before play"
        visit.page.get_by_role("link", name="Deux").click()
        playing = (
            "() => { const v = document.querySelector('video'); return v.currentTime >= 2 && !v.paused || v.ended; }"
        )
        visit.page.wait_for_function(playing, timeout=60_000)
        cues = "() => document.querySelector('video').textTracks[0].cues?.length === 1"
        visit.page.wait_for_function(cues, timeout=60_000)
        shown = visit.page.evaluate(
            "(v => [v.videoWidth, v.videoHeight, v.width, v.height])(document.querySelector('video'))"
        )
        assert shown == [320, 180, 320, 180]
        visit.quiet()


@pytest.mark.ffmpeg
def test_films_are_sent_in_ranges_to_whoever_asks(browser: Browser, filmed: Served) -> None:
    (film,) = (filmed.folder / "video").glob("*.webm")
    with visiting(browser, filmed) as visit:
        address = f"{visit.address}/video/{Path(film).name}"
        answer = visit.page.request.get(address, headers={"Range": "bytes=0-99"})
        assert (answer.status, len(answer.body())) == (206, 100)
        assert answer.headers["content-type"] == "video/webm"
        assert answer.headers["access-control-allow-origin"] == "*"


@pytest.mark.ffmpeg
def test_of_a_film_and_a_recording_one_plays(browser: Browser, filmed: Served) -> None:
    with visiting(browser, filmed) as visit:
        visit.page.goto(f"{visit.address}/episodes/premier/")
        playing = "name => { const one = document.querySelector(name); return !one.paused && one.currentTime > 0; }"
        paused = "name => document.querySelector(name).paused"
        visit.page.locator("video").evaluate("video => { video.loop = true; return video.play(); }")
        visit.page.wait_for_function(playing, arg="video", timeout=60_000)
        visit.page.locator("audio").evaluate("audio => { audio.loop = true; return audio.play(); }")
        visit.page.wait_for_function(playing, arg="audio", timeout=60_000)
        visit.page.wait_for_function(paused, arg="video", timeout=60_000)
        visit.page.locator("video").evaluate("video => video.play()")
        visit.page.wait_for_function(paused, arg="audio", timeout=60_000)
        visit.quiet()


@pytest.mark.ffmpeg
def test_a_film_plays_in_another_sites_frame(browser: Browser, filmed: Served) -> None:
    (told,) = (filmed.folder / "embed/episodes/premier/video-1").glob("oembed.json")
    code = json.loads(told.read_text(encoding="utf-8"))["html"]
    with another_site(code) as address, visiting(browser, filmed) as visit:
        visit.page.goto(address)
        frame = framed(visit.page)
        assert frame.locator("h1 a").get_attribute("href") == "/episodes/premier/"
        frame.locator("video").evaluate("video => video.play()")
        frame.wait_for_function("() => document.querySelector('video').currentTime > 0", timeout=60_000)
        assert visit.outside == [address]
        assert visit.console == []
