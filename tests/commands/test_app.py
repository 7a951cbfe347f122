from __future__ import annotations

import http.client
import json
import socket
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
import uvicorn

from antenne.commands.app import make_app
from antenne.commands.reload import SCRIPT, Live

SOUND = bytes(range(256)) * 400
PAGE = b"<!doctype html><html><head><title>x</title></head><body>\xc3\x89t\xc3\xa9</body></html>"
BASE = "/sous/dossier"

FILES = {
    "index.html": PAGE,
    "404.html": b"<html><head></head>Rien ici</html>",
    "livres/index.html": PAGE,
    "livres/l-\u00e9t\u00e9/index.html": PAGE,
    "audio/un.mp3": SOUND,
    "audio/un.m4a": SOUND,
    "audio/un.opus": SOUND,
    "audio/un.flac": SOUND,
    "flux/emission.xml": b'<?xml version="1.0"?><rss version="2.0"></rss>',
    "flux/notes.atom.xml": b'<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"></feed>',
    "sitemap.xml": b"<urlset/>",
    "episodes/un/chapters.json": b"{}",
    "episodes/un/transcript.vtt": b"WEBVTT\n",
    "episodes/un/transcript.srt": b"1\n",
    "episodes/un/transcript.json": b"{}",
    "episodes/un/transcript.html": PAGE,
    "episodes/un/transcript.txt": b"Bonjour.\n",
    "theme/player.0a1b.js": b"//",
    "theme/style.0a1b.css": b"body{}",
    "theme/feed.0a1b.xsl": b"<xsl/>",
    "images/un.avif": b"x",
    "images/un.webp": b"x",
    "robots.txt": b"User-agent: *\n",
    ".env": b"SECRET=1",
    "embed/un/index.html": PAGE,
    "_headers.json": json.dumps(
        {"everywhere": {"X-Here": "everywhere", "X-Too": "too"}, "pages": {"embed/un/index.html": {"X-Here": "page"}}}
    ).encode(),
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("served") / "site"
    for path, data in FILES.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    (folder.parent / "secret.txt").write_bytes(b"SECRET")
    (folder / "escape.txt").symlink_to("../secret.txt")
    (folder / "out").symlink_to("..")
    (folder / "loop").symlink_to("loop")
    return folder


@pytest.fixture(scope="module")
def port(site: Path) -> Iterator[int]:
    live = Live()
    live.swap(site)
    listener = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(make_app(site, BASE, live=live), log_level="critical", lifespan="off"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
    thread.start()
    yield listener.getsockname()[1]
    server.should_exit = True
    live.end()
    thread.join()
    listener.close()


class Answer:
    def __init__(self, port: int, path: str, method: str = "GET", **headers: str) -> None:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
        connection.putrequest(method, path, skip_accept_encoding=True)
        for name, value in headers.items():
            connection.putheader(name.replace("_", "-"), value)
        connection.endheaders()
        with closing(connection), closing(connection.getresponse()) as response:
            self.status, self.headers, self.body = response.status, response.headers, response.read()


def test_a_directory_is_answered_by_its_index_and_a_bare_name_moves_to_it(port: int) -> None:
    assert Answer(port, f"{BASE}/livres/").status == 200
    moved = Answer(port, f"{BASE}/livres")
    assert (moved.status, moved.headers["Location"]) == (308, f"{BASE}/livres/")
    moved = Answer(port, f"{BASE}/livres/l-%C3%A9t%C3%A9")
    assert (moved.status, moved.headers["Location"]) == (308, f"{BASE}/livres/l-%C3%A9t%C3%A9/")
    assert Answer(port, BASE).headers["Location"] == f"{BASE}/"
    assert (Answer(port, "/").status, Answer(port, "/").headers["Location"]) == (307, f"{BASE}/")


def test_nothing_there_is_a_404_with_the_sites_own_page(port: int) -> None:
    for path in (f"{BASE}/nowhere", f"{BASE}/robots.txt/", f"{BASE}/audio/", "/elsewhere", f"{BASE}x/"):
        answer = Answer(port, path)
        assert (answer.status, b"Rien ici" in answer.body) == (404, True), path


@pytest.mark.parametrize(
    ("asked", "start", "end"),
    [
        ("bytes=0-1", 0, 2),
        ("bytes=100-", 100, len(SOUND)),
        ("bytes=-7", len(SOUND) - 7, len(SOUND)),
        ("bytes=5-999999", 5, len(SOUND)),
    ],
)
def test_a_player_seeks_by_ranges(port: int, asked: str, start: int, end: int) -> None:
    answer = Answer(port, f"{BASE}/audio/un.mp3", Range=asked)
    assert (answer.status, answer.body) == (206, SOUND[start:end])
    assert answer.headers["Content-Range"] == f"bytes {start}-{end - 1}/{len(SOUND)}"
    assert answer.headers["Content-Length"] == str(end - start)


def test_a_range_beyond_the_end_is_416_and_several_ranges_are_several_parts(port: int) -> None:
    beyond = Answer(port, f"{BASE}/audio/un.mp3", Range=f"bytes={len(SOUND)}-")
    assert (beyond.status, beyond.headers["Content-Range"]) == (416, f"bytes */{len(SOUND)}")
    several = Answer(port, f"{BASE}/audio/un.mp3", Range="bytes=0-1,10-11")
    assert several.status == 206
    assert several.headers["Content-Type"].startswith("multipart/byteranges; boundary=")
    assert several.body.count(b"Content-Range: bytes ") == 2
    assert len(several.body) == int(several.headers["Content-Length"])


def test_a_range_of_a_file_that_changed_since_is_the_whole_file(port: int) -> None:
    tag = Answer(port, f"{BASE}/audio/un.mp3", "HEAD").headers["ETag"]
    assert Answer(port, f"{BASE}/audio/un.mp3", Range="bytes=0-1", If_Range=tag).status == 206
    changed = Answer(port, f"{BASE}/audio/un.mp3", Range="bytes=0-1", If_Range='"other"')
    assert (changed.status, changed.body) == (200, SOUND)


@pytest.mark.parametrize("path", ["audio/un.mp3", "index.html", "flux/emission.xml", "nowhere"])
def test_head_says_what_get_says_without_the_body(port: int, path: str) -> None:
    head, get = Answer(port, f"{BASE}/{path}", "HEAD"), Answer(port, f"{BASE}/{path}")
    assert head.body == b""
    assert head.status == get.status
    for name in ("Content-Type", "Content-Length"):
        assert head.headers[name] == get.headers[name]
    assert int(head.headers["Content-Length"]) == len(get.body)


TYPES = {
    "index.html": "text/html; charset=utf-8",
    "audio/un.mp3": "audio/mpeg",
    "audio/un.m4a": "audio/x-m4a",
    "audio/un.opus": "audio/ogg",
    "audio/un.flac": "audio/flac",
    "flux/emission.xml": "application/xml; charset=utf-8",
    "flux/notes.atom.xml": "application/xml; charset=utf-8",
    "sitemap.xml": "application/xml; charset=utf-8",
    "episodes/un/chapters.json": "application/json+chapters",
    "episodes/un/transcript.vtt": "text/vtt; charset=utf-8",
    "episodes/un/transcript.srt": "application/x-subrip; charset=utf-8",
    "episodes/un/transcript.json": "application/json; charset=utf-8",
    "episodes/un/transcript.html": "text/html; charset=utf-8",
    "episodes/un/transcript.txt": "text/plain; charset=utf-8",
    "theme/player.0a1b.js": "text/javascript; charset=utf-8",
    "theme/style.0a1b.css": "text/css; charset=utf-8",
    "theme/feed.0a1b.xsl": "application/xslt+xml; charset=utf-8",
    "images/un.avif": "image/avif",
    "images/un.webp": "image/webp",
    "robots.txt": "text/plain; charset=utf-8",
}


@pytest.mark.parametrize(("path", "kind"), TYPES.items())
def test_each_file_has_its_type_and_what_apps_need_is_open_to_them(port: int, path: str, kind: str) -> None:
    headers = Answer(port, f"{BASE}/{path}").headers
    assert headers["Content-Type"] == kind
    assert headers["Cache-Control"] == "no-cache"
    assert headers["X-Here"] == "everywhere"
    # A player in a sandboxed frame of another site asks for its scripts as a stranger.
    is_open = path.startswith(("audio/", "flux/", "episodes/")) or path.endswith(".js")
    assert headers.get("Access-Control-Allow-Origin") == ("*" if is_open else None)


def test_a_page_changes_the_headers_that_the_site_gives_everywhere(port: int) -> None:
    headers = Answer(port, f"{BASE}/embed/un/").headers
    assert (headers["X-Here"], headers["X-Too"]) == ("page", "too")


@pytest.mark.parametrize("path", ["/nulle-part/", "/livres", "/index.html"])
def test_every_answer_has_the_sites_headers(port: int, path: str) -> None:
    assert Answer(port, BASE + path).headers["X-Here"] == "everywhere"


@pytest.mark.parametrize(
    "path",
    [
        "/../secret.txt",
        "/livres/../../secret.txt",
        "/%2e%2e/secret.txt",
        "/..%2fsecret.txt",
        "/..%5csecret.txt",
        "//etc/passwd",
        "/livres//../index.html",
        "/escape.txt",
        "/out/secret.txt",
        "/loop",
        "/.env",
        "/index.html%00",
        "/%ff%fe",
        "/" + "a" * 5000,
    ],
)
def test_nothing_outside_the_site_is_served(port: int, path: str) -> None:
    answer = Answer(port, BASE + path)
    assert answer.status == 404
    assert b"SECRET" not in answer.body


def test_nothing_but_reading_is_allowed(port: int) -> None:
    for method in ("POST", "PUT", "DELETE"):
        assert Answer(port, f"{BASE}/index.html", method, Content_Length="0").status == 405


def test_a_move_never_leads_to_another_host(port: int) -> None:
    for path in ("//evil.example/..", "//evil.example", f"{BASE}//evil.example"):
        assert not (Answer(port, path).headers["Location"] or "").startswith("//")


def test_pages_alone_get_the_script_and_files_stay_as_they_were_built(port: int, site: Path) -> None:
    for path in ("index.html", "livres/", "nowhere"):
        assert f'<script src="{SCRIPT}" defer></script></head>'.encode() in Answer(port, f"{BASE}/{path}").body
    assert Answer(port, f"{BASE}/flux/emission.xml").body == FILES["flux/emission.xml"]
    assert (site / "index.html").read_bytes() == PAGE
    script = Answer(port, SCRIPT)
    assert script.headers["Content-Type"].startswith("text/javascript")
    assert b"EventSource" in script.body
