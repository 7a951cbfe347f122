"""What an author types with a keyboard is printed as the language has it, on every page and in every feed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from lxml import etree, html

from antenne.commands.project import LOCAL, Project
from tests.support.audio import silent_mp3
from tests.support.site import make_site, write

N, H = "\u202f", "\u00a0"
TYPED = """L'été - "à 10 000 %" ?"""
PRINTED = f"L’été – «{N}à 10{N}000{H}%{N}»{N}?"
ENGLISH = "L’été – “à 10 000 %” ?"

VTT = f"WEBVTT\n\n00:00:00.000 --> 00:00:02.000\n<v Ada>{TYPED}\n"


def front(**keys: str) -> str:
    return "---\n" + "".join(f"{name}: {value}\n" for name, value in keys.items()) + "---\n"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a site in which everything says the same sentence."""
    folder = tmp_path_factory.mktemp("typography")
    site = make_site(folder / "site")
    said = f"'{TYPED.replace(chr(39), chr(39) * 2)}'"
    body = f"{TYPED}\n\nLe code `{TYPED}`, à 12:30, sur https://a.example/?b:c;d"
    common = {"title": said, "summary": said, "books": "[le-livre]"}
    write(site / "content/notes/2013-11-14-dite.md", front(**common, tags=f"[{said}]") + body)
    write(site / "content/notes/2013-11-14-dite.comments/001.md", front(author=said, date="2013-11-15") + TYPED)
    chapters = f"[{{start: 0, title: {said}}}]"
    for name, language in (("dit", "fr"), ("said", "en")):
        episode = site / f"content/episodes/2013-11-14-{name}"
        write(episode / "index.md", front(**common, language=language, chapters=chapters) + body)
        write(episode / "transcript.vtt", VTT)
        silent_mp3(episode / "audio.mp3", 3)
    Project(site).build(LOCAL, output=folder / "output", site_url="http://127.0.0.1:8000")
    return folder / "output"


def test_pages_are_printed_as_french_has_it(built: Path) -> None:
    note = html.parse(built / "notes/2013/dite/index.html")
    assert note.findtext(".//h1") == PRINTED
    assert note.xpath("string(//div[@class='prose']/p[1])") == PRINTED
    assert note.xpath("string(//div[@class='prose']//code)") == TYPED
    assert "à 12:30, sur https://a.example/?b:c;d" in note.xpath("string(//div[@class='prose']/p[2])")
    assert note.xpath("string(//*[@class='comment-author'])") == PRINTED
    assert note.xpath("string(//article[@class='comment']//div/p)") == PRINTED
    assert note.xpath("//a[@rel='tag']/text()")[-1] == PRINTED


def test_feeds_say_what_pages_say(built: Path) -> None:
    atom = {"a": "http://www.w3.org/2005/Atom"}
    entry = etree.parse(built / "flux/notes.atom.xml").find("a:entry", atom)
    assert entry is not None
    assert [entry.findtext(f"a:{name}", namespaces=atom) for name in ("title", "summary")] == [PRINTED, PRINTED]
    assert f"<p>{PRINTED}</p>" in (entry.findtext("a:content", namespaces=atom) or "")
    items = {item.findtext("link"): item for item in etree.parse(built / "flux/essai.xml").iter("item")}
    item = items["http://127.0.0.1:8000/episodes/dit/"]
    assert item.findtext("title") == PRINTED
    assert (item.findtext("description") or "").startswith(PRINTED)
    assert [one.get("title") for one in item.iter("{http://podlove.org/simple-chapters}chapter")] == [PRINTED]
    json_feed = json.loads((built / "flux/essai.json").read_text(encoding="utf-8"))
    assert PRINTED in [one["title"] for one in json_feed["items"]]


def test_words_within_a_recording_are_printed_where_they_are_read_and_kept_where_they_are_data(built: Path) -> None:
    episode = built / "episodes/dit"
    chapters = json.loads((episode / "chapters.json").read_text(encoding="utf-8"))
    assert [one["title"] for one in chapters["chapters"]] == [PRINTED]
    assert PRINTED in html.parse(episode / "index.html").xpath("string(//*[contains(@class, 'transcript')])")
    assert PRINTED in html.parse(episode / "transcript.html").xpath("string(//body)")
    assert TYPED in (episode / "transcript.vtt").read_text(encoding="utf-8")


def test_english_keeps_its_own_typography(built: Path) -> None:
    page = html.parse(built / "episodes/said/index.html")
    assert page.findtext(".//h1") == ENGLISH
    assert N not in page.xpath("string(//h1)") + page.xpath("string(//div[@class='prose'])")
