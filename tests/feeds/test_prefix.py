"""The prefix of a service that counts downloads: in feeds, and nowhere that anything else hangs on."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from lxml import etree

from antenne.channels import all_channels
from antenne.check.site import Site, Whole
from antenne.deploy.enclosures import Enclosure, read_enclosures
from antenne.feeds import Press, json_feed, rss_documents
from antenne.model import with_prefix, without_op3, without_prefix
from antenne.problems import ProblemsFound
from antenne.routes import Routes
from antenne.settings import read_settings
from tests.feeds import samples
from tests.support.changed import replace

PREFIX = "https://op3.dev/e"
ADDRESS = "https://antenne.example/audio/un.0123456789ab.mp3"
BEHIND = "https://op3.dev/e/antenne.example/audio/un.0123456789ab.mp3"


def press(**changes: object) -> Press:
    settings = samples.settings()
    settings = replace(settings, feeds=replace(settings.feeds, prefix=PREFIX), **changes)
    return Press(catalog=samples.catalog(), routes=Routes(settings), settings=settings, art=samples.art)


def rss(press: Press) -> bytes:
    channel = all_channels(press.catalog, press.routes, press.settings)[0]
    return next(iter(rss_documents(channel, press)))[1]


def test_an_address_goes_behind_a_prefix_and_comes_back() -> None:
    assert with_prefix(PREFIX, ADDRESS) == BEHIND
    assert with_prefix("", ADDRESS) == ADDRESS
    for behind in (ADDRESS, BEHIND, with_prefix("https://autre.example/x", BEHIND)):
        assert without_prefix(behind, "https://antenne.example/") == ADDRESS
    http = "http://127.0.0.1:8000/audio/un.mp3"
    assert without_prefix(with_prefix(PREFIX, http), "http://127.0.0.1:8000/") == http
    elsewhere = "https://op3.dev/e/ailleurs.example/un.mp3"
    assert without_prefix(elsewhere, "https://antenne.example/") == elsewhere
    assert without_prefix(BEHIND, "") == BEHIND


def test_feeds_tell_recordings_behind_the_prefix_and_nothing_else_changes() -> None:
    measured, plain = rss(press()), rss(replace(press(), settings=samples.settings(), routes=samples.routes()))
    for enclosure in etree.fromstring(measured).iter("enclosure"):
        assert enclosure.get("url", "").startswith(f"{PREFIX}/antenne.example/")
    assert measured.replace(b"https://op3.dev/e/", b"https://") == plain
    assert measured != plain
    document = json.loads(
        json_feed(all_channels(samples.catalog(), press().routes, press().settings)[0], press())[1] or b""
    )
    assert all(one["url"].startswith(PREFIX) for item in document["items"] for one in item["attachments"])


def test_a_site_on_this_machine_alone_is_not_measured() -> None:
    assert PREFIX.encode() not in rss(press(private=True))


def test_checks_find_the_file_behind_the_prefix(tmp_path: Path) -> None:
    (tmp_path / "audio").mkdir()
    (tmp_path / "audio/un.0123456789ab.mp3").write_bytes(b"x")
    site = Site(whole=Whole.of(tmp_path), root="https://antenne.example", prefix=PREFIX)
    assert site.local(BEHIND) == site.local(ADDRESS) == "audio/un.0123456789ab.mp3"
    assert site.local("https://op3.dev/e/ailleurs.example/audio/un.0123456789ab.mp3") is None
    assert Site(whole=Whole.of(tmp_path), root="https://antenne.example").local(BEHIND) is None


def test_a_publication_asks_for_the_recording_itself(tmp_path: Path) -> None:
    (tmp_path / "audio").mkdir()
    (tmp_path / "flux").mkdir()
    (tmp_path / "audio/un.0123456789ab.mp3").write_bytes(b"x")
    head = '<rss xmlns:atom="http://www.w3.org/2005/Atom" version="2.0"><channel>'
    own = '<atom:link rel="self" href="https://antenne.example/flux/un.xml"/>'
    item = f'<item><enclosure url="{BEHIND}" length="1" type="audio/mpeg"/></item></channel></rss>'
    (tmp_path / "flux/un.xml").write_text(head + own + item)
    named = list(read_enclosures(tmp_path, "flux/un.xml"))
    path = "audio/un.0123456789ab.mp3"
    assert named == [Enclosure(feed="flux/un.xml", url=ADDRESS, path=path, length=1, type="audio/mpeg")]


@pytest.mark.parametrize("typed", ["http://op3.dev/e", "op3.dev/e", "https://op3.dev/e?x=1", "https://moi@op3.dev/e"])
def test_a_prefix_that_is_none_is_told(tmp_path: Path, typed: str) -> None:
    raw = {"SITENAME": "x", "SITEURL": "https://antenne.example", "ANTENNE": {"feeds": {"prefix": typed}}}
    with pytest.raises(ProblemsFound) as found:
        read_settings(raw, tmp_path)
    assert any("prefix" in problem.where.path for problem in found.value.problems)


@pytest.mark.parametrize(
    ("behind", "bare"),
    [
        ("https://op3.dev/e/pod.example/a.mp3", "https://pod.example/a.mp3"),
        ("https://op3.dev/e/http://pod.example/a.mp3", "http://pod.example/a.mp3"),
        ("https://op3.dev/e,pg=917393e3-1b1e-5cef-ace4-edaa54e1f810/pod.example/a.mp3", "https://pod.example/a.mp3"),
        ("https://op3.dev/e/https://pod.example/a.mp3?x=https://op3.dev/e/", "https://pod.example/a.mp3?x=https://op3.dev/e/"),
        ("https://op3.dev/about", "https://op3.dev/about"),
        ("https://pod.example/op3.dev/e/a.mp3", "https://pod.example/op3.dev/e/a.mp3"),
    ],
)  # fmt: skip
def test_where_op3_leads_is_known_without_asking_it(behind: str, bare: str) -> None:
    assert without_op3(behind) == bare
