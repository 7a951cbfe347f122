from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import feedparser
import pytest

from tests.support.audio import silent_mp3
from tests.support.site import digests, invoke, make_site, write

FEED = "public/current/flux/essai.xml"
KEY = "2013-11-05-premier"
BREAKING = """\
import os, sys
sys.path.insert(0, "plugins")
import antenne.commands.keeping as keeping
def write_bytes(path, data):
    {what}
keeping.write_bytes = write_bytes
from invoke.main import program
program.run(["invoke", "publish"])
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return make_site(tmp_path / "site")


def breaking(site: Path, what: str) -> subprocess.CompletedProcess[str]:
    """Publish while the ledger cannot be written."""
    return subprocess.run(
        [sys.executable, "-c", BREAKING.format(what=what)], cwd=site, capture_output=True, text=True, check=False
    )


def ledger_of(site: Path) -> dict[str, object]:
    document: dict[str, object] = json.loads((site / "content/published.json").read_text(encoding="utf-8"))
    return document


def edit(site: Path, old: str, new: str) -> None:
    index = site / f"content/episodes/{KEY}/index.md"
    index.write_text(index.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def test_a_dry_run_says_what_subscribers_will_see_and_changes_nothing(site: Path) -> None:
    invoke(site, "publish")
    before = digests(site / "public"), digests(site / "content")
    edit(site, "Le premier entretien", "Le tout premier entretien")
    said = invoke(site, "publish", "--dry-run").stdout
    assert "Subscribers of « Émission d’essai » will see:" in said
    assert "« Le tout premier entretien » gets a new title, instead of « Le premier entretien »" in said
    assert digests(site / "public") == before[0]
    assert ledger_of(site)["version"] == 2
    assert digests(site / "content")["published.json"] == before[1]["published.json"]


def test_a_publication_that_no_subscriber_sees_says_nothing_of_them(site: Path) -> None:
    assert "will see" in invoke(site, "publish").stdout
    write(site / "content/notes/2013-12-01-autre.md", "---\ntitle: Autre\n---\nUne note de plus.\n")
    said = invoke(site, "publish").stdout
    assert "Published" in said
    assert "will see" not in said


@pytest.mark.parametrize(
    "what", ["os._exit(9)", "raise OSError(28, 'No space left on device')"], ids=["killed", "full"]
)
def test_a_ledger_that_could_not_be_written_is_written_by_the_next_publication(site: Path, what: str) -> None:
    done = breaking(site, what)
    assert done.returncode not in (0, 2)
    if "28" in what:
        assert "ledger-unwritten" in done.stderr
        assert "The site is live" in done.stderr
        assert "invoke publish" in done.stderr
    assert (site / FEED).is_file()
    assert not (site / "content/published.json").exists()
    dry = invoke(site, "publish", "--dry-run").stdout
    assert "not yet written down" in dry
    assert not (site / "content/published.json").exists()
    said = invoke(site, "publish").stdout
    assert "cut short" in said
    assert "will see" not in said
    assert "Nothing has changed" in said
    (item,) = feedparser.parse(site / FEED).entries
    assert item.id in (site / "content/published.json").read_text(encoding="utf-8")


def test_what_was_cut_short_is_mended_before_anything_else_happens(site: Path) -> None:
    invoke(site, "publish")
    silent_mp3(site / "content/episodes/2014-01-01-deux/audio.mp3", 2, title="Deux")
    breaking(site, "os._exit(9)")
    assert "2014-01-01-deux" not in (site / "content/published.json").read_text(encoding="utf-8")
    shutil.rmtree(site / "content/episodes/2014-01-01-deux")
    done = invoke(site, "publish", check=False)
    assert done.returncode == 1
    assert "episode-gone" in done.stderr


def test_a_lost_ledger_is_noticed_and_made_anew_by_the_command_that_is_named(site: Path) -> None:
    invoke(site, "publish")
    before = (site / "content/published.json").read_bytes()
    (site / "content/published.json").unlink()
    for words in (("publish",), ("publish", "--dry-run")):
        done = invoke(site, *words, check=False)
        assert done.returncode == 1
        assert "ledger-lost" in done.stderr
    command = re.findall(r"invoke (ledger --from \S+)", done.stderr)
    assert command == [f"ledger --from {FEED}"]
    assert "1 published episode" in invoke(site, *command[0].split()).stdout
    assert "Nothing has changed" in invoke(site, "publish").stdout
    assert (site / "content/published.json").read_bytes() == before


def test_an_older_ledger_that_was_put_back_is_noticed(site: Path) -> None:
    invoke(site, "publish")
    before = (site / "content/published.json").read_bytes()
    silent_mp3(site / "content/episodes/2014-01-01-deux/audio.mp3", 2, title="Deux")
    invoke(site, "publish")
    (site / "content/published.json").write_bytes(before)
    done = invoke(site, "publish", check=False)
    assert done.returncode == 1
    assert "1 episode of which content/published.json knows nothing" in done.stderr
    invoke(site, "ledger", "--from", FEED)
    assert "Nothing has changed" in invoke(site, "publish").stdout


def test_a_ledger_that_says_more_is_overwritten_only_when_told(site: Path, tmp_path: Path) -> None:
    invoke(site, "publish")
    shutil.copy(site / FEED, tmp_path / "essai.xml")
    silent_mp3(site / "content/episodes/2014-01-01-deux/audio.mp3", 2, title="Deux")
    invoke(site, "publish")
    before = (site / "content/published.json").read_bytes()
    done = invoke(site, "ledger", "--from", str(tmp_path / "essai.xml"), check=False)
    assert done.returncode == 1
    assert "ledger-not-made" in done.stderr
    assert "2014-01-01-deux" in done.stderr
    assert (site / "content/published.json").read_bytes() == before
    invoke(site, "ledger", "--from", str(tmp_path / "essai.xml"), "--force")
    assert "2014-01-01-deux" not in (site / "content/published.json").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["nowhere.xml", "content/notes/2013-11-13-une-note.md", "public/current/index.html"])
def test_what_is_no_feed_makes_no_ledger(site: Path, name: str) -> None:
    invoke(site, "publish")
    done = invoke(site, "ledger", "--from", name, check=False)
    assert done.returncode == 1
    assert "ledger-not-made" in done.stderr


def test_a_ledger_is_made_from_a_feed_on_a_server_as_well(site: Path) -> None:
    invoke(site, "publish")
    before = (site / "content/published.json").read_bytes()
    (site / "content/published.json").unlink()
    handler = partial(_Quiet, directory=str(site / "public/current"))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        invoke(site, "ledger", "--from", f"http://127.0.0.1:{server.server_port}/flux/essai.xml")
        server.shutdown()
    assert "Nothing has changed" in invoke(site, "publish").stdout
    assert (site / "content/published.json").read_bytes() == before


def test_a_feed_with_archives_is_read_whole_and_named_once(site: Path) -> None:
    conf = site / "pelicanconf.py"
    conf.write_text(
        conf.read_text("utf-8").replace('"private": True', '"private": True, "feeds": {"items": 10}'), "utf-8"
    )
    for day in range(1, 23):
        silent_mp3(site / f"content/episodes/2014-01-{day:02d}-n{day}/audio.mp3", 1 + day / 10, title=f"Numéro {day}")
    said = invoke(site, "publish").stdout
    assert "… and 13 more new" in said
    assert len(feedparser.parse(site / FEED).entries) == 10
    before = (site / "content/published.json").read_bytes()
    (site / "content/published.json").unlink()
    lost = invoke(site, "publish", check=False).stderr
    assert re.findall(r"invoke (ledger --from \S+)", lost) == [f"ledger --from {FEED}"]
    assert "23 published episodes" in invoke(site, "ledger", "--from", FEED).stdout
    assert "Nothing has changed" in invoke(site, "publish").stdout
    assert (site / "content/published.json").read_bytes() == before


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


def test_local_builds_and_addresses_of_this_machine_are_compared_with_none(site: Path) -> None:
    invoke(site, "publish")
    before = (site / "content/published.json").read_bytes()
    assert ledger_of(site)["site"] == "https://essai.antenne"
    invoke(site, "build", "--local")
    invoke(site, "build", "--site-url", "https://autre.antenne")
    invoke(site, "publish", ANTENNE_SITEURL="http://127.0.0.1:8123")
    assert (site / "content/published.json").read_bytes() == before
    done = invoke(site, "publish", check=False, ANTENNE_SITEURL="https://autre.antenne")
    assert done.returncode == 1
    assert "feed-moved" in done.stderr


def test_below_a_path_old_addresses_of_feeds_and_pages_lead_to_the_new_ones(site: Path) -> None:
    address = "https://autre.antenne/un/site"
    invoke(site, "publish", ANTENNE_SITEURL=address)
    (site / f"content/episodes/{KEY}").rename(site / "content/episodes/2013-11-05-autre")
    (site / "content/shows/essai").rename(site / "content/shows/antenne")
    invoke(site, "publish", "--accept", "feed-moved:antenne", ANTENNE_SITEURL=address)
    live = site / "public/current"
    assert (live / "flux/essai.xml").read_bytes() == (live / "flux/antenne.xml").read_bytes()
    assert f"<itunes:new-feed-url>{address}/flux/antenne.xml<" in (live / "flux/essai.xml").read_text("utf-8")
    page = (live / "episodes/premier/index.html").read_text(encoding="utf-8")
    assert f'<link rel="canonical" href="{address}/episodes/autre/">' in page
    assert '<meta http-equiv="refresh" content="0; url=/un/site/episodes/autre/">' in page
    assert (live / "_redirects").read_text(encoding="ascii").splitlines() == [
        "/un/site/flux/essai.xml /un/site/flux/antenne.xml 301",
        "/un/site/episodes/premier/ /un/site/episodes/autre/ 301",
        "/un/site/episodes/premier/* /un/site/episodes/autre/:splat 301",
    ]
    assert "Nothing has changed" in invoke(site, "publish", ANTENNE_SITEURL=address).stdout
    command = [sys.executable, "-m", "pelican", "content", "-s", "publishconf.py", "-o", "by-pelican"]
    invoke(site, "build", ANTENNE_SITEURL=address)
    environment = os.environ | {"ANTENNE_SITEURL": address}
    subprocess.run(
        [*command, "--fatal", "errors"], cwd=site, env=environment, check=True, capture_output=True, timeout=120
    )
    assert digests(site / "by-pelican") == digests(site / "output")


def test_a_typed_title_cannot_break_the_page_that_is_left(site: Path) -> None:
    edit(site, "title: Le premier entretien", """title: 'Noir & "blanc"'""")
    invoke(site, "publish")
    (site / f"content/episodes/{KEY}").rename(site / "content/episodes/2013-11-05-autre")
    invoke(site, "publish")
    page = (site / "public/current/episodes/premier/index.html").read_text(encoding="utf-8")
    assert "Noir &amp; " in page


def test_the_feed_of_a_book_keeps_its_guid_when_the_site_moves(site: Path) -> None:
    feed = site / "public/current/flux/livres/le-livre.xml"
    invoke(site, "publish")
    before = guid_of(feed)
    invoke(site, "publish", "--accept", "feed-moved:essai", ANTENNE_SITEURL="https://autre.antenne")
    assert "https://autre.antenne/" in feed.read_text(encoding="utf-8")
    assert guid_of(feed) == before


def guid_of(feed: Path) -> str:
    found = re.search(r"<podcast:guid>([^<]+)</podcast:guid>", feed.read_text(encoding="utf-8"))
    assert found
    return found[1]
