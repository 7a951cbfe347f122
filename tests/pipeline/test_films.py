from __future__ import annotations

import json
from pathlib import Path

from lxml import etree

from tests.support.site import invoke, make_site, write
from tests.support.video import tiny_mp4

PODCAST = "{https://podcastindex.org/namespace/1.0}"
FRONT = """\
---
title: Le premier entretien
videos:
  - film.mp4
  - {source: "https://youtu.be/essai_Essa1", title: En images}
---
"""


def filmed(folder: Path) -> Path:
    """Make a site whose episode has a film of its own and one elsewhere."""
    site = make_site(folder)
    bundle = site / "content/episodes/2013-11-05-premier"
    write(bundle / "index.md", FRONT)
    write(bundle / "film.fr.vtt", "WEBVTT\n\n00:00:00.000 --> 00:00:02.000\nBonjour <b>à tous</b> !\n")
    tiny_mp4(bundle / "film.mp4", 3, (1280, 720))
    return site


def test_a_film_and_its_captions_go_out_under_names_that_change_with_the_bytes(tmp_path: Path) -> None:
    site = filmed(tmp_path / "site")
    invoke(site, "build")
    video, captions = sorted((site / "output/video").iterdir(), key=lambda path: path.suffix)
    assert video.name.startswith("2013-11-05-premier.")
    assert video.read_bytes() == (site / "content/episodes/2013-11-05-premier/film.mp4").read_bytes()
    assert captions.name == f"{video.stem}.fr.vtt"
    assert "Bonjour à tous" in captions.read_text(encoding="utf-8")
    pages = json.loads((site / "output/_headers.json").read_bytes())["pages"]
    assert "youtube-nocookie" in pages["episodes/premier/index.html"]["Content-Security-Policy"]


def test_apps_are_told_of_films_as_other_forms_and_as_links(tmp_path: Path) -> None:
    site = filmed(tmp_path / "site")
    invoke(site, "build")
    item = next(etree.parse(site / "output/flux/essai.xml").getroot().iter("item"))
    forms = {one.get("type"): one for one in item.iter(f"{PODCAST}alternateEnclosure")}
    assert list(forms) == ["audio/mpeg", "video/mp4"]
    assert forms["audio/mpeg"].get("default") == "true"
    assert forms["video/mp4"].get("height") == "720"
    (source,) = forms["video/mp4"].iter(f"{PODCAST}source")
    assert source.get("uri", "").startswith("https://essai.antenne/video/2013-11-05-premier.")
    links = [(one.text, one.get("href")) for one in item.iter(f"{PODCAST}contentLink")]
    assert links == [("En images", "https://www.youtube.com/watch?v=essai_Essa1")]


def test_a_film_that_was_replaced_stays_for_those_who_have_the_older_page(tmp_path: Path) -> None:
    site = filmed(tmp_path / "site")
    invoke(site, "publish")
    live = site / "public/current/video"
    (before,) = live.glob("*.mp4")
    tiny_mp4(site / "content/episodes/2013-11-05-premier/film.mp4", 4, (1280, 720))
    invoke(site, "publish")
    assert before.name in {path.name for path in live.glob("*.mp4")}
    assert len(list(live.glob("*.mp4"))) == 2
