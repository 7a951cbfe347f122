"""Feeds that Antenne did not make: a file alone, and a folder that some program built."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest

from antenne.check import NothingToJudge, check_feed, check_folder, read_feed_file
from tests.check import sites
from tests.check.sites import FEED
from tests.check.test_ways_to_break_a_feed import change
from tests.check.ways import BROKEN, SITE, Way

NEEDS_FILES = {
    "feed-link",
    "enclosure-missing",
    "chapters-missing",
    "transcript-missing",
    "artwork-missing",
}
ALONE = tuple(
    way
    for way in BROKEN
    if way.path == FEED and way.code not in NEEDS_FILES and not re.search("missing|seconds", way.name)
)


def found_alone(folder: Path) -> set[str]:
    return {p.code for p in check_feed((folder / FEED).read_bytes(), "feed.xml", f"{SITE}/{FEED}")}


def test_a_right_feed_alone_has_no_problem(golden: Path) -> None:
    assert found_alone(golden) == set()
    assert check_feed((golden / FEED).read_bytes(), "feed.xml") == ()
    assert check_feed((golden / sites.ATOM).read_bytes(), "notes.xml") == ()


@pytest.mark.parametrize("way", ALONE, ids=lambda way: f"{way.code}: {way.name}")
def test_what_a_feed_says_wrongly_is_caught_without_its_files(golden: Path, way: Way) -> None:
    change(golden, way)
    assert way.code in found_alone(golden)


def test_hints_for_others_speak_of_the_feed_and_not_of_front_matter(golden: Path) -> None:
    sites.edit(golden, FEED, "<language>fr<", "<language>fra<")
    (problem,) = check_feed((golden / FEED).read_bytes(), "https://a.example/feed", f"{SITE}/{FEED}")
    assert "index.md" not in problem.hint
    assert str(problem.where) == "https://a.example/feed:7"
    (own,) = sites.found(golden)
    assert "content/shows/emission/index.md" in own.hint


def test_a_built_folder_of_any_program_is_judged_with_its_files(golden: Path) -> None:
    assert check_folder(golden) == ()
    sites.write(golden, sites.AUDIO, sites.MP3 + b"x")
    sites.edit(golden, sites.HOME, "/livres/essai/", "/livres/autre/")
    assert {p.code for p in check_folder(golden)} == {"enclosure-length", "podcast-integrity", "broken-link"}


def test_what_antenne_asks_of_its_own_pages_others_need_not_keep(golden: Path) -> None:
    sites.edit(golden, sites.HOME, "<p><a", '<p style="color:red"><script src="https://cdn.example/a.js"></script><a')
    assert check_folder(golden) == ()


def test_recordings_on_another_host_are_not_missed_in_the_folder_of_others(golden: Path) -> None:
    sites.edit(golden, FEED, "https://antenne.example/audio", "https://cdn.example/audio")
    assert check_folder(golden) == ()
    sites.edit(golden, FEED, "images/cover.jpg", "images/none.jpg")
    assert [p.code for p in check_folder(golden)] == ["artwork-missing"]


def test_a_folder_below_a_path_knows_its_address_from_its_feed(tmp_path: Path) -> None:
    sites.build(tmp_path, "/sous")
    assert check_folder(tmp_path) == ()


@pytest.mark.parametrize("name", ["feed.rss", "index.xml", "a/b/podcast.XML"])
def test_a_feed_is_found_by_what_it_holds(tmp_path: Path, name: str) -> None:
    sites.write(tmp_path, name, "<rss/>")
    sites.write(tmp_path, "sitemap.xml", "<urlset/>")
    assert {p.where.path for p in check_folder(tmp_path)} == {name}


def test_nothing_to_judge_is_told(tmp_path: Path) -> None:
    with pytest.raises(NothingToJudge, match=r"There is no feed in .*\.$"):
        check_folder(tmp_path)
    with pytest.raises(NothingToJudge, match="cannot be read"):
        read_feed_file(tmp_path / "none.xml")


def test_a_feed_too_large_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "feed.xml"
    with path.open("wb") as file:
        file.truncate(40_000_000)
    with pytest.raises(NothingToJudge, match="more than 30 million bytes"):
        read_feed_file(path)


HOSTILE = {
    "entities that multiply": b'<!DOCTYPE r [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
    b'<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]><rss version="2.0"><channel><title>&c;</title></channel></rss>',
    "a file as an entity": b'<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    b'<rss version="2.0"><channel><title>&x;</title></channel></rss>',
    "very deep": b"<rss>" + b"<a>" * 100_000,
    "many attributes": b"<rss " + b" ".join(b'a%d="1"' % n for n in range(60_000)) + b"/>",
    "one long text": b"<rss><channel><title>" + b"a" * 12_000_000,
    "nothing": b"",
    "zeros": bytes(1000),
    "a page": b"<!doctype html><html><body>404</body></html>",
    "UTF-16": '<?xml version="1.0" encoding="UTF-16"?><rss/>'.encode("utf-16"),
    "bytes that are no text": bytes(range(256)) * 10,
    "an alphabet that is none": b'<?xml version="1.0" encoding="klingon"?><rss/>',
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_feed_is_judged_in_a_moment_and_reads_no_file(name: str) -> None:
    start = time.process_time()
    problems = check_feed(HOSTILE[name], "feed.xml")
    assert time.process_time() - start < 5
    assert problems
    assert not any("root:" in problem.message for problem in problems)
    assert all(len(problem.message) < 500 for problem in problems)
