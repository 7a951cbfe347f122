"""What servers answer that were told by Antenne: the rules of `antenne.servers.answers` are the oracle."""

from __future__ import annotations

import gzip
import http.client
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, unquote

import brotli
import pytest

from antenne.check import check_live
from antenne.fetch import fetch
from antenne.servers import Answers, cache_of, is_packed, type_of
from antenne.servers.packing import PACKED
from tests.servers.conftest import ODD, ODD_POLICY, service_of
from tests.servers.running import Asked, Start

SOUND = "/audio/voix.0123456789ab.opus"


def public_files(site: Path) -> Iterator[str]:
    """Give the paths of what is public and is asked for by its own address."""
    for path in sorted(site.rglob("*")):
        name = path.relative_to(site).as_posix()
        hidden = name.startswith((".env", ".git", ".antenne"))
        if path.is_file() and not hidden and not is_packed(name) and name != "404.html":
            yield name


@pytest.mark.parametrize("which", ["essai", "sample"])
def test_every_file_has_its_type_its_keeping_and_its_headers(
    start: Start, which: str, request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> None:
    published: Path = request.getfixturevalue(which)
    site = published / "current"
    answers, wrong = Answers.read(site), []
    with start(tmp_path_factory.mktemp("server"), service_of(published)) as served:
        for path in public_files(site):
            wanted = {"content-type": type_of(path), "cache-control": cache_of(path)}
            wanted |= {name.lower(): value for name, value in answers.headers(path).items()}
            if not path.endswith(".html"):
                # A policy is a page's: what stands beside a frame may have the frame's.
                del wanted["content-security-policy"]
            if "." not in Path(path).name:
                # Hosts read these; nobody asks for their type.
                del wanted["content-type"]
            answer = served(quote(f"/{path.removesuffix('index.html') if path.endswith('/index.html') else path}"))
            said = {name: answer.headers.get(name, "") for name in wanted}
            if answer.status != 200 or said != wanted or answer.body != (site / path).read_bytes():
                wrong.append((path, answer.status, {n: (said[n], wanted[n]) for n in wanted if said[n] != wanted[n]}))
            if "access-control-allow-origin" not in wanted and "access-control-allow-origin" in answer.headers:
                wrong.append((path, 0, {"open": ("*", "")}))
    assert not wrong, wrong[:5]


def test_a_frame_may_stand_anywhere_and_a_page_with_a_film_names_its_platform(served: Asked, essai: Path) -> None:
    frame = served("/embed/filme/").headers["content-security-policy"]
    assert "frame-ancestors *" in frame
    assert served("/embed/filme/index.html").headers["content-security-policy"] == frame
    # An episode to come has its frame without another word to the server.
    coming = essai / "current/embed/encore/index.html"
    coming.parent.mkdir(exist_ok=True)
    coming.write_text("<!doctype html>", encoding="utf-8")
    assert served("/embed/encore/").headers["content-security-policy"] == frame
    shutil.rmtree(coming.parent)
    assert "youtube-nocookie" in served("/episodes/filme/").headers["content-security-policy"]
    assert "frame-src 'none'" in served("/episodes/").headers["content-security-policy"]


def test_a_hostile_name_has_its_own_policy_and_nothing_else(served: Asked) -> None:
    assert served(quote(f"/{ODD}")).headers["content-security-policy"] == ODD_POLICY
    assert "'none'" in served("/bizarre/plain.html").headers["content-security-policy"]


def test_parts_of_a_recording(served: Asked, essai: Path) -> None:
    data = (essai / f"current{SOUND}").read_bytes()
    first = served(SOUND, Range="bytes=0-1")
    assert (first.status, first.body, first.headers["content-range"]) == (206, data[:2], f"bytes 0-1/{len(data)}")
    assert first.headers["access-control-allow-origin"] == "*"
    last = served(SOUND, Range="bytes=-3")
    assert (last.status, last.body) == (206, data[-3:])
    assert served(SOUND, Range="bytes=100-").body == data[100:]
    beyond = served(SOUND, Range=f"bytes={len(data)}-")
    # Apache leaves the length out.
    said = beyond.headers.get("content-range", f"bytes */{len(data)}")
    assert (beyond.status, said) == (416, f"bytes */{len(data)}")
    several = served(SOUND, Range="bytes=0-1,5-6")
    assert several.status == 206
    assert several.headers["content-type"].startswith("multipart/byteranges")


def test_a_part_is_asked_for_only_of_what_was_there_before(served: Asked, essai: Path) -> None:
    whole = served(SOUND)
    assert whole.headers["accept-ranges"] == "bytes"
    tag = whole.headers["etag"]
    assert served(SOUND, Range="bytes=0-1", If_Range=tag).status == 206
    changed = served(SOUND, Range="bytes=0-1", If_Range='"another"')
    assert (changed.status, len(changed.body)) == (200, len(whole.body))


@pytest.mark.parametrize("path", ["/", "/robots.txt", SOUND, "/theme/"])
def test_head_says_what_get_says(served: Asked, path: str) -> None:
    get, head = served(path), served(path, "HEAD")
    assert (head.status, head.body) == (get.status, b"")
    for name in ("content-type", "cache-control", "content-security-policy", "content-length", "etag"):
        assert head.headers.get(name) == get.headers.get(name), name


@pytest.mark.parametrize("accepted", ["", "gzip", "br"])
def test_what_has_not_changed_is_not_sent_again(served: Asked, accepted: str) -> None:
    first = served("/", Accept_Encoding=accepted)
    again = served("/", Accept_Encoding=accepted, If_None_Match=first.headers["etag"])
    assert (again.status, again.body) == (304, b"")
    dated = served("/", Accept_Encoding=accepted, If_Modified_Since=first.headers["last-modified"])
    assert dated.status == 304


@pytest.mark.parametrize("path", ["index.html", "sitemap.xml", "episodes/filme/index.html"])
@pytest.mark.parametrize("coding", list(PACKED))
def test_texts_come_packed_to_whoever_takes_them_so(served: Asked, essai: Path, path: str, coding: str) -> None:
    address = quote(f"/{path.removesuffix('index.html')}")
    plain, packed = served(address), served(address, Accept_Encoding=f"deflate, {coding}")
    assert packed.headers["content-encoding"] == coding
    assert "content-encoding" not in plain.headers
    for answer in (plain, packed):
        assert "accept-encoding" in answer.headers["vary"].lower()
        assert answer.headers["content-type"] == type_of(path)
        assert answer.headers["content-security-policy"] == plain.headers["content-security-policy"]
    body = brotli.decompress(packed.body) if coding == "br" else gzip.decompress(packed.body)
    assert body == plain.body == (essai / "current" / path).read_bytes()
    assert len(packed.body) < len(body)


def test_brotli_goes_before_gzip(served: Asked) -> None:
    assert served("/", Accept_Encoding="gzip, br").headers["content-encoding"] == "br"


def test_a_feed_that_is_packed_stays_open_and_chapters_keep_their_type(served: Asked, essai: Path) -> None:
    feed = next((essai / "current/flux").glob("*.xml")).name
    answer = served(f"/flux/{feed}", Accept_Encoding="gzip, br")
    assert answer.headers["access-control-allow-origin"] == "*"
    assert answer.headers["content-type"] == "application/xml; charset=utf-8"
    chapters = next((essai / "current").rglob("chapters.json")).relative_to(essai / "current").as_posix()
    for accepted in ("", "br"):
        assert served(f"/{chapters}", Accept_Encoding=accepted).headers["content-type"] == "application/json+chapters"


@pytest.mark.parametrize("path", ["/rien", "/rien/", "/rien.xml", "/audio/", "/audio/rien.0123456789ab.mp3"])
def test_what_is_not_there_is_404_with_its_page(served: Asked, essai: Path, path: str) -> None:
    answer = served(path)
    assert answer.status == 404
    assert answer.body == (essai / "current/404.html").read_bytes()
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert answer.headers["cache-control"] == "no-cache"
    assert "'none'" in answer.headers["content-security-policy"]
    assert "access-control-allow-origin" not in answer.headers


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("/ancien/", "/episodes/filme/"),
        ("/ancien/chapters.json", "/episodes/filme/chapters.json"),
        ("/vieux.xml", "/flux/essai.xml"),
        ("/ancien/?t=30", "/episodes/filme/?t=30"),
        ("/d%C3%A9j%C3%A0%20vu/", "/livres/d%C3%A9j%C3%A0%20vu/"),
    ],
)
def test_old_addresses_lead_on_for_good(served: Asked, old: str, new: str) -> None:
    for method in ("GET", "HEAD"):
        answer = served(old, method)
        assert answer.status == 301
        assert answer.headers["location"] in (new, f"{served.address}{new}")


def test_an_old_address_puts_nothing_into_the_headers(served: Asked) -> None:
    answer = served("/ancien/%0d%0aSet-Cookie:%20a=b")
    assert "set-cookie" not in answer.headers
    assert "\n" not in answer.headers.get("location", "")


def test_a_folder_gets_its_slash_on_the_very_host_that_was_asked(served: Asked) -> None:
    answer = served("/episodes/filme")
    assert answer.status in (301, 308)
    location = answer.headers["location"]
    assert location in ("/episodes/filme/", "filme/", f"{served.address}/episodes/filme/")


@pytest.mark.parametrize(
    "path",
    ["/.env", "/.git/HEAD", "/.antenne/state.json", "/%2eenv", "/a/../.env", "/.git/", "/episodes/%2e%2e/.env"],
)
def test_hidden_files_are_nobodys(served: Asked, path: str) -> None:
    answer = served(path)
    assert answer.status in (400, 404)
    assert b"secret" not in answer.body


def test_what_is_well_known_is_found(served: Asked) -> None:
    assert served("/.well-known/security.txt").status == 200


@pytest.mark.parametrize(
    "path",
    ["/../releases/1/index.html", "/%2e%2e/%2e%2e/etc/passwd", "/..%2f..%2fetc/passwd", "/..%5c..%5cetc", "/%00"],
)
def test_nobody_climbs_out(served: Asked, path: str) -> None:
    answer = served(path)
    assert answer.status in (400, 403, 404)
    assert b"root:" not in answer.body


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
def test_nothing_is_written(served: Asked, method: str) -> None:
    assert served("/", method).status in (403, 404, 405)


def test_the_next_release_is_seen_at_once_and_a_download_ends(start: Start, public: Path, tmp_path: Path) -> None:
    published = public / f"switch-{tmp_path.name}"
    for number, word in (("1", "old"), ("2", "new")):
        release = published / "releases" / number
        release.mkdir(parents=True)
        (release / "index.html").write_text(word, encoding="utf-8")
        (release / "404.html").write_text("404", encoding="utf-8")
    large = bytes(range(256)) * 4096 * 24
    (published / "releases/1/long.mp3").write_bytes(large)
    (published / "current").symlink_to("releases/1")
    with start(tmp_path, service_of(published)) as served:
        connection = http.client.HTTPConnection("127.0.0.1", served.port, timeout=120)
        connection.request("GET", "/long.mp3")
        answer = connection.getresponse()
        begun = answer.read(65536)
        assert served("/").body == b"old"
        (published / "next").symlink_to("releases/2")
        (published / "next").replace(published / "current")
        assert served("/").body == b"new"
        assert served("/long.mp3").status == 404
        (published / "releases/1/long.mp3").unlink()
        assert begun + answer.read() == large
        connection.close()


@pytest.mark.parametrize("base", ["/podcast", "/pod%20cast/%C3%A9t%C3%A9+1"])
def test_a_site_under_a_path(start: Start, essai: Path, public: Path, tmp_path: Path, base: str) -> None:
    root = public / f"base-{tmp_path.name}"
    folder = root / f"current{unquote(base)}"
    folder.parent.mkdir(parents=True)
    folder.symlink_to(essai / "current")

    def service(port: int) -> object:
        told = service_of(essai, base)(port)
        return type(told)(
            **{name: getattr(told, name) for name in told.__slots__} | {"root": str(root / "current"), "moves": ()}
        )

    with start(tmp_path, service) as served:  # type: ignore[arg-type]
        assert "frame-ancestors *" in served(f"{base}/embed/filme/").headers["content-security-policy"]
        assert "frame-ancestors 'none'" in served(f"{base}/").headers["content-security-policy"]
        gone = served(f"{base}/rien")
        assert (gone.status, gone.body) == (404, (essai / "current/404.html").read_bytes())
        onward = served(f"{base}/episodes/filme").headers["location"]
        assert unquote(onward).endswith((f"{unquote(base)}/episodes/filme/", "filme/"))


def test_the_check_of_a_served_site_finds_no_fault(served: Asked) -> None:
    assert [problem for problem in check_live(served.address, fetch) if problem.is_error] == []
