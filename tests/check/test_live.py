"""What servers answer: the local one as it is, and small ones that lack something."""

from __future__ import annotations

import json
import shutil
import socket
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from antenne.check import check_live
from antenne.commands.app import make_app
from antenne.fetch import fetch
from antenne.problems.catalogue import output_rules
from tests.check import sites
from tests.check.sites import FEED
from tests.fetch.servers import say, serving, serving_app

TYPES = {
    ".xml": "application/rss+xml; charset=utf-8",
    ".mp3": "audio/mpeg",
    ".jpg": "image/jpeg",
    ".vtt": "text/vtt; charset=utf-8",
    ".srt": "application/x-subrip",
    ".html": "text/html",
}


POLICY = {"Content_Security_Policy": "default-src 'self'; frame-ancestors 'none'", "X_Content_Type_Options": "nosniff"}


def codes(address: str) -> set[str]:
    return {problem.code for problem in check_live(address, fetch)}


@pytest.fixture(scope="module")
def live(golden_built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = Path(shutil.copytree(golden_built, tmp_path_factory.mktemp("live") / "site"))
    link = '<link rel="alternate" type="application/rss+xml" href="/flux/emission.xml"></head>'
    sites.edit(folder, sites.HOME, "</head>", link)
    return folder


@pytest.fixture(scope="module")
def base(live: Path) -> Iterator[str]:
    """Serve the golden site by the local server of `invoke serve`."""
    with serving_app(make_app(live)) as address:
        yield address


@pytest.mark.parametrize("path", ["", "/", f"/{FEED}"])
def test_the_local_server_answers_as_directories_ask(base: str, path: str) -> None:
    assert check_live(base + path, fetch) == ()


def test_what_the_feed_names_is_asked_for_at_the_base_that_was_given(base: str, live: Path) -> None:
    (live / sites.AUDIO).rename(live / "gone.mp3")
    try:
        (problem,) = check_live(base, fetch)
    finally:
        (live / "gone.mp3").rename(live / sites.AUDIO)
    assert (problem.code, problem.where.path) == ("server-answer", f"{base}/{sites.AUDIO}")
    assert "404" in problem.message


class Server:
    """A right server of a folder, whose answers a test spoils."""

    def __init__(self, folder: Path, **spoiled: str) -> None:
        self.folder, self.spoiled = folder, spoiled

    def __call__(self, handler: BaseHTTPRequestHandler) -> None:
        path = handler.path.lstrip("/") or "index.html"
        if path == "old.xml":
            say(handler, b"", int(self.spoiled.get("moved", "301")), Location=f"/{FEED}")
            return
        if path.startswith("far") and path != "far0":
            say(handler, b"", 302, Location=f"/far{int(path[3:]) - 1}")
            return
        path = sites.AUDIO if path == "far0" else path
        if handler.command == "HEAD" and "no_head" in self.spoiled:
            say(handler, b"", 405)
        elif path.startswith(".") and "hidden" not in self.spoiled:
            say(handler, b"", 404)
        elif not (self.folder / path).is_file() and "soft" in self.spoiled:
            say(handler, b"<html></html>", **POLICY)
        elif not (self.folder / path).is_file() or path.endswith(self.spoiled.get("missing", "|")):
            say(handler, b"", 404)
        else:
            self._file(handler, path, (self.folder / path).read_bytes())

    def _file(self, handler: BaseHTTPRequestHandler, path: str, data: bytes) -> None:
        suffix = f".{path.rsplit('.', 1)[-1]}"
        kind = "application/json+chapters" if path.endswith("chapters.json") else TYPES.get(suffix, "application/json")
        headers = {"Content_Type": "text/plain" if suffix == self.spoiled.get("type") else kind}
        headers |= {} if "no_policy" in self.spoiled else POLICY
        headers |= {"Content_Security_Policy": self.spoiled["policy"]} if "policy" in self.spoiled else {}
        kept = "no_keep" not in self.spoiled and ".0123456789ab." in path
        headers["Cache_Control"] = "max-age=31536000, immutable" if kept else self.spoiled.get("cache", "no-cache")
        if handler.headers.get("Accept-Encoding") == "br, gzip" and "no_packing" not in self.spoiled:
            headers["Content_Encoding"] = "gzip"
            headers |= {} if "no_vary" in self.spoiled else {"Vary": "Origin, Accept-Encoding"}
        if "no_cors" not in self.spoiled:
            headers["Access_Control_Allow_Origin"] = "*"
        if handler.headers.get("Range") == "bytes=0-1" and "no_range" not in self.spoiled:
            headers["Content_Range"] = self.spoiled.get("content_range", f"bytes 0-1/{len(data)}")
            say(handler, data[: int(self.spoiled.get("part", "2"))], 206, **headers)
        else:
            say(handler, data, **headers)


SPOILED: dict[str, tuple[dict[str, str], str]] = {
    "no ranges": ({"no_range": ""}, "server-range"),
    "a part too long": ({"part": "9"}, "server-range"),
    "a range without its total": ({"content_range": "bytes 0-1/*"}, "server-range"),
    "another length": ({"content_range": "bytes 0-1/99"}, "server-length"),
    "no HEAD": ({"no_head": ""}, "server-head"),
    "no CORS": ({"no_cors": ""}, "server-cors"),
    "transcripts as text": ({"type": ".vtt"}, "server-type"),
    "subtitles as text": ({"type": ".srt"}, "server-type"),
    "chapters as text": ({"type": ".json"}, "server-type"),
    "feeds as text": ({"type": ".xml"}, "server-type"),
    "artwork as text": ({"type": ".jpg"}, "server-type"),
    "recordings as text": ({"type": ".mp3"}, "server-type"),
    "no artwork": ({"missing": "artwork.jpg"}, "server-answer"),
    "no feed": ({"missing": "emission.xml"}, "server-answer"),
    "a server that is right": ({}, ""),
}


@pytest.mark.parametrize("name", SPOILED)
def test_a_server_that_lacks_something_is_told_what(live: Path, name: str) -> None:
    spoiled, code = SPOILED[name]
    with serving(Server(live, **spoiled)) as base:
        assert codes(base) == ({code} if code else set())


SITE_SPOILED: dict[str, tuple[dict[str, str], str]] = {
    "no policy": ({"no_policy": ""}, "server-policy"),
    "a policy that keeps a film out": ({"policy": "default-src 'self'; frame-ancestors 'none'"}, "server-policy"),
    "a policy that lets anybody frame": ({"policy": "frame-src a.example; frame-ancestors *"}, "server-policy"),
    "pages kept for a day": ({"cache": "public, max-age=86400"}, "server-cache"),
    "pages kept by caches": ({"cache": "s-maxage=86400, max-age=0"}, "server-cache"),
    "styles asked for again": ({"no_keep": ""}, "server-keep"),
    "no packing": ({"no_packing": ""}, "server-compression"),
    "packed without Vary": ({"no_vary": ""}, "server-compression"),
    "hidden files": ({"hidden": ""}, "server-hidden"),
    "a page for what is not there": ({"soft": ""}, "server-missing"),
    "an old address for a while": ({"moved": "302"}, "server-old-address"),
    "a site that is right": ({}, ""),
}


@pytest.fixture(scope="module")
def whole(live: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The golden site with what a server can get wrong beyond its feeds."""
    folder = Path(shutil.copytree(live, tmp_path_factory.mktemp("whole") / "site"))
    link = '<link rel="stylesheet" href="/theme/style.0123456789ab.css"></head>'
    sites.edit(folder, sites.HOME, "</head>", link)
    sites.edit(folder, sites.HOME, "</body>", f"<!-- {'long ' * 400} --></body>")
    sites.write(folder, "theme/style.0123456789ab.css", "body {}")
    sites.write(folder, ".env", "SECRET=1")
    sites.write(folder, "_redirects", f"/old.xml /{FEED} 301\n/old/* /new/:splat 301\n")
    sites.write(folder, "film.html", "<html></html>")
    own = {"Content-Security-Policy": "default-src 'self'; frame-src 'none'; frame-ancestors 'none'"}
    film = {"Content-Security-Policy": "frame-src a.example; frame-ancestors 'none'"}
    sites.write(folder, "_headers.json", json.dumps({"everywhere": own, "pages": {"film.html": film}}))
    return folder


@pytest.mark.parametrize("name", SITE_SPOILED)
def test_a_server_that_gets_the_site_wrong_is_told_what(whole: Path, name: str) -> None:
    spoiled, code = SITE_SPOILED[name]
    allowed = {"policy": "default-src 'self'; frame-src a.example; frame-ancestors 'none'"}
    with serving(Server(whole, **({} if "no_policy" in spoiled else allowed) | spoiled)) as base:
        assert codes(base) == ({code} if code else set())


@pytest.mark.parametrize("said", [b"", b"[]", b'{"everywhere": 1, "pages": 2}', b"[" * 100000])
def test_a_file_of_headers_that_is_none_stops_no_check(live: Path, said: bytes) -> None:
    with serving(Server(live)) as base:
        (live / "_headers.json").write_bytes(said)
        try:
            assert codes(base) == set()
        finally:
            (live / "_headers.json").unlink()


def test_a_page_that_names_no_feed_is_told(live: Path, tmp_path: Path) -> None:
    sites.write(tmp_path, "index.html", "<html><head></head></html>")
    with serving(Server(tmp_path)) as base:
        assert codes(base) == {"server-feeds"}


def test_a_feed_that_moved_for_a_while_or_without_saying_so_is_told(golden: Path) -> None:
    with serving(Server(golden, moved="302")) as base:
        assert codes(f"{base}/old.xml") == {"server-moved"}
    with serving(Server(golden)) as base:
        (problem,) = check_live(f"{base}/old.xml", fetch)
        assert "itunes:new-feed-url" in problem.message
        sites.edit(
            golden, FEED, "<podcast:guid>", f"<itunes:new-feed-url>{base}/{FEED}</itunes:new-feed-url><podcast:guid>"
        )
        assert codes(f"{base}/old.xml") == set()


def test_a_feed_that_says_it_moved_and_leads_nowhere_is_told(golden: Path) -> None:
    sites.edit(
        golden, FEED, "<podcast:guid>", "<itunes:new-feed-url>https://new.example/f</itunes:new-feed-url><podcast:guid>"
    )
    with serving(Server(golden)) as base:
        assert codes(f"{base}/{FEED}") == {"server-moved"}


def test_a_recording_behind_five_redirects_is_told(golden: Path) -> None:
    sites.edit(golden, FEED, f'https://antenne.example/{sites.AUDIO}" length', 'https://antenne.example/far5" length')
    with serving(Server(golden)) as base:
        assert codes(base + f"/{FEED}") == {"server-redirects"}


def test_only_the_newest_episodes_are_asked_for(golden: Path) -> None:
    (golden / sites.AUDIO).unlink()
    with serving(Server(golden)) as base:
        assert check_live(f"{base}/{FEED}", fetch, newest=0) == ()
        assert codes(f"{base}/{FEED}") == {"server-answer"}


def test_nobody_there_is_told() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    assert codes(f"http://127.0.0.1:{port}/") == {"server-answer"}


def test_every_rule_on_servers_breaks_here() -> None:
    broken = {code for _, code in (*SPOILED.values(), *SITE_SPOILED.values())} | {
        "server-feeds",
        "server-moved",
        "server-redirects",
    }
    assert {rule.code for rule in output_rules() if rule.code.startswith("server-")} <= broken
