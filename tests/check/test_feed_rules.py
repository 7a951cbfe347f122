"""Each rule on feeds: the good site passes it (test_good_site), and one change makes it fail."""

from __future__ import annotations

from pathlib import Path

import pytest

from antenne.problems import Rule, Severity, rules
from tests.check import sites
from tests.check.sites import FEED
from tests.feeds import samples

PODCAST = "https://podcastindex.org/namespace/1.0"

CHANGES: dict[str, tuple[str, str, Rule]] = {
    "XML cut off": ("</rss>", "", rules.FEED_UNREADABLE),
    "not RSS 2.0": ('version="2.0"', 'version="0.92"', rules.FEED_UNREADABLE),
    "another encoding": ("encoding='UTF-8'", "encoding='ISO-8859-1'", rules.FEED_UNREADABLE),
    "a slash after the namespace": (f'"{PODCAST}"', f'"{PODCAST}/"', rules.FEED_NAMESPACE),
    "a namespace in http": (f'"{PODCAST}"', '"http://podcastindex.org/namespace/1.0"', rules.FEED_NAMESPACE),
    "a namespace in capitals": ("www.itunes.com/dtds", "www.itunes.com/DTDs", rules.FEED_NAMESPACE),
    "no language": ("<language>fr</language>", "", rules.FEED_CHANNEL_TAG),
    "an empty title": ("<title>Livres à l’antenne</title>\n    <link>", "<title/>\n    <link>", rules.FEED_CHANNEL_TAG),
    "no self": ('rel="self"', 'rel="next"', rules.FEED_SELF),
    "another self": ("flux/emission.xml", "feed.xml", rules.FEED_SELF),
    "no owner": ("itunes:email", "itunes:mail", rules.FEED_OWNER),
    "a language of three letters": ("<language>fr<", "<language>fra<", rules.FEED_LANGUAGE),
    "explicit in words": ("explicit>false<", "explicit>clean<", rules.FEED_EXPLICIT),
    "explicit in capitals": ("explicit>false<", "explicit>False<", rules.FEED_EXPLICIT),
    "an unknown category": ('text="Arts"', 'text="Art"', rules.FEED_CATEGORY),
    "a child elsewhere": ('text="Books"', 'text="Documentary"', rules.FEED_CATEGORY),
    "a category in lower case": ('text="Books"', 'text="books"', rules.FEED_CATEGORY),
    "an unknown type": ("<itunes:type>episodic", "<itunes:type>weekly", rules.FEED_TYPE),
    "a serial without numbers": ("<itunes:type>episodic", "<itunes:type>serial", rules.FEED_TYPE),
    "block that says no": ("<itunes:type>", "<itunes:block>no</itunes:block><itunes:type>", rules.FEED_FLAG),
    "a guid that is no UUID": (samples.GUID, "emission", rules.FEED_PODCAST_GUID),
    "a random guid": (samples.GUID, "6f1e0d9c-7c5a-4b62-8f3b-1f0a2f8f9d11", rules.FEED_PODCAST_GUID),
    "a long channel description": ("<description>Trois", "<description>" + "é" * 2000, rules.FEED_DESCRIPTION),
    "a long item description": ("<description>Un", "<description>" + "é" * 2001, rules.FEED_DESCRIPTION),
    "no item title": ("<title>L’entretien « seul »</title>", "", rules.FEED_ITEM_TAG),
    "no enclosure": ("<enclosure ", "<missing ", rules.FEED_ITEM_TAG),
    "no guid": ('<guid isPermaLink="false">', '<guid isPermaLink="false"/><x>', rules.FEED_UNREADABLE),
    "a guid that passes for an address": ('isPermaLink="false"', "", rules.FEED_GUID),
    "a French date": ("Wed, 13 Nov 2013", "mer., 13 nov. 2013", rules.FEED_DATE),
    "a date without a zone": ("11:41:00 +0100", "11:41:00", rules.FEED_DATE),
    "an impossible date": ("Wed, 13 Nov 2013", "Wed, 31 Nov 2013", rules.FEED_DATE),
    "a duration with a colon": ("duration>754<", "duration>12:34<", rules.FEED_DURATION),
    "a broken duration": ("duration>754<", "duration>754.4<", rules.FEED_DURATION),
    "season 0": ("itunes:season>1<", "itunes:season>0<", rules.FEED_NUMBER),
    "a strange type of episode": ("episodeType>full<", "episodeType>best<", rules.FEED_NUMBER),
    "a heading in the notes": ("<p>Notes</p>", "<h2>Notes</h2>", rules.FEED_HTML),
    "a page that is not there": ("/episodes/seul/", "/episodes/seule/", rules.FEED_LINK),
    "an http address": ("https://antenne.example/soutenir/", "http://antenne.example/s/", rules.FEED_HTTPS),
    "an enclosure elsewhere": ("https://antenne.example/audio", "https://cdn.example/audio", rules.ENCLOSURE_ADDRESS),
    "an enclosure twice": ("2013-11-05-seul", "2013-11-05-entretien", rules.ENCLOSURE_ADDRESS),
    "an enclosure with an accent": ("-entretien.cd", "-été.cd", rules.ENCLOSURE_ADDRESS),
    "a missing enclosure": ("-entretien.cd", "-autre.cd", rules.ENCLOSURE_ADDRESS),
    "a length in seconds": (f'length="{len(sites.MP3)}"', 'length="754"', rules.ENCLOSURE_LENGTH),
    "a length in words": (f'length="{len(sites.MP3)}"', 'length="12.3M"', rules.ENCLOSURE_LENGTH),
    "another type": ('type="audio/mpeg"', 'type="audio/mp3"', rules.ENCLOSURE_TYPE),
    "the type of chapters": ("application/json+chapters", "application/json", rules.FEED_CHAPTERS),
    "missing chapters": ("chapters.json", "chapitres.json", rules.FEED_CHAPTERS),
    "the type of a transcript": ('type="text/vtt"', 'type="text/plain"', rules.FEED_TRANSCRIPT),
    "a missing transcript": ("transcript.vtt", "texte.vtt", rules.FEED_TRANSCRIPT),
    "missing artwork": ("images/cover.jpg", "images/nothing.jpg", rules.FEED_ARTWORK),
}


@pytest.mark.parametrize("name", CHANGES)
def test_one_change_breaks_one_rule(site: Path, name: str) -> None:
    old, new, rule = CHANGES[name]
    sites.edit(site, FEED, old, new)
    found = [problem for problem in sites.found(site) if problem.code == rule.code]
    assert found, sites.found(site)
    assert all(p.where.path == FEED and p.severity is rule.severity for p in found)
    assert all(p.message.endswith((".", "!", "”.")) and p.hint.endswith((".", "…")) for p in found)


def test_two_items_of_one_guid_are_told_both(site: Path) -> None:
    text = (site / FEED).read_text(encoding="utf-8")
    one, two = (part.split("<")[0] for part in text.split('isPermaLink="false">')[1:3])
    sites.edit(site, FEED, two, one)
    assert [p.code for p in sites.found(site)] == [rules.FEED_GUID.code] * 2


def test_a_show_without_episodes_is_a_warning(site: Path) -> None:
    text = (site / FEED).read_text(encoding="utf-8")
    head, tail = text[: text.index("<item>")], text[text.rindex("</item>") + 7 :]
    (site / FEED).write_text(head + tail, encoding="utf-8")
    (problem,) = sites.found(site)
    assert (problem.code, problem.severity) == (rules.FEED_EMPTY.code, Severity.WARNING)


def test_a_private_site_may_speak_http(site: Path) -> None:
    sites.edit(site, FEED, "https://antenne.example/soutenir/", "http://antenne.example/s/")
    assert sites.found(site, private=True) == ()


def test_a_near_category_is_suggested(site: Path) -> None:
    sites.edit(site, FEED, 'text="Books"', 'text="Book"')
    (problem,) = sites.found(site)
    assert problem.hint == "Write “Books” in content/shows/emission/index.md."


FILES: dict[str, tuple[str, bytes, Rule]] = {
    "a recording that grew": (sites.AUDIO, sites.MP3 + b"x", rules.ENCLOSURE_LENGTH),
    "an empty recording": (sites.AUDIO, b"", rules.ENCLOSURE_LENGTH),
    "an Ogg that calls itself MP3": (sites.AUDIO, b"OggS".ljust(len(sites.MP3), b"\0"), rules.ENCLOSURE_TYPE),
    "a text that calls itself MP3": (sites.AUDIO, b"version 1".ljust(len(sites.MP3)), rules.ENCLOSURE_TYPE),
    "chapters that are no JSON": (sites.CHAPTERS, b"[", rules.FEED_CHAPTERS),
    "chapters without times": (sites.CHAPTERS, b'{"version": "1.2.0", "chapters": [{}]}', rules.FEED_CHAPTERS),
    "chapters of another version": (sites.CHAPTERS, b'{"version": "2", "chapters": []}', rules.FEED_CHAPTERS),
    "chapters in disorder": (
        sites.CHAPTERS,
        b'{"version": "1.2.0", "chapters": [{"startTime": 9}, {"startTime": 1}]}',
        rules.FEED_CHAPTERS,
    ),
    "a transcript without its head": (sites.TRANSCRIPT, b"00:00:00.000 --> 00:00:01.000\na\n", rules.FEED_TRANSCRIPT),
    "a transcript without captions": (sites.TRANSCRIPT, b"WEBVTT\n", rules.FEED_TRANSCRIPT),
    "a time of SRT": (sites.TRANSCRIPT, b"WEBVTT\n\n00:00:00,000 --> 00:00:01,000\na\n", rules.FEED_TRANSCRIPT),
    "a transcript in Latin-1": (sites.TRANSCRIPT, b"WEBVTT\n\n\xe9\n", rules.FEED_TRANSCRIPT),
    "artwork that is a PNG": (sites.ARTWORK, sites.picture(kind="PNG"), rules.FEED_ARTWORK),
    "artwork that is a WebP": (sites.ARTWORK, sites.picture(64, 64, kind="WEBP"), rules.FEED_ARTWORK),
    "artwork too small": (sites.ARTWORK, sites.picture(600, 600), rules.FEED_ARTWORK),
    "artwork too large": (sites.ARTWORK, sites.picture(3100, 3100), rules.FEED_ARTWORK),
    "artwork not square": (sites.ARTWORK, sites.picture(1400, 1500), rules.FEED_ARTWORK),
    "artwork in grey": (sites.ARTWORK, sites.picture(mode="L"), rules.FEED_ARTWORK),
    "artwork in CMYK": (sites.ARTWORK, sites.picture(mode="CMYK"), rules.FEED_ARTWORK),
    "artwork cut off": (sites.ARTWORK, sites.picture()[:20], rules.FEED_ARTWORK),
}


@pytest.mark.parametrize("name", FILES)
def test_one_file_breaks_one_rule(site: Path, name: str) -> None:
    path, data, rule = FILES[name]
    sites.write(site, path, data)
    assert rule.code in sites.codes(site)


def test_a_transparent_png_is_no_artwork_and_an_opaque_one_is(site: Path) -> None:
    sites.edit(site, FEED, "images/artwork.jpg", "images/artwork.png")
    sites.write(site, "images/artwork.png", sites.picture(kind="PNG"))
    assert sites.codes(site) == set()
    sites.write(site, "images/artwork.png", sites.picture(mode="RGBA", kind="PNG"))
    assert sites.codes(site) == {rules.FEED_ARTWORK.code}


def test_ogg_goes_out_with_a_warning(site: Path) -> None:
    ogg = b"OggS".ljust(len(sites.MP3), b"\0")
    sites.write(site, sites.AUDIO.replace(".mp3", ".ogg"), ogg)
    sites.edit(site, FEED, "entretien.cdcdcdcdcdcd.mp3", "entretien.cdcdcdcdcdcd.ogg")
    head, tail = (site / FEED).read_text(encoding="utf-8").split('type="audio/mpeg"', 1)
    (site / FEED).write_text(f'{head}type="audio/ogg"{tail}', encoding="utf-8")
    (problem,) = sites.found(site)
    assert (problem.code, problem.severity) == (rules.ENCLOSURE_NOT_LISTED.code, Severity.WARNING)


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("</feed>", "", rules.FEED_UNREADABLE),
        ('rel="self"', 'rel="next"', rules.FEED_SELF),
        ("/notes/2015/", "/notes/2016/", rules.FEED_LINK),
        ("<id>urn:uuid:", "<id/><old>", rules.FEED_UNREADABLE),
    ],
)
def test_the_feed_of_notes_is_read_too(site: Path, old: str, new: str, rule: Rule) -> None:
    sites.edit(site, sites.ATOM, old, new)
    assert rule.code in sites.codes(site)


def test_two_notes_of_one_id_are_told(site: Path) -> None:
    text = (site / sites.ATOM).read_text(encoding="utf-8")
    one, two = (part.split("<")[0] for part in text.split("<id>")[2:4])
    sites.edit(site, sites.ATOM, two, one)
    assert sites.codes(site) == {rules.FEED_GUID.code}


def test_an_entity_of_a_feed_reads_no_file(site: Path) -> None:
    sites.write(site, "secret.txt", "secret")
    text = (site / FEED).read_text(encoding="utf-8")
    head, tail = text.split("\n", 1)
    trap = f'<!DOCTYPE rss [<!ENTITY x SYSTEM "{(site / "secret.txt").as_uri()}">]>'
    (site / FEED).write_text(f"{head}\n{trap}\n{tail.replace('<language>fr', '<language>&x;')}", encoding="utf-8")
    assert not any("secret" in problem.message for problem in sites.found(site))
