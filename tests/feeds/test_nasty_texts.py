from __future__ import annotations

import json
import re
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from antenne.feeds import json_chapters, notes_atom, rss, web_vtt
from antenne.feeds.xml import shorten, xml_text
from antenne.model import Chapter, Cue, RichText, Transcript
from tests.feeds import samples

ITUNES = "{http://www.itunes.com/dtds/podcast-1.0.dtd}"
PSC = "{http://podlove.org/simple-chapters}"
ATOM = "{http://www.w3.org/2005/Atom}"

PIECES = ["]]>", "&amp;", "<b>", "&#0;", "\x00", "\x0b", "\x1f", "￾", "\ud800", "🎙️", "é", '"', "'", "\r\n", " ", "-->"]
nasty = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=8)), max_size=8).map("".join)
few = settings(max_examples=40, deadline=None)


def feed(show: dict[str, Any], episode: dict[str, Any]) -> etree._Element:
    catalog = samples.catalog(samples.episode(**episode), shows=(samples.show(**show),))
    routes = samples.routes()
    return etree.fromstring(rss(catalog.shows[0], catalog, routes, routes.settings, samples.art))[0]


@few
@given(nasty, nasty)
def test_what_is_read_back_is_the_text_without_what_xml_forbids(name: str, words: str) -> None:
    title, summary = f"a{name}z", f"a{words}z"
    top = feed({"title": title, "summary": summary, "author": title}, {"title": title, "artist": summary})
    assert top.findtext("title") == top.findtext(f"{ITUNES}author") == shorten(title, 255)
    assert top.findtext("description") == xml_text(summary)
    one = top.find("item")
    assert one is not None
    assert one.findtext("title") == shorten(title, 255)
    assert one.findtext(f"{ITUNES}author") == shorten(summary, 255)


@few
@given(nasty)
def test_an_attribute_reads_back_as_its_text(words: str) -> None:
    chapters = (Chapter(start=0, title=f"a{words}z"),)
    mark = feed({}, {"chapters": chapters}).find(f"item/{PSC}chapters/{PSC}chapter")
    assert mark is not None
    # XML folds line ends and tabs within an attribute into spaces unless they are written as references.
    assert (mark.get("title") or "").split() == xml_text(f"a{words}z").split()
    file = json.loads(json_chapters(samples.episode(chapters=chapters), samples.routes()))
    assert file["chapters"][0]["title"] == xml_text(f"a{words}z")


@few
@given(nasty)
def test_show_notes_never_break_the_feed(words: str) -> None:
    escaped = words.replace("&", "&amp;").replace("<", "&lt;")
    html = f"<p>a{xml_text(escaped)}z ]]&gt; ]]></p>"
    catalog = samples.catalog(samples.episode(body=RichText(html, words)), notes=(samples.note(body=RichText(html)),))
    routes = samples.routes()
    etree.fromstring(rss(catalog.shows[0], catalog, routes, routes.settings, samples.art))
    content = etree.fromstring(notes_atom(catalog, routes, routes.settings)).findtext(f"{ATOM}entry/{ATOM}content")
    assert content is not None
    assert content.startswith("<p>a")


@few
@given(nasty, nasty)
def test_a_caption_holds_no_markup_but_its_speaker(words: str, speaker: str) -> None:
    file = web_vtt(Transcript(cues=(Cue(start=0, end=1, text=f"a{words}z", speaker=speaker),), language=samples.FRENCH))
    blocks = file.decode().rstrip("\n").split("\n\n")
    assert blocks[0] == "WEBVTT"
    assert len(blocks) == 2
    times, *lines = blocks[1].split("\n")
    assert times == "00:00:00.000 --> 00:00:01.000"
    body = re.sub(r"^<v [^<>]*>", "", "\n".join(lines))
    assert not set(body) & set("<>")
    back = body.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    assert back.split() == xml_text(f"a{words}z").split()


def test_an_entity_is_never_doubled() -> None:
    assert feed({"title": "A &amp; B"}, {}).findtext("title") == "A &amp; B"
    catalog = samples.catalog(shows=(samples.show(title="A & B"),))
    out = rss(catalog.shows[0], catalog, samples.routes(), samples.settings(), samples.art)
    assert b"<title>A &amp; B</title>" in out
    assert b"&amp;amp;" not in out


def test_a_long_title_is_cut_after_a_word() -> None:
    title = feed({}, {"title": "mot " * 200}).findtext("item/title")
    assert title is not None
    assert len(title) <= 255
    assert title.endswith("mot…")
