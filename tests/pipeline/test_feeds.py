from __future__ import annotations

import base64
import hashlib
import json
from pathlib import Path

from lxml import etree
from PIL import Image

from antenne.feeds import TAGS
from antenne.pipeline import Built, Order, straight
from antenne.settings import load_config, read_settings
from tests.feeds.reading import lines
from tests.support.audio import silent_mp3
from tests.support.site import EPISODE, SHOW, make_site, write

PODCAST = "{https://podcastindex.org/namespace/1.0}"
SITE = "https://essai.antenne/"


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
    return make(site).folder


def make(site: Path) -> Built:
    settings = read_settings(load_config(site / "publishconf.py"), site)
    return straight(Order(settings=settings), site.parent / "made")


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


def examples(scope: str, *, without: tuple[str, ...]) -> str:
    """Return the front matter that holds every example of the table."""
    keys: dict[str, str] = {}
    for one in TAGS:
        if scope in one.scope and one.name not in without:
            keys |= lines(one.example)
    return "".join(f"{key}: {value}\n" for key, value in keys.items())


def test_a_show_and_an_episode_that_say_all_they_can_pass_every_check(tmp_path: Path) -> None:
    site = make_site(tmp_path / "site")
    show, bundle = site / "content/shows/essai", site / "content/episodes/2013-11-05-premier"
    no_book = ("itunes:author", "itunes:duration")
    write(show / "index.md", f"---\n{examples('channel', without=('itunes:new-feed-url',))}---\n")
    write(bundle / "index.md", f"---\n{examples('item', without=no_book)}audio: audio.mp3\n---\nDes notes.\n")
    for folder in (show, bundle):
        Image.new("RGB", (1600, 900), (90, 60, 20)).save(folder / "large.jpg")
    text = (bundle / "index.md").read_text(encoding="utf-8")
    write(bundle / "index.md", text.replace("audio.opus", "court.mp3"))
    silent_mp3(bundle / "court.mp3", 1)
    made = make(site)
    names = {str(node.tag) for node in etree.parse(made.folder / "flux/essai.xml").getroot().iter()}
    expected = {one.name.split(":")[1] for one in TAGS if one.name.startswith("podcast:")}
    assert expected - {name.removeprefix(PODCAST) for name in names} == {"transcript", "trailer"}
    told = {problem.code: problem.message for problem in made.warnings}
    assert set(told) <= {"artwork-small", "feed-recommended", "podcast-host", "podcast-soundbite-length"}, told


def test_a_long_feed_passes_every_check_in_all_its_parts(tmp_path: Path) -> None:
    site = make_site(tmp_path / "site")
    for name in ("pelicanconf.py", "publishconf.py"):
        text = (site / name).read_text(encoding="utf-8")
        write(site / name, text.replace('"private": ', '"feeds": {"items": 10}, "private": '))
    for day in range(1, 20):
        folder = site / f"content/episodes/2014-01-{day:02d}-numero-{day}"
        silent_mp3(folder / "audio.mp3", 1 + day / 10, title=f"Numéro {day}")
    made = make(site)
    archives = sorted(str(path.relative_to(made.folder)) for path in (made.folder / "flux/archives").rglob("*.xml"))
    assert archives == [f"flux/archives/essai/{number}.xml" for number in (1, 2, 3)]
    counts = [len(list(etree.parse(made.folder / path).getroot().iter("item"))) for path in archives]
    assert counts == [10, 10, 0]
    assert not [problem for problem in made.warnings if "archives" in problem.where.path]
