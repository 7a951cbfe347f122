from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from urllib.parse import urlsplit

import feedparser

from tests.support.audio import silent_mp3
from tests.support.site import invoke, make_site, write

MOMENTS = 10


def assert_whole(site: Path, episodes: set[int]) -> None:
    """Assert that the live site is one of those that were built, and that its feed names only files that are there."""
    live = site / "public/current"
    feed = feedparser.parse((live / "flux/essai.xml").read_bytes())
    assert not feed.bozo
    assert len(feed.entries) in episodes
    for entry in feed.entries:
        (enclosure,) = entry.enclosures
        assert (live / urlsplit(enclosure.href).path.lstrip("/")).stat().st_size == int(enclosure.length)
        assert (live / urlsplit(entry.link).path.lstrip("/") / "index.html").is_file()
    for page in ("index.html", "404.html", "livres/le-livre/index.html"):
        assert (live / page).read_text(encoding="utf-8").rstrip().endswith("</html>")


def add_episode(site: Path, number: int) -> None:
    folder = site / f"content/episodes/2014-01-{number:02d}-episode-{number}"
    silent_mp3(folder / "audio.mp3", 30 + number, title=f"Épisode {number}")
    write(folder / "transcript.vtt", "WEBVTT\n\n00:00.000 --> 00:02.000\n<v Ada>Bonjour.\n")


def test_a_publication_killed_at_any_moment_leaves_a_whole_site(tmp_path: Path) -> None:
    site = make_site(tmp_path / "site")
    invoke(site, "publish")
    add_episode(site, 1)
    started = time.monotonic()
    invoke(site, "publish")
    usual = time.monotonic() - started
    moments = random.Random(2)
    for number in range(2, MOMENTS + 2):
        add_episode(site, number)
        publisher = subprocess.Popen(
            [sys.executable, "-m", "invoke", "publish"],
            cwd=site,
            start_new_session=True,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        time.sleep(usual * (number - 2 + moments.random()) / MOMENTS)
        os.killpg(publisher.pid, signal.SIGKILL)
        publisher.wait()
        assert_whole(site, set(range(2, number + 2)))
    done = invoke(site, "publish")
    assert_whole(site, {MOMENTS + 2})
    assert "public/current" in done.stdout
    assert "Nothing has changed" in invoke(site, "publish").stdout
