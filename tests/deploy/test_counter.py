"""A service that counts downloads is never asked: whoever publishes or checks is no listener."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from antenne.check import check_live
from antenne.deploy import FolderTarget, Job, PublicGate, publish
from antenne.deploy.s3 import Place
from antenne.fetch import Answer, FetchRefused, fetch
from tests.deploy.samples import ADDRESS, make_build
from tests.deploy.shown import folder, shown
from tests.deploy.world import World, media
from tests.support.site import make_site

ITUNES = (
    b'xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:podcast="https://podcastindex.org/namespace/1.0"'
)
HOME = '<!doctype html><title>x</title><link rel="alternate" type="application/rss+xml" href="/flux/emission.xml">'


@pytest.fixture
def counter() -> Iterator[tuple[str, list[object]]]:
    """A prefix whose server notes everybody who comes."""
    came: list[object] = []
    listener = socket.create_server(("127.0.0.1", 0))

    def listen() -> None:
        with suppress(OSError):
            while True:
                connection, who = listener.accept()
                came.append(who)
                connection.close()

    thread = Thread(target=listen, daemon=True)
    thread.start()
    try:
        yield f"https://127.0.0.1:{listener.getsockname()[1]}/e", came
    finally:
        listener.shutdown(socket.SHUT_RDWR)
        listener.close()
        thread.join()


@pytest.mark.seaweedfs
def test_publishing_going_back_and_checking_by_the_commands_ask_the_recordings_themselves(
    tmp_path: Path, held: ExitStack, heard: Place, counter: tuple[str, list[object]]
) -> None:
    prefix, came = counter
    site = make_site(tmp_path / "site")
    pages = held.enter_context(shown(folder(site / "public/current")))
    address = f"{heard.endpoint}/{heard.bucket}/{heard.prefix}".rstrip("/")
    world = World(site, pages, address, heard.key, heard.secret)
    measured = f'\nANTENNE["feeds"] = {{"prefix": "{prefix}"}}\n'
    conf = site / "publishconf.py"
    conf.write_text(conf.read_text(encoding="utf-8") + measured, encoding="utf-8")
    world.configure(f"{{'target': 'folder', 'media': {media(heard, address)}}}")
    world.give("publish")
    feed = (site / "public/current/flux/essai.xml").read_text(encoding="utf-8")
    assert f'enclosure url="{prefix}/{address}/audio/' in feed
    note = site / "content/notes/2013-11-13-une-note.md"
    note.write_text(note.read_text(encoding="utf-8") + "Et un mot de plus.", encoding="utf-8")
    world.give("publish")
    world.give("rollback")
    for asked in (pages, f"{pages}/flux/essai.xml"):
        said = world.give("check", "--live", asked, "--format", "json", check=False).stdout
        assert pages in said
        assert prefix not in said
    assert came == []
    # The listener hears, if somebody asks.
    with pytest.raises(FetchRefused):
        fetch(prefix.replace("https://", "http://"))
    assert came


def test_neither_the_gate_nor_a_check_of_a_served_site_ever_asks_op3(tmp_path: Path, held: ExitStack) -> None:
    build = make_build(tmp_path / "build", {"audio/un.mp3": b"un" * 400})
    address = held.enter_context(shown(folder(tmp_path / "public/current")))
    feed = build / "flux/emission.xml"
    there = feed.read_bytes().replace(ADDRESS.encode(), address.encode()).replace(b"<rss", b"<rss " + ITUNES)
    feed.write_bytes(there.replace(b'url="', b'url="https://op3.dev/e,pg=917393e3/'))
    (build / "index.html").write_text(HOME)
    asked: list[tuple[str, str]] = []

    def spied(place: str, method: str = "GET", **more: Any) -> Answer:
        asked.append((method, place))
        return fetch(place, method=method, **more)

    gate = PublicGate(address=address, patience=0, fetch=spied)
    assert publish(Job(build=build, pages=FolderTarget(tmp_path / "public"), keep=2, gate=gate)).published
    check_live(address, spied)
    check_live(f"{address}/flux/emission.xml", spied)
    assert len([place for method, place in asked if place == f"{address}/audio/un.mp3"]) >= 4
    assert not [place for _, place in asked if not place.startswith(address)]
