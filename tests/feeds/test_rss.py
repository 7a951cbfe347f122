from __future__ import annotations

import io
import os
import subprocess
import sys
import time
from datetime import datetime
from pathlib import Path
from typing import Any

import feedparser
import podcastparser
import pytest
from lxml import etree

from antenne.feeds import rss
from antenne.model import AudioType, Catalog, Category, Credit, LanguageTag, License, Show, Transcript, Turn, show_guid
from tests.feeds import samples
from tests.support.changed import replace

NS = {
    "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "podcast": "https://podcastindex.org/namespace/1.0",
    "psc": "http://podlove.org/simple-chapters",
    "atom": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
}
OLD_PODCAST = b"https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/1.0.md"
"""The only address under which podcastparser knows the podcast namespace."""
FEED = "https://antenne.example/flux/emission.xml"


def made(catalog: Catalog | None = None, show: Show | None = None, **settings: Any) -> bytes:
    catalog = catalog or samples.catalog()
    routes = samples.routes(**settings)
    return rss(show or catalog.shows[0], catalog, routes, routes.settings, samples.art)


def parsed(out: bytes) -> Any:
    return etree.fromstring(out)


def channel(**changes: Any) -> Any:
    show = samples.show(**changes)
    return parsed(made(samples.catalog(shows=(show,)), show))[0]


def item(**changes: Any) -> Any:
    return parsed(made(samples.catalog(samples.episode(**changes)))).find("channel/item")


def text(node: Any, path: str) -> str | None:
    found: str | None = node.findtext(path, namespaces=NS)
    return found


def test_the_file_is_rss_2_in_utf_8_with_each_namespace_declared_once_and_exact() -> None:
    out = made()
    assert out.startswith(b"<?xml version='1.0' encoding='UTF-8'?>\n<rss ")
    root = parsed(out)
    assert (root.tag, root.get("version"), dict(root.nsmap)) == ("rss", "2.0", NS)
    assert out.count(b"xmlns:") == len(NS)
    assert b"ns0" not in out


def test_feedparser_reads_every_channel_value_back() -> None:
    show = samples.show()
    read = feedparser.parse(made())
    assert not read.bozo
    feed = read.feed
    assert (feed.title, feed.subtitle, feed.language, feed.link) == (
        show.title,
        show.summary,
        "fr",
        "https://antenne.example/emissions/emission/",
    )
    assert (feed.author_detail.name, feed.publisher_detail.email) == ("La rédaction", "redaction@antenne.example")
    assert [link.href for link in feed.links if link.rel == "self"] == [FEED]
    assert (feed.generator, feed.image.href, feed.rights) == (
        "Antenne",
        "https://antenne.example/images/artwork.jpg",
        "La rédaction",
    )
    assert [tag.term for tag in feed.tags] == ["Arts", "Books", "Society & Culture", "Documentary"]


def test_feedparser_reads_every_item_back_newest_first() -> None:
    catalog = samples.catalog()
    entries = feedparser.parse(made(catalog)).entries
    assert len(entries) == len(catalog.episodes)
    for entry, episode in zip(entries, catalog.episodes, strict=True):
        assert (entry.title, entry.id, entry.guidislink) == (episode.title, episode.guid, False)
        assert entry.link == f"https://antenne.example/episodes/{episode.slug}/"
        assert entry.published_parsed == episode.pub_date.utctimetuple()
        (enclosure,) = entry.enclosures
        assert enclosure == {
            "href": f"https://antenne.example/{episode.enclosure_path}",
            "length": str(episode.audio.length),
            "type": "audio/mpeg",
        }
        assert entry.itunes_duration == "754"


def test_podcastparser_reads_every_item_back() -> None:
    catalog = samples.catalog()
    out = made(catalog).replace(NS["podcast"].encode(), OLD_PODCAST)
    feed = podcastparser.parse(FEED, io.BytesIO(out))
    assert (feed["title"], feed["description"]) == (catalog.shows[0].title, catalog.shows[0].summary)
    assert (feed["language"], feed["explicit"], feed["type"]) == ("fr", False, "episodic")
    assert feed["itunes_owner"] == {"name": "La rédaction", "email": "redaction@antenne.example"}
    assert feed["itunes_categories"] == [["Arts", "Books"], ["Society & Culture", "Documentary"]]
    for read, episode in zip(feed["episodes"], catalog.episodes, strict=True):
        assert (read["title"], read["guid"], read["total_time"]) == (episode.title, episode.guid, 754)
        assert read["published"] == int(episode.pub_date.timestamp())
        (enclosure,) = read["enclosures"]
        assert (enclosure["file_size"], enclosure["mime_type"]) == (episode.audio.length, "audio/mpeg")
        assert enclosure["url"].endswith(episode.enclosure_path)
        assert read["explicit"] is False
        assert read.get("number") == episode.number
    talk = feed["episodes"][0]
    assert [(mark["start"], mark["title"]) for mark in talk["chapters"]] == [
        (0, "Ouverture"),
        (65, "Le livre & son titre"),
        (600, "La fin"),
    ]
    assert [(person["name"], person["role"]) for person in talk["persons"]] == [("Anne", "host"), ("François", "guest")]
    # Of several transcripts it keeps the last.
    assert talk["transcript_url"] == "https://antenne.example/episodes/entretien/transcript.txt"


def test_the_channel_has_the_podcast_tags() -> None:
    top = channel()
    assert text(top, "podcast:guid") == samples.GUID
    locked = top.find("podcast:locked", NS)
    assert (locked.text, dict(locked.attrib)) == ("yes", {"owner": "redaction@antenne.example"})
    assert text(top, "podcast:medium") == "podcast"
    assert text(top, "podcast:license") == "cc-by-4.0"
    assert top.find("podcast:funding", NS).get("url") == "https://antenne.example/soutenir/"
    person = top.find("podcast:person", NS)
    assert (person.text, person.get("role"), person.get("group")) == ("Anne", "host", "cast")
    assert person.get("href") == "https://antenne.example/personnes/anne/"


def test_an_own_licence_keeps_its_name_and_address() -> None:
    tag = channel(license=License(identifier="Tous Droits", url="https://a.example/l")).find("podcast:license", NS)
    assert (tag.text, tag.get("url")) == ("Tous Droits", "https://a.example/l")


def test_an_item_has_chapters_transcript_and_numbers() -> None:
    one = item()
    chapters, transcripts = one.find("podcast:chapters", NS), one.findall("podcast:transcript", NS)
    assert dict(chapters.attrib) == {
        "url": "https://antenne.example/episodes/entretien/chapters.json",
        "type": "application/json+chapters",
    }
    page = "https://antenne.example/episodes/entretien/transcript"
    assert [dict(transcript.attrib) for transcript in transcripts] == [
        {"url": f"{page}.vtt", "type": "text/vtt", "language": "fr", "rel": "captions"},
        {"url": f"{page}.srt", "type": "application/x-subrip", "language": "fr", "rel": "captions"},
        {"url": f"{page}.json", "type": "application/json", "language": "fr"},
        {"url": f"{page}.html", "type": "text/html", "language": "fr"},
        {"url": f"{page}.txt", "type": "text/plain", "language": "fr"},
    ]
    numbers = [text(one, path) for path in ("podcast:season", "podcast:episode", "itunes:season", "itunes:episode")]
    assert numbers == ["1", "2", "1", "2"]
    assert [(mark.get("start"), mark.get("title")) for mark in one.iterfind("psc:chapters/psc:chapter", NS)] == [
        ("00:00:00.000", "Ouverture"),
        ("00:01:05.500", "Le livre & son titre"),
        ("00:10:00.250", "La fin"),
    ]


def test_words_of_no_length_are_no_captions() -> None:
    first, last = samples.TRANSCRIPT.cues
    instant = replace(samples.TRANSCRIPT, cues=(first, replace(last, end=4)))
    assert {tag.get("rel") for tag in item(transcript=instant).findall("podcast:transcript", NS)} == {None}


def test_words_without_times_go_out_as_a_page_and_as_text() -> None:
    untimed = Transcript(turns=(Turn(text="Bonjour.", speaker="Anne"),), language=samples.FRENCH)
    tags = item(transcript=untimed).findall("podcast:transcript", NS)
    assert [(tag.get("type"), tag.get("rel")) for tag in tags] == [("text/html", None), ("text/plain", None)]


def test_an_episode_of_sound_alone_gets_no_tag_about_nothing() -> None:
    one = parsed(made(samples.catalog(samples.bare_episode()))).find("channel/item")
    names = [etree.QName(node).localname for node in one]
    assert names == [
        "title",
        "link",
        "description",
        "guid",
        "enclosure",
        "pubDate",
        "title",
        "duration",
        "explicit",
        "episodeType",
    ]
    assert one.findtext("description") == "L’entretien « seul »"


def test_a_guest_restates_the_hosts_and_no_guest_leaves_them_to_the_channel() -> None:
    def people(**changes: Any) -> list[tuple[str | None, str | None]]:
        return [(node.text, node.get("role")) for node in item(**changes).iterfind("podcast:person", NS)]

    assert people() == [("Anne", "host"), ("François", "guest")]
    assert people(people=()) == []
    assert people(people=(Credit(person="anne", role="guest"),)) == [("Anne", "guest")]


def test_a_trailer_is_announced_in_the_channel() -> None:
    trailer = samples.bare_episode("annonce", type="trailer", season=1)
    tag = parsed(made(samples.catalog(samples.episode(), trailer)))[0].find("podcast:trailer", NS)
    assert (tag.text, dict(tag.attrib)) == (
        "L’entretien « annonce »",
        {
            "url": "https://antenne.example/audio/2013-11-05-annonce.cdcdcdcdcdcd.mp3",
            "pubdate": "Mon, 02 Jan 2012 03:04:05 +0100",
            "length": "123456",
            "type": "audio/mpeg",
            "season": "1",
        },
    )
    assert channel().find("podcast:trailer", NS) is None


@pytest.mark.parametrize(("value", "words"), [(True, "true"), (False, "false")])
def test_explicit_is_true_or_false(value: bool, words: str) -> None:
    assert text(channel(explicit=value), "itunes:explicit") == words
    assert text(item(explicit=value), "itunes:explicit") == words


def test_block_complete_and_the_new_address_stand_only_when_they_say_something() -> None:
    silent = channel()
    assert [silent.find(f"itunes:{name}", NS) for name in ("block", "complete", "new-feed-url")] == [None, None, None]
    told = channel(block=True, complete=True, new_feed_url="https://new.example/f.xml")
    assert [text(told, f"itunes:{name}") for name in ("block", "complete", "new-feed-url")] == [
        "Yes",
        "Yes",
        "https://new.example/f.xml",
    ]


@pytest.mark.parametrize("name", ["artwork.jpeg", "ARTWORK.JPG", "artwork.png", "dessin été.webp"])
def test_a_picture_stands_whatever_its_name(name: str) -> None:
    show = samples.show(artwork=samples.image(name))
    href = parsed(made(samples.catalog(shows=(show,)), show))[0].find("itunes:image", NS).get("href")
    assert href.startswith("https://antenne.example/images/")
    assert href.isascii()


def test_children_of_one_category_stand_inside_it() -> None:
    top = channel(categories=(Category(name="Arts", child="Books"), Category(name="Arts", child="Design")))
    (arts,) = top.findall("itunes:category", NS)
    assert [arts.get("text"), *(child.get("text") for child in arts)] == ["Arts", "Books", "Design"]


@pytest.mark.parametrize(("seconds", "written"), [(0.2, "1"), (59.5, "60"), (3600.0, "3600"), (62.4999, "62")])
def test_a_duration_is_whole_seconds(seconds: float, written: str) -> None:
    assert text(item(audio=samples.audio(duration=seconds)), "itunes:duration") == written


def test_an_m4a_has_the_type_that_apple_lists() -> None:
    enclosure = item(audio=samples.audio(type=AudioType.M4A), enclosure_path="audio/a.m4a").find("enclosure")
    assert enclosure.get("type") == "audio/x-m4a"


def test_the_owner_is_the_sites_where_the_show_names_none() -> None:
    show = samples.show(owner=None)
    catalog = samples.catalog(shows=(show,))
    top = parsed(made(catalog, show, email="site@antenne.example"))[0]
    assert text(top, "itunes:owner/itunes:email") == "site@antenne.example"
    assert parsed(made(catalog, show))[0].find("itunes:owner", NS) is None


def test_a_language_with_a_region_is_in_lower_case() -> None:
    assert channel(language=LanguageTag("fr-CA")).findtext("language") == "fr-ca"


def test_a_show_without_episodes_has_a_feed_without_a_date() -> None:
    top = parsed(made(replace(samples.catalog(), episodes=())))[0]
    assert (top.find("item"), top.find("lastBuildDate")) == (None, None)


def test_the_feed_is_dated_by_its_newest_item() -> None:
    assert channel().findtext("lastBuildDate") == "Wed, 13 Nov 2013 11:41:00 +0100"


def test_a_date_before_zones_had_whole_minutes_is_told_in_utc() -> None:
    date = datetime(1900, 1, 1, 12, 0, tzinfo=samples.PARIS)
    assert item(pub_date=date).findtext("pubDate") == "Mon, 01 Jan 1900 11:50:39 +0000"


def test_below_a_path_every_address_keeps_it() -> None:
    out = made(site_url="https://a.example/sous/dossier").decode()
    assert "https://a.example/sous/dossier/flux/emission.xml" in out
    assert "https://antenne.example/audio" not in out


@pytest.mark.parametrize(
    ("address", "guid"),
    [
        ("https://podnews.net/rss", "9b024349-ccf0-5f69-a609-6b82873eab3c"),
        ("https://podnews.net/rss///", "9b024349-ccf0-5f69-a609-6b82873eab3c"),
        ("podnews.net/rss", "9b024349-ccf0-5f69-a609-6b82873eab3c"),
        ("http://mp3s.nashownotes.com/pc20rss.xml", "917393e3-1b1e-5cef-ace4-edaa54e1f810"),
    ],
)
def test_a_podcast_guid_is_that_of_the_documentation(address: str, guid: str) -> None:
    assert text(channel(guid=show_guid(address)), "podcast:guid") == guid


def test_two_builds_at_two_times_are_the_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    first = made()
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    time.tzset()
    try:
        assert made() == first
    finally:
        monkeypatch.undo()
        time.tzset()


def test_another_locale_zone_and_hash_seed_give_the_same_bytes() -> None:
    root = Path(__file__).parent.parent.parent
    code = (
        "import locale, sys; sys.path[:0] = ['plugins', '.']\n"
        "for name in ('fr_FR.UTF-8', 'de_DE.UTF-8', 'C.UTF-8'):\n"
        "    try: locale.setlocale(locale.LC_ALL, name); break\n"
        "    except locale.Error: pass\n"
        "from tests.feeds.test_rss import made\n"
        "sys.stdout.buffer.write(made())\n"
    )
    env = {**os.environ, "TZ": "America/St_Johns", "PYTHONHASHSEED": "7", "LC_ALL": "C.UTF-8"}
    out = subprocess.run([sys.executable, "-c", code], cwd=root, env=env, capture_output=True, check=True).stdout
    assert out == made()
