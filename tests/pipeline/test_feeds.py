from __future__ import annotations

import base64
import hashlib
import json
from pathlib import Path

from lxml import etree
from PIL import Image

from antenne.pipeline import Order, straight
from antenne.settings import load_config, read_settings
from tests.support.audio import silent_mp3
from tests.support.site import EPISODE, SHOW, make_site, write

PODCAST = "{https://podcastindex.org/namespace/1.0}"
SITE = "https://essai.example/"


def built(folder: Path) -> Path:
    site = make_site(folder / "site")
    bundle = site / "content/episodes/2013-11-05-premier"
    keys = "atom: true\nimages: [{file: large.png, alt: Une large image, purpose: banner}]\n---\n"
    write(site / "content/shows/essai/index.md", SHOW.removesuffix("---\n") + keys)
    Image.new("RGB", (1600, 900), (90, 60, 20)).save(site / "content/shows/essai/large.png")
    more = "audio: audio.mp3\nalternates: [{file: court.mp3, title: Court}]\n---\n"
    write(bundle / "index.md", EPISODE.replace("---\nLes notes", f"{more}Les notes"))
    write(site / "content/people/ada/index.md", "---\nname: Ada Lovelace\nfeed: true\n---\n")
    silent_mp3(bundle / "court.mp3", 1)
    settings = read_settings(load_config(site / "publishconf.py"), site)
    made = straight(Order(settings=settings), folder / "made")
    return made.folder


def test_every_feed_that_the_settings_and_people_ask_for_is_written(tmp_path: Path) -> None:
    folder = built(tmp_path)
    feeds = sorted(str(path.relative_to(folder / "flux")) for path in (folder / "flux").rglob("*") if path.is_file())
    assert feeds == [
        "categories/livres.atom.xml",
        "essai.atom",
        "essai.json",
        "essai.xml",
        "feeds.opml",
        "livres/le-livre.xml",
        "notes.atom.xml",
        "personnes/ada.xml",
    ]
    outlines = etree.parse(folder / "flux/feeds.opml").getroot().iter("outline")
    assert all((folder / (node.get("xmlUrl") or "").removeprefix(SITE)).is_file() for node in outlines)
    document = json.loads((folder / "flux/essai.json").read_bytes())
    (attachment,) = document["items"][0]["attachments"]
    assert (folder / attachment["url"].removeprefix(SITE)).stat().st_size == attachment["size_in_bytes"]


def test_other_files_of_a_recording_are_published_with_the_hash_that_the_feed_says(tmp_path: Path) -> None:
    folder = built(tmp_path)
    alternates = list(etree.parse(folder / "flux/essai.xml").getroot().iter(f"{PODCAST}alternateEnclosure"))
    assert [node.get("default") for node in alternates] == ["true", None]
    for node in alternates:
        source, integrity = node.find(f"{PODCAST}source"), node.find(f"{PODCAST}integrity")
        assert source is not None
        assert integrity is not None
        data = (folder / (source.get("uri") or "").removeprefix(SITE)).read_bytes()
        assert node.get("length") == str(len(data))
        assert integrity.get("value") == "sha256-" + base64.b64encode(hashlib.sha256(data).digest()).decode()


def test_the_pictures_that_a_feed_names_are_drawn_in_the_shape_that_it_says(tmp_path: Path) -> None:
    folder = built(tmp_path)
    images = list(etree.parse(folder / "flux/essai.xml").getroot().iter(f"{PODCAST}image"))
    assert [node.get("aspect-ratio") for node in images] == ["1/1", "1/1", "16/9"]
    for node in images:
        with Image.open(folder / (node.get("href") or "").removeprefix(SITE)) as picture:
            assert [str(side) for side in picture.size] == [node.get("width"), node.get("height")]
