from __future__ import annotations

import gzip
import socket
import time
from http.server import BaseHTTPRequestHandler

import pytest

from antenne.fetch import FetchRefused, Limits, fetch, is_nowhere
from antenne.fetch.address import may_be_asked, places_of, target_of
from tests.fetch.servers import raw, say, serving

QUICK = Limits(size=1000, seconds=0.5, redirects=2)


def test_an_answer_has_its_status_type_headers_and_body() -> None:
    with serving(lambda handler: say(handler, b"<rss/>", Content_Type="Application/RSS+xml; charset=utf-8")) as base:
        answer = fetch(f"{base}/feed")
    assert (answer.status, answer.body, answer.address) == (200, b"<rss/>", f"{base}/feed")
    assert (answer.media_type, answer.hops) == ("application/rss+xml", ())


def test_head_and_headers_are_asked_as_told() -> None:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        say(handler, b"12", 206, X_Asked=f"{handler.command} {handler.headers['Range']}")

    with serving(answer) as base:
        found = fetch(base, method="HEAD", headers={"Range": "bytes=0-1"})
    assert (found.headers["x-asked"], found.body) == ("HEAD bytes=0-1", b"")


def test_redirects_are_followed_and_told() -> None:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        if handler.path == "/old":
            say(handler, b"", 301, Location="/new?a=1")
        else:
            say(handler, handler.path.encode())

    with serving(answer) as base:
        found = fetch(f"{base}/old")
    assert (found.address, found.body) == (f"{base}/new?a=1", b"/new?a=1")
    assert found.hops == ((f"{base}/old", 301),)


def test_a_secret_goes_to_no_server_that_the_first_one_leads_on_to() -> None:
    seen: list[str | None] = []

    def onward(handler: BaseHTTPRequestHandler) -> None:
        seen.append(handler.headers["Authorization"])
        here = handler.path == "/here"
        say(handler, b"", 302, Location="/there" if here else f"{other}/steal")

    def steal(handler: BaseHTTPRequestHandler) -> None:
        seen.append(handler.headers["Authorization"])
        # Once it was given away, the way back gives nothing either.
        say(handler, b"", 302, Location=f"{base}/back") if len(seen) < 4 else say(handler, b"")

    with serving(steal) as other, serving(onward) as base:
        fetch(f"{base}/here", headers={"authorization": "Bearer secret"}, limits=Limits(redirects=9))
    assert seen == ["Bearer secret", "Bearer secret", None, None, None]


def test_a_circle_of_redirects_ends() -> None:
    with (
        serving(lambda handler: say(handler, b"", 302, Location="/again")) as base,
        pytest.raises(FetchRefused, match="more than 2 times"),
    ):
        fetch(base, limits=QUICK)


@pytest.mark.parametrize(
    "to", ["file:///etc/passwd", "ftp://a.example/", "http://10.0.0.1/", "gopher://127.0.0.1/", "http://[x"]
)
def test_no_redirect_leads_to_a_file_or_into_a_private_network(to: str) -> None:
    with serving(lambda handler: say(handler, b"", 302, Location=to)) as base, pytest.raises(FetchRefused):
        fetch(base, limits=QUICK)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "feed.xml",
        "file:///etc/passwd",
        "/etc/passwd",
        "ftp://a.example/x",
        "http://",
        "http://[::1",
        "http://a.example:99999/",
        "http://user:secret@a.example/",
        "http://" + "a" * 5000,
    ],
)
def test_what_is_no_web_address_is_refused(address: str) -> None:
    with pytest.raises(FetchRefused) as refused:
        target_of(address)
    assert "secret" not in str(refused.value)
    assert len(str(refused.value)) < 200


@pytest.mark.parametrize(
    "place",
    [
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "224.0.0.1",
        "255.255.255.255",
        "::",
        "fe80::1%eth0",
        "fc00::1",
        "ff02::1",
        "::ffff:10.0.0.1",
        "64:ff9b::a00:1",
        "2002:a00:1::",
        "nothing",
    ],
)
def test_private_machines_are_never_asked(place: str) -> None:
    assert not may_be_asked(place, loopback=True)


@pytest.mark.parametrize("place", ["127.0.0.1", "127.8.9.1", "::1", "::ffff:127.0.0.1"])
def test_this_machine_is_asked_only_where_it_is_allowed(place: str) -> None:
    assert may_be_asked(place, loopback=True)
    assert not may_be_asked(place, loopback=False)


@pytest.mark.parametrize("place", ["93.184.216.34", "2606:2800:220:1::1"])
def test_public_machines_may_be_asked(place: str) -> None:
    assert may_be_asked(place, loopback=False)


def test_a_name_that_leads_to_a_private_number_among_public_ones_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (number, 80)) for number in ("93.184.216.34", "127.0.0.1")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_args, **_named: found)
    with pytest.raises(FetchRefused, match="not a public host"):
        places_of(target_of("http://trap.example/"), loopback=False)


def test_a_large_answer_is_refused_and_a_part_of_it_may_be_had() -> None:
    with serving(lambda handler: say(handler, bytes(5000))) as base:
        with pytest.raises(FetchRefused, match="larger than 1000"):
            fetch(base, limits=QUICK)
        assert fetch(base, limits=QUICK, most=10).body == bytes(10)


def test_a_packed_answer_is_unpacked_within_the_same_limit() -> None:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        size = 900 if handler.path == "/small" else 50_000_000
        say(handler, gzip.compress(bytes(size), 9 if size < 1000 else 1), Content_Encoding="gzip")

    with serving(answer) as base:
        assert fetch(f"{base}/small", limits=QUICK).body == bytes(900)
        with pytest.raises(FetchRefused, match="larger"):
            fetch(f"{base}/bomb", limits=Limits(size=1_000_000, seconds=5))


@pytest.mark.parametrize(("packing", "said"), [("gzip", "and it is not"), ("br", "packed as br")])
def test_an_answer_that_is_not_packed_as_it_says_is_refused(packing: str, said: str) -> None:
    with (
        serving(lambda handler: say(handler, b"<rss/>", Content_Encoding=packing)) as base,
        pytest.raises(FetchRefused, match=said),
    ):
        fetch(base)


def drip(connection: socket.socket, head: bytes) -> None:
    connection.sendall(head)
    for _ in range(100):
        connection.sendall(b"x")
        time.sleep(0.05)


@pytest.mark.parametrize("head", [b"", b"HTTP/1.1 200 OK\r\nX-", b"HTTP/1.1 200 OK\r\n\r\n"])
def test_an_answer_that_drips_is_cut_off_in_time(head: bytes) -> None:
    start = time.monotonic()
    with raw(lambda connection: drip(connection, head)) as base, pytest.raises(FetchRefused, match="took longer"):
        fetch(base, limits=QUICK)
    assert time.monotonic() - start < 3


@pytest.mark.parametrize(
    "said",
    [b"", b"SSH-2.0\r\n", b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\nshort", b"HTTP/1.1 999999999 x\r\n\r\n"],
)
def test_what_is_no_whole_answer_is_refused_in_a_sentence(said: bytes) -> None:
    with (
        raw(lambda connection: connection.sendall(said) if said else None) as base,
        pytest.raises(FetchRefused, match=r"broke off its answer"),
    ):
        fetch(base, limits=QUICK)


def test_nobody_listening_is_told() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    with pytest.raises(FetchRefused, match=f"does not answer at port {port}"):
        fetch(f"http://127.0.0.1:{port}/", limits=QUICK)


def test_a_header_cannot_be_smuggled_through_an_address() -> None:
    with serving(lambda handler: say(handler, (handler.headers.get("X-Evil") or "none").encode())) as base:
        assert fetch(f"{base}/a b\r\nX-Evil: 1").body == b"none"


@pytest.mark.parametrize(
    ("address", "nowhere"),
    [
        ("https://antenne.example", True),
        ("https://www.Example.com/un/site", True),
        ("http://127.0.0.1:8000", True),
        ("http://site.localhost", True),
        ("https://essai.test.", True),
        ("https://monexample.com", False),
        ("https://example.fr", False),
        ("https://antenne.fm", False),
    ],
)
def test_names_kept_for_examples_and_this_machine_are_nowhere(address: str, nowhere: bool) -> None:
    assert is_nowhere(address) is nowhere
