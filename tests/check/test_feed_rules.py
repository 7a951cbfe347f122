"""Each rule on feeds: the good site passes it (test_good_site), and one change makes it fail."""

from __future__ import annotations

from pathlib import Path

import pytest

from antenne.problems import Severity
from antenne.problems.catalogue import rules_by_code
from tests.check import sites
from tests.check.sites import FEED
from tests.feeds import samples

PODCAST = "https://podcastindex.org/namespace/1.0"

CHANGES: dict[str, tuple[str, str, str]] = {
    "XML cut off": ("</rss>", "", "feed-unreadable"),
    "not RSS 2.0": ('version="2.0"', 'version="0.92"', "feed-unreadable"),
    "another encoding": ("encoding='UTF-8'", "encoding='ISO-8859-1'", "feed-encoding"),
    "a slash after the namespace": (f'"{PODCAST}"', f'"{PODCAST}/"', "feed-namespace"),
    "a namespace in http": (f'"{PODCAST}"', '"http://podcastindex.org/namespace/1.0"', "feed-namespace"),
    "a namespace in capitals": ("www.itunes.com/dtds", "www.itunes.com/DTDs", "feed-namespace"),
    "no language": ("<language>fr</language>", "", "feed-channel-tag"),
    "an empty title": ("<title>Livres à l’antenne</title>\n    <link>", "<title/>\n    <link>", "feed-channel-tag"),
    "no self": ('rel="self"', 'rel="next"', "feed-self"),
    "another self": ("flux/emission.xml", "feed.xml", "feed-self"),
    "no owner": ("itunes:email", "itunes:mail", "feed-owner"),
    "a language of three letters": ("<language>fr<", "<language>fra<", "feed-language"),
    "explicit in words": ("explicit>false<", "explicit>clean<", "feed-explicit"),
    "explicit in capitals": ("explicit>false<", "explicit>False<", "feed-explicit"),
    "an unknown category": ('text="Arts"', 'text="Art"', "feed-category"),
    "a child elsewhere": ('text="Books"', 'text="Documentary"', "feed-category"),
    "a category in lower case": ('text="Books"', 'text="books"', "feed-category"),
    "an unknown type": ("<itunes:type>episodic", "<itunes:type>weekly", "feed-type"),
    "a serial without numbers": ("<itunes:type>episodic", "<itunes:type>serial", "feed-serial"),
    "block that says no": ("<itunes:type>", "<itunes:block>no</itunes:block><itunes:type>", "feed-flag"),
    "a guid that is no UUID": (samples.GUID, "emission", "feed-podcast-guid"),
    "a random guid": (samples.GUID, "6f1e0d9c-7c5a-4b62-8f3b-1f0a2f8f9d11", "feed-podcast-guid"),
    "a long channel description": ("<description>Trois", "<description>" + "é" * 2000, "feed-description"),
    "a long item description": ("<description>Un", "<description>" + "é" * 2001, "feed-description"),
    "no item title": ("<title>L’entretien « seul »</title>", "", "feed-item-tag"),
    "no enclosure": ("<enclosure ", "<missing ", "feed-item-tag"),
    "no guid": ('<guid isPermaLink="false">', '<guid isPermaLink="false"/><x>', "feed-unreadable"),
    "a guid that passes for an address": ('isPermaLink="false"', "", "feed-guid-address"),
    "a French date": ("Wed, 13 Nov 2013", "mer., 13 nov. 2013", "feed-date"),
    "a date without a zone": ("11:41:00 +0100", "11:41:00", "feed-date"),
    "an impossible date": ("Wed, 13 Nov 2013", "Wed, 31 Nov 2013", "feed-date"),
    "a duration with a colon": ("duration>754<", "duration>12:34<", "feed-duration"),
    "a broken duration": ("duration>754<", "duration>754.4<", "feed-duration"),
    "season 0": ("itunes:season>1<", "itunes:season>0<", "feed-number"),
    "a strange type of episode": ("episodeType>full<", "episodeType>best<", "feed-episode-type"),
    "a heading in the notes": ("<p>Notes</p>", "<h2>Notes</h2>", "feed-html"),
    "a page that is not there": ("/episodes/seul/", "/episodes/seule/", "feed-link"),
    "an http address": ("https://antenne.example/soutenir/", "http://antenne.example/s/", "feed-https"),
    "an enclosure elsewhere": ("https://antenne.example/audio", "https://cdn.example/audio", "enclosure-missing"),
    "an enclosure twice": ("2013-11-05-seul", "2013-11-05-entretien", "enclosure-same"),
    "an enclosure with an accent": ("-entretien.cd", "-été.cd", "feed-address-ascii"),
    "a missing enclosure": ("-entretien.cd", "-autre.cd", "enclosure-missing"),
    "a length in seconds": (f'length="{len(sites.MP3)}"', 'length="754"', "enclosure-length"),
    "a length in words": (f'length="{len(sites.MP3)}"', 'length="12.3M"', "enclosure-length"),
    "another type": ('type="audio/mpeg"', 'type="audio/mp3"', "enclosure-type"),
    "the type of chapters": ("application/json+chapters", "application/json", "chapters-tag"),
    "missing chapters": ("chapters.json", "chapitres.json", "chapters-missing"),
    "the type of a transcript": ('type="text/vtt"', 'type="text/srt"', "transcript-tag"),
    "a missing transcript": ("transcript.vtt", "texte.vtt", "transcript-missing"),
    "missing artwork": ("images/cover.jpg", "images/nothing.jpg", "artwork-missing"),
}


@pytest.mark.parametrize("name", CHANGES)
def test_one_change_breaks_one_rule(site: Path, name: str) -> None:
    old, new, rule = CHANGES[name]
    sites.edit(site, FEED, old, new)
    found = [problem for problem in sites.found(site) if problem.code == rule]
    assert found, sites.found(site)
    assert all(p.where.path == FEED and p.severity is rules_by_code()[rule].severity for p in found)
    assert all(p.message.endswith((".", "!", "”.")) and p.hint.endswith((".", "…")) for p in found)


def test_two_items_of_one_guid_are_told_both(site: Path) -> None:
    text = (site / FEED).read_text(encoding="utf-8")
    one, two = (part.split("<")[0] for part in text.split('isPermaLink="false">')[1:3])
    sites.edit(site, FEED, two, one)
    assert [p.code for p in sites.found(site)] == ["feed-guid"] * 2


def test_a_title_that_is_said_again_to_itunes_is_told_once(site: Path) -> None:
    sites.edit(site, FEED, "L’entretien « seul »</title>", "L&amp;rsquo;entretien</title>")
    (alone,) = [problem for problem in sites.found(site) if problem.code == "feed-double-escape"]
    said = "<itunes:title>L&amp;rsquo;entretien</itunes:title>"
    data = (site / FEED).read_text(encoding="utf-8")
    assert "L&amp;rsquo;entretien</title>" in data
    (site / FEED).write_text(data.replace("L&amp;rsquo;entretien</title>", f"L&amp;rsquo;entretien</title>{said}"))
    (both,) = [problem for problem in sites.found(site) if problem.code == "feed-double-escape"]
    assert (both.message, both.where) == (alone.message, alone.where)
    assert both.message.startswith("title is read")


def test_a_show_without_episodes_is_a_warning(site: Path) -> None:
    text = (site / FEED).read_text(encoding="utf-8")
    head, tail = text[: text.index("<item>")], text[text.rindex("</item>") + 7 :]
    (site / FEED).write_text(head + tail, encoding="utf-8")
    (problem,) = sites.found(site)
    assert (problem.code, problem.severity) == ("feed-empty", Severity.WARNING)


def test_a_private_site_may_speak_http(site: Path) -> None:
    sites.edit(site, FEED, "https://antenne.example/soutenir/", "http://antenne.example/s/")
    assert sites.found(site, private=True) == ()


def test_a_near_category_is_suggested(site: Path) -> None:
    sites.edit(site, FEED, 'text="Books"', 'text="Book"')
    (problem,) = sites.found(site)
    assert problem.hint == "Write “Books” in content/shows/emission/index.md."


FILES: dict[str, tuple[str, bytes, str]] = {
    "a recording that grew": (sites.AUDIO, sites.MP3 + b"x", "enclosure-length"),
    "an empty recording": (sites.AUDIO, b"", "enclosure-length"),
    "an Ogg that calls itself MP3": (sites.AUDIO, b"OggS".ljust(len(sites.MP3), b"\0"), "enclosure-bytes"),
    "a text that calls itself MP3": (sites.AUDIO, b"version 1".ljust(len(sites.MP3)), "enclosure-bytes"),
    "chapters that are no JSON": (sites.CHAPTERS, b"[", "chapters-unreadable"),
    "chapters without times": (sites.CHAPTERS, b'{"version": "1.2.0", "chapters": [{}]}', "chapters-unreadable"),
    "chapters of another version": (sites.CHAPTERS, b'{"version": "2", "chapters": []}', "chapters-unreadable"),
    "chapters in disorder": (
        sites.CHAPTERS,
        b'{"version": "1.2.0", "chapters": [{"startTime": 9}, {"startTime": 1}]}',
        "chapters-order",
    ),
    "a transcript without its head": (sites.TRANSCRIPT, b"00:00:00.000 --> 00:00:01.000\na\n", "transcript-unreadable"),
    "a transcript without captions": (sites.TRANSCRIPT, b"WEBVTT\n", "transcript-unreadable"),
    "a time of SRT": (sites.TRANSCRIPT, b"WEBVTT\n\n00:00:00,000 --> 00:00:01,000\na\n", "transcript-unreadable"),
    "a transcript in Latin-1": (sites.TRANSCRIPT, b"WEBVTT\n\n\xe9\n", "transcript-unreadable"),
    "artwork that is a PNG": (sites.ARTWORK, sites.picture(kind="PNG"), "artwork-ending"),
    "artwork that is a WebP": (sites.ARTWORK, sites.picture(64, 64, kind="WEBP"), "artwork-format"),
    "artwork too small": (sites.ARTWORK, sites.picture(600, 600), "artwork-size"),
    "artwork too large": (sites.ARTWORK, sites.picture(3100, 3100), "artwork-size"),
    "artwork not square": (sites.ARTWORK, sites.picture(1400, 1500), "artwork-square"),
    "artwork in grey": (sites.ARTWORK, sites.picture(mode="L"), "artwork-colour"),
    "artwork in CMYK": (sites.ARTWORK, sites.picture(mode="CMYK"), "artwork-colour"),
    "artwork cut off": (sites.ARTWORK, sites.picture()[:20], "artwork-format"),
}


@pytest.mark.parametrize("name", FILES)
def test_one_file_breaks_one_rule(site: Path, name: str) -> None:
    path, data, rule = FILES[name]
    sites.write(site, path, data)
    assert rule in sites.codes(site)


def test_a_transparent_png_is_no_artwork_and_an_opaque_one_is(site: Path) -> None:
    sites.edit(site, FEED, "images/artwork.jpg", "images/artwork.png")
    sites.write(site, "images/artwork.png", sites.picture(kind="PNG"))
    assert sites.codes(site) == set()
    sites.write(site, "images/artwork.png", sites.picture(mode="RGBA", kind="PNG"))
    assert sites.codes(site) == {"artwork-transparent"}


def test_ogg_goes_out_with_a_warning(site: Path) -> None:
    ogg = b"OggS".ljust(len(sites.MP3), b"\0")
    sites.write(site, sites.AUDIO.replace(".mp3", ".ogg"), ogg)
    sites.edit(site, FEED, "entretien.cdcdcdcdcdcd.mp3", "entretien.cdcdcdcdcdcd.ogg")
    head, tail = (site / FEED).read_text(encoding="utf-8").split('type="audio/mpeg"', 1)
    (site / FEED).write_text(f'{head}type="audio/ogg"{tail}', encoding="utf-8")
    (problem,) = sites.found(site)
    assert (problem.code, problem.severity) == ("enclosure-not-listed", Severity.WARNING)


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("</feed>", "", "feed-unreadable"),
        ('rel="self"', 'rel="next"', "feed-self"),
        ("/notes/2015/", "/notes/2016/", "feed-link"),
        ("<id>urn:uuid:", "<id/><old>", "feed-unreadable"),
    ],
)
def test_the_feed_of_notes_is_read_too(site: Path, old: str, new: str, rule: str) -> None:
    sites.edit(site, sites.ATOM, old, new)
    assert rule in sites.codes(site)


def test_two_notes_of_one_id_are_told(site: Path) -> None:
    text = (site / sites.ATOM).read_text(encoding="utf-8")
    one, two = (part.split("<")[0] for part in text.split("<id>")[2:4])
    sites.edit(site, sites.ATOM, two, one)
    assert sites.codes(site) == {"feed-guid"}


def test_an_entity_of_a_feed_reads_no_file(site: Path) -> None:
    sites.write(site, "secret.txt", "secret")
    text = (site / FEED).read_text(encoding="utf-8")
    head, tail = text.split("\n", 1)
    trap = f'<!DOCTYPE rss [<!ENTITY x SYSTEM "{(site / "secret.txt").as_uri()}">]>'
    (site / FEED).write_text(f"{head}\n{trap}\n{tail.replace('<language>fr', '<language>&x;')}", encoding="utf-8")
    assert not any("secret" in problem.message for problem in sites.found(site))
