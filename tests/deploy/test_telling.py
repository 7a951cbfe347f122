"""Hubs, Podping and hooks are told by real requests to a server of this machine."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from antenne.deploy.telling import Unfinished, World, run_command

FEEDS = ("https://essai.antenne/flux/a.xml", "https://essai.antenne/flux/b.xml")


class Hub:
    """A server that answers with the statuses given, then 204, and remembers what it was asked."""

    def __init__(self, *statuses: int) -> None:
        self.statuses, self.asked = list(statuses), []

    def answer(self, method: str, path: str, headers: dict[str, str], body: bytes) -> int:
        self.asked.append((method, path, headers, body))
        return self.statuses.pop(0) if self.statuses else 204


@pytest.fixture
def hub() -> Iterator[tuple[Hub, str]]:
    state = Hub()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            self.send_response(state.answer(self.command, self.path, dict(self.headers), body))
            self.send_header("Content-Length", "0")
            self.end_headers()

        do_GET = do_POST  # noqa: N815

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield state, f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


def told(world: World) -> list[str]:
    return [one.sentence for one in world.tell(FEEDS, {"feeds": list(FEEDS)})]


def test_a_hub_is_told_of_all_feeds_in_one_form(hub: tuple[Hub, str]) -> None:
    state, address = hub
    assert told(World(hub=f"{address}/hub")) == [f"Told the hub {address}/hub of 2 feeds."]
    method, path, headers, body = state.asked[0]
    assert (method, path, headers["Content-Type"]) == ("POST", "/hub", "application/x-www-form-urlencoded")
    assert parse_qs(body.decode()) == {"hub.mode": ["publish"], "hub.url": list(FEEDS)}


def test_a_hub_that_stumbles_is_asked_again_with_a_pause(hub: tuple[Hub, str]) -> None:
    state, address = hub
    state.statuses[:] = [503, 500]
    pauses: list[float] = []
    assert told(World(hub=address, sleep=pauses.append))[0].startswith("Told")
    assert (len(state.asked), pauses) == (3, [1.0, 2.0])


@pytest.mark.parametrize(("statuses", "asked"), [([503, 503, 503], 3), ([404], 1)])
def test_a_hub_that_refuses_is_only_reported(hub: tuple[Hub, str], statuses: list[int], asked: int) -> None:
    state, address = hub
    state.statuses[:] = statuses
    assert told(World(hub=address, sleep=lambda _: None)) == [
        f"The hub {address} was not told: it answered with {statuses[-1]}."
    ]
    assert len(state.asked) == asked


def test_a_podping_carries_its_token_and_says_none_in_words(hub: tuple[Hub, str]) -> None:
    state, address = hub
    world = World(podping=address, token="very-secret-word")
    assert told(world) == [f"Sent a podping for {feed}." for feed in FEEDS]
    _, path, headers, _ = state.asked[0]
    assert parse_qs(urlsplit(path).query) == {"url": [FEEDS[0]], "reason": ["update"], "medium": ["podcast"]}
    assert headers["Authorization"] == "very-secret-word"
    assert "very-secret-word" not in repr(world)


def test_without_a_token_no_podping_is_sent(hub: tuple[Hub, str]) -> None:
    state, address = hub
    assert all("ANTENNE_PODPING_TOKEN" in sentence for sentence in told(World(podping=address)))
    assert state.asked == []


def test_a_hook_reads_what_changed(tmp_path: Path) -> None:
    script = tmp_path / "hook.py"
    script.write_text("import sys; open('seen', 'w').write(sys.stdin.read())")
    world = World(hook=f"{sys.executable} {script}", folder=tmp_path)
    assert told(world) == ["Ran the hook."]
    assert (tmp_path / "seen").read_text() == f'{{"feeds": ["{FEEDS[0]}", "{FEEDS[1]}"]}}'


@pytest.mark.parametrize(
    ("command", "said"),
    [
        ("no-such-program-at-all", "could not be run: No such file"),
        ("false", "ended with code 1"),
        ("'", "could not be run: it is no command"),
        (" ", "could not be run: it is no command"),
        ("sleep 60", "was stopped: it took longer than 0.2 seconds"),
    ],
)
def test_a_hook_that_fails_is_one_sentence(tmp_path: Path, command: str, said: str) -> None:
    told = run_command(command, "", tmp_path, "hook", seconds=0.2)
    assert said in told.sentence
    assert not told.is_done


@pytest.mark.parametrize(("statuses", "again"), [([503, 503, 503], True), ([429, 429, 429], True), ([404], False)])
def test_who_could_not_listen_is_told_again_and_who_will_not_is_not(
    hub: tuple[Hub, str], statuses: list[int], again: bool
) -> None:
    state, address = hub
    for world in (World(hub=address, sleep=lambda _: None), World(podping=address, token="x", sleep=lambda _: None)):
        state.statuses[:] = statuses
        (one,) = world.tell(FEEDS[:1], {})
        assert (one.is_done, one.again) == (False, again)


def test_what_is_unfinished_is_remembered(tmp_path: Path) -> None:
    untold = Unfinished(tmp_path / "publishing/untold.json")
    assert not untold.any()
    untold.note(())
    assert (untold.any(), untold.addresses()) == (True, ())
    untold.note(FEEDS[:1])
    untold.note(FEEDS[1:])
    assert untold.addresses() == FEEDS
    untold.forget()
    assert (untold.any(), untold.addresses()) == (False, ())
