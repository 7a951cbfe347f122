"""Ways to break a feed and what it names, and near them ways to write it right: per rule, both.

The golden site is right in everything and has every tag. A way changes one thing of it.
"""

from __future__ import annotations

import json
from dataclasses import dataclass

from tests.check import sites
from tests.check.sites import CHAPTERS, FEED, HOME, MP3, TRANSCRIPT

SRT, JSON = TRANSCRIPT.replace(".vtt", ".srt"), TRANSCRIPT.replace(".vtt", ".json")
SITE = "https://antenne.example"
ART = sites.ARTWORK
ITEM = "<title>L’entretien</title>"
CHANNEL = "<title>Livres à l’antenne</title>"
RATE_32, MONO_64 = (bytes((0xFF, 0xFB, *rest)) for rest in ((0x98, 0x64), (0x50, 0xC4)))
DATA = '{"@context": "https://schema.org", "@type": "WebSite"}'
TITLE = "<title>"
SELF = 'canonical" href="https://antenne.example/'
CUE = "WEBVTT\n\n00:00:00.000 --> 00:00:04.000\n"


@dataclass(frozen=True, slots=True)
class Way:
    """One change of one file: a text in it becomes another one, or its bytes do."""

    code: str
    name: str
    old: str | bytes
    new: str | bytes
    path: str = FEED


def file(code: str, name: str, path: str, data: bytes | str) -> Way:
    return Way(code, name, b"", data if isinstance(data, bytes) else data.encode(), path)


def page(code: str, name: str, old: str, new: str) -> Way:
    return Way(code, name, old, new, HOME)


def _linked(*facts: str) -> str:
    """Return structured data of nodes, given by pairs: what comes after the site's address in an @id, and a name."""
    pairs = zip(facts[::2], facts[1::2], strict=True)
    nodes = [{"@id": f"{SITE}/{name}", "name": said, "n": ""} for name, said in pairs]
    return json.dumps({"@context": "https://schema.org", "@graph": nodes})


def _language(language: str, path: str) -> str:
    return f'<link rel="alternate" hreflang="{language}" href="{SITE}/{path}">'


def mp3(head: bytes, frames: int = 28880) -> bytes:
    return MP3.replace(sites.FRAME[:4], head).replace((28880).to_bytes(4, "big"), frames.to_bytes(4, "big"))


def chapters(*starts: float) -> str:
    inner = ", ".join(f'{{"startTime": {start}, "title": "x"}}' for start in starts)
    return f'{{"version": "1.2.0", "chapters": [{inner}]}}'


PREFIX = "https://op3.dev/e/dts.podtrac.com/redirect.mp3/chrt.fm/track/A/pdst.fm/e/mgln.ai/e/1/"
AUDIO = f'enclosure url="{SITE}/audio/2013-11-05-entretien'
LONG = "é" * 2001

BROKEN: tuple[Way, ...] = (
    # The document
    Way("feed-unreadable", "cut off", "</rss>", ""),
    Way("feed-unreadable", "an ampersand", "Un entretien", "Un & entretien"),
    Way("feed-unreadable", "RSS 0.92", 'rss version="2.0"', 'rss version="0.92"'),
    Way("feed-unreadable", "no channel", "channel>", "show>"),
    Way("feed-encoding", "another alphabet", 'encoding="UTF-8"', 'encoding="ISO-8859-1"'),
    Way("feed-encoding", "no declaration", '<?xml version="1.0" encoding="UTF-8"?>\n', ""),
    Way("feed-encoding", "bytes of another alphabet", "Écouter en".encode(), b"\xc9couter en"),
    Way("feed-control", "a character of a word processor", "Un entretien", "Un\x0bentretien"),
    Way("feed-control", "the same written as a number", "Un entretien", "Un&#xB;entretien"),
    Way("feed-control", "a turn of direction", "Un entretien", "Un \u202eentretien"),
    Way("feed-doctype", "a billion laughs", "<rss", '<!DOCTYPE rss [<!ENTITY a "a"><!ENTITY b "&a;&a;">]>\n<rss'),
    Way("feed-namespace", "a slash", 'namespace/1.0"', 'namespace/1.0/"'),
    Way("feed-namespace", "http", '"https://podcastindex', '"http://podcastindex'),
    Way("feed-namespace", "small letters", "podcast-1.0.dtd", "Podcast-1.0.dtd"),
    Way("feed-size", "too many words", "<p>Voir", "<p>" + "mot " * 1_300_000),
    Way("feed-text-long", "a long title", ITEM, f"<title>{'mot ' * 80}</title>"),
    Way("feed-text-long", "a long name", ">François<", f">{'mot ' * 40}<"),
    Way("feed-text-spaces", "a space after the title", ITEM, "<title>L’entretien </title>"),
    Way("feed-text-spaces", "a line end in the guid", "eda7fc54", "\neda7fc54"),
    Way("feed-address-ascii", "an accent", "/episodes/entretien/<", "/épisodes/entretien/<"),
    Way("feed-address-ascii", "a space", "direct.mp3", "en direct.mp3"),
    # The show
    Way("feed-channel-tag", "no language", "<language>fr</language>", ""),
    Way("feed-channel-tag", "an empty title", CHANNEL, "<title/>"),
    Way("feed-channel-tag", "no artwork", f'<itunes:image href="{SITE}/images/artwork.jpg"/>', ""),
    Way("feed-self", "no self", 'rel="self"', 'rel="alternate"'),
    Way("feed-self", "another address", "flux/emission.xml", "feed.xml"),
    Way("feed-recommended", "no guid", "<podcast:guid>519dd1ed-91a7-5010-9550-38ee03cf30e3</podcast:guid>", ""),
    Way("feed-recommended", "no author", "<itunes:author>La rédaction</itunes:author>", ""),
    Way("feed-owner", "no address", "redaction@antenne.example</itunes", "la rédaction</itunes"),
    Way("feed-language", "three letters", ">fr<", ">fra<"),
    Way("feed-language", "a word", ">fr<", ">Français<"),
    Way("feed-explicit", "a word of old", "explicit>false<", "explicit>clean<"),
    Way("feed-explicit", "a capital", "explicit>false<", "explicit>False<"),
    Way("feed-category", "an unknown one", 'text="Arts"', 'text="Art"'),
    Way("feed-category", "a child of another", 'text="Books"', 'text="Documentary"'),
    Way("feed-type", "an unknown one", ">serial<", ">weekly<"),
    Way("feed-serial", "no number", "<itunes:episode>2</itunes:episode>", ""),
    Way("feed-flag", "no", "complete>Yes<", "complete>no<"),
    Way("feed-copyright", "a year and a sign", "<copyright>", "<copyright>© 2013 "),
    Way("feed-title", "keywords", CHANNEL, "<title>Livres | lire, livre, roman, essai</title>"),
    Way("feed-description", "4002 bytes", "Trois livres", LONG),
    Way("feed-description", "4002 bytes in an item", "Un entretien", LONG),
    Way("feed-podcast-guid", "a name", "519dd1ed-91a7-5010-9550-38ee03cf30e3", "emission"),
    Way("feed-podcast-guid", "a random one", "519dd1ed-91a7-5010", "519dd1ed-91a7-4010"),
    Way("feed-twice", "two mediums", "<podcast:guid>", "<podcast:medium>blog</podcast:medium><podcast:guid>"),
    Way(
        "feed-twice",
        "two enclosures",
        "<pubDate>Mon",
        f'<enclosure url="{SITE}/x.mp3" length="1" type="audio/mpeg"/><pubDate>Mon',
    ),
    Way(
        "feed-paging",
        "a circle",
        'next" href="https://antenne.example/archives/emission-1',
        'next" href="https://antenne.example/flux/emission',
    ),
    Way("feed-paging", "a missing page", "archives/emission-1", "archives/emission-2"),
    Way("feed-paging", "half an address", f'last" href="{SITE}', 'last" href="'),
    Way("feed-hub", "http", "https://hub", "http://hub"),
    Way("feed-link", "a missing page", "/episodes/seul/", "/episodes/seule/"),
    # Items
    Way("feed-item-tag", "no title", ITEM, ""),
    Way("feed-item-tag", "no guid", '<guid isPermaLink="false">2d95dd3f-4602-5d85-b346-dc1226405c61</guid>', ""),
    Way("feed-item-tag", "no enclosure", "<enclosure ", "<recording "),
    Way("feed-item-recommended", "no date", "<pubDate>Mon, 02 Jan 2012 03:04:05 +0100</pubDate>", ""),
    Way("feed-item-recommended", "no description", "<description>Une voix seule.</description>", ""),
    Way("feed-item-title", "a number", ITEM, "<title>Épisode 2 : L’entretien</title>"),
    Way("feed-item-title", "season and number", ITEM, "<title>S01E02 L’entretien</title>"),
    Way("feed-item-title", "the show", ITEM, "<title>Livres à l’antenne – L’entretien</title>"),
    Way("feed-title-markup", "HTML", ITEM, "<title>L’&lt;b&gt;entretien&lt;/b&gt;</title>"),
    Way("feed-title-markup", "a tag with a link", ITEM, "<title>&lt;a href='/x'&gt;Elle&lt;/a&gt;</title>"),
    Way("feed-double-escape", "an ampersand", ITEM, "<title>Elle &amp;amp; lui</title>"),
    Way("feed-double-escape", "an accent", ITEM, "<title>L&amp;eacute;on</title>"),
    Way("feed-guid", "one of two", "2d95dd3f-4602-5d85-b346-dc1226405c61", "eda7fc54-d2df-5d75-8a46-7620bdea4bae"),
    Way("feed-guid-address", "an address that is none", ' isPermaLink="false">2d95', ">2d95"),
    Way("feed-date", "French", "Wed, 13 Nov 2013", "mer., 13 nov. 2013"),
    Way("feed-date", "no zone", "11:41:00 +0100</pubDate>", "11:41:00</pubDate>"),
    Way("feed-date", "ISO", "Mon, 02 Jan 2012 03:04:05 +0100<", "2012-01-02T03:04:05+01:00<"),
    Way("feed-date", "31 November", "Wed, 13 Nov", "Sun, 31 Nov"),
    Way("feed-date", "25 o'clock", "11:41:00 +0100</pubDate>", "25:41:00 +0100</pubDate>"),
    Way("feed-duration", "minutes", ">754<", ">12:34<"),
    Way("feed-duration", "a part of a second", ">754<", ">754.4<"),
    Way("feed-number", "season 0", "itunes:season>1<", "itunes:season>0<"),
    Way("feed-number", "a word", "itunes:episode>2<", "itunes:episode>two<"),
    Way("feed-number", "half a season", 'première">1<', 'première">1.5<'),
    Way("feed-episode-type", "an unknown one", ">trailer<", ">teaser<"),
    Way("feed-html", "a heading", "<p>Voir", "<h2>Voir</h2><p>"),
    Way("feed-html", "a picture", "<p>Voir", '<p><img src="x.png">'),
    # Recordings
    Way("enclosure-address", "half an address", AUDIO, 'enclosure url="/audio/2013-11-05-entretien'),
    Way("enclosure-same", "one of two", "2013-11-05-seul", "2013-11-05-entretien"),
    Way("enclosure-missing", "elsewhere", AUDIO, AUDIO.replace(SITE, "https://cdn.example")),
    Way("enclosure-missing", "not published", AUDIO, f"{AUDIO}-2"),
    Way(
        "enclosure-length",
        "megabytes",
        f'length="{len(MP3)}" type="audio/mpeg"/>',
        'length="12.3M" type="audio/mpeg"/>',
    ),
    Way("enclosure-length", "seconds", f'length="{len(MP3)}" type="audio/mpeg"/>', 'length="754" type="audio/mpeg"/>'),
    Way("enclosure-length", "nothing", f' length="{len(MP3)}" type="audio/mpeg"/>', ' type="audio/mpeg"/>'),
    file("enclosure-length", "a recording that grew", sites.AUDIO, MP3 + b"x"),
    file("enclosure-length", "an empty recording", sites.AUDIO, b""),
    Way("enclosure-type", "audio/mp3", 'type="audio/mpeg"/>', 'type="audio/mp3"/>'),
    Way("enclosure-type", "no ending", 'cdcdcdcdcdcd.mp3" length', 'cdcdcdcdcdcd" length'),
    file("enclosure-bytes", "Ogg", sites.AUDIO, b"OggS".ljust(len(MP3), b"\0")),
    file("enclosure-bytes", "a text", sites.AUDIO, b"version 1".ljust(len(MP3))),
    Way("enclosure-not-listed", "Opus", '.mp3" length', '.opus" length'),
    Way("enclosure-prefixes", "five", AUDIO, AUDIO.replace("https://", PREFIX)),
    Way("enclosure-op3", "https twice", AUDIO, AUDIO.replace("https://", "https://op3.dev/e/https://")),
    file("audio-rate", "32 kHz", sites.AUDIO, mp3(RATE_32)),
    file("audio-bitrate", "64 kbit/s in mono", sites.AUDIO, mp3(MONO_64)),
    file("audio-duration", "half of it", sites.AUDIO, mp3(sites.FRAME[:4], 14440)),
    # Chapters and transcripts
    Way("chapters-tag", "another type", "json+chapters", "json"),
    Way("chapters-tag", "no address", f'chapters url="{SITE}/episodes/entretien/chapters.json"', "chapters"),
    Way("chapters-missing", "not published", "chapters.json", "chapitres.json"),
    file("chapters-unreadable", "no JSON", CHAPTERS, "["),
    file("chapters-unreadable", "very deep JSON", CHAPTERS, "[" * 100_000),
    file("chapters-unreadable", "no times", CHAPTERS, '{"version": "1.2.0", "chapters": [{}]}'),
    file("chapters-unreadable", "times in words", CHAPTERS, chapters(0).replace(": 0,", ': "0:00",')),
    file("chapters-unreadable", "version 2", CHAPTERS, '{"version": "2", "chapters": []}'),
    file("chapters-order", "backwards", CHAPTERS, chapters(9, 1)),
    file("chapters-order", "beyond the end", CHAPTERS, chapters(0, 800)),
    Way("simple-chapters", "backwards", "00:00:00.000", "00:02:00.000"),
    Way("simple-chapters", "no title", ' title="Ouverture"', ""),
    Way("simple-chapters", "no time", "00:01:05.500", "1 min"),
    Way("described-chapters", "a late beginning", "douze minutes.", "douze minutes.\n1:00 Un\n2:00 Deux\n3:00 Trois"),
    Way("described-chapters", "backwards", "douze minutes.", "douze minutes.\n0:00 Un\n3:00 Deux\n2:00 Trois"),
    Way("described-chapters", "only two", "douze minutes.", "douze minutes.\n0:00 Un\n3:00 Deux"),
    Way("feed-html", "a heading in a description", "Une voix seule.", "&lt;h2&gt;Une voix&lt;/h2&gt;"),
    Way("transcript-tag", "another type", "x-subrip", "srt2"),
    Way("transcript-missing", "not published", "transcript.srt", "texte.srt"),
    file("transcript-unreadable", "no head", TRANSCRIPT, CUE.removeprefix("WEBVTT\n\n")),
    file("transcript-unreadable", "no caption", TRANSCRIPT, "WEBVTT\n"),
    file("transcript-unreadable", "a time of SRT", TRANSCRIPT, CUE.replace(".000", ",000")),
    file("transcript-unreadable", "another alphabet", TRANSCRIPT, b"WEBVTT\n\n\xe9\n"),
    file("transcript-unreadable", "no JSON", JSON, "{}"),
    file(
        "transcript-order",
        "backwards",
        TRANSCRIPT,
        f"{CUE}a\n\n00:00:09.000 --> 00:00:10.000\nb\n\n00:00:05.000 --> 00:00:06.000\nc\n",
    ),
    file(
        "transcript-order",
        "an end before the beginning",
        TRANSCRIPT,
        CUE.replace("04.000", "00.000").replace("00:00.000 -", "01:00.000 -") + "a\n",
    ),
    file("transcript-order", "beyond the end", SRT, "1\n00:20:00,000 --> 00:20:01,000\na\n"),
    file("transcript-lines", "66 characters", TRANSCRIPT, CUE + "é" * 66 + "\n"),
    file("transcript-lines", "three lines of SRT", SRT, "1\n00:00:00,000 --> 00:00:04,000\na\nb\nc\n"),
    # Artwork
    Way("artwork-missing", "not published", "images/cover.jpg", "images/none.jpg"),
    file("artwork-format", "WebP", ART, sites.picture(64, 64, kind="WEBP")),
    file("artwork-format", "nothing", ART, b""),
    file("artwork-cut", "half a file", ART, sites.picture()[:-5000]),
    file("artwork-square", "a sheet", ART, sites.picture(1400, 1500)),
    file("artwork-size", "a stamp", ART, sites.picture(600, 600)),
    file("artwork-size", "a poster", ART, sites.picture(3100, 3100)),
    file("artwork-small", "the least", ART, sites.picture(1400, 1400)),
    file("artwork-ending", "a PNG", ART, sites.picture(kind="PNG")),
    Way("artwork-ending", "no ending", "images/cover.jpg", "images/cover"),
    file("artwork-colour", "print", ART, sites.picture(mode="CMYK")),
    file("artwork-colour", "grey", ART, sites.picture(mode="L")),
    file("artwork-transparent", "an alpha channel", ART, sites.picture(mode="RGBA", kind="PNG")),
    file("artwork-density", "for print", ART, sites.picture(dpi=(300, 300))),
    file(
        "artwork-heavy",
        "a megabyte",
        ART,
        sites.picture()[:-2] + b"\xff\xfe\xff\xff" + bytes(65533) + bytes(600_000) + b"\xff\xd9",
    ),
    # The podcast namespace
    Way("feed-https", "http", f'funding url="{SITE}', 'funding url="http://antenne.example'),
    Way("podcast-unknown", "a slip", "podcast:socialInteract", "podcast:socialinteract"),
    Way("podcast-locked", "true", ">yes<", ">true<"),
    Way("podcast-funding", "no words", ">Soutenir<", "><"),
    Way("podcast-person", "no name", ">François<", "><"),
    Way("podcast-person", "an unknown group", 'group="cast" img', 'group="band" img'),
    Way("podcast-host", "the guest alone", '<podcast:person role="host" group="cast">Anne</podcast:person>\n', ""),
    Way("podcast-location", "half a place", "geo:48.8584,2.2945", "48.8584"),
    Way("podcast-location", "a country in words", 'country="FR"', 'country="France"'),
    Way("podcast-trailer", "an ISO date", 'pubdate="Mon, 02 Jan 2012 03:04:05 +0100"', 'pubdate="2012-01-02"'),
    Way("podcast-license", "capitals", "cc-by-4.0", "CC BY 4.0"),
    Way("podcast-soundbite", "a time with a colon", 'startTime="73.0"', 'startTime="1:13"'),
    Way("podcast-soundbite-length", "five minutes", 'duration="60.0"', 'duration="300"'),
    Way("podcast-update-frequency", "a rule in words", "FREQ=WEEKLY;BYDAY=TU", "weekly"),
    Way("podcast-medium", "an unknown one", ">podcast<", ">radio<"),
    Way(
        "podcast-podroll",
        "nobody",
        '<podcast:podroll><podcast:remoteItem feedGuid="917393e3-1b1e-5cef-ace4-edaa54e1f810"/>',
        "<podcast:podroll>",
    ),
    Way("podcast-publisher", "of another medium", 'medium="publisher"', 'medium="music"'),
    Way(
        "podcast-remote-item",
        "no guid",
        'feedGuid="917393e3-1b1e-5cef-ace4-edaa54e1f810"',
        'feedUrl="https://a.example/"',
    ),
    Way("podcast-social-interact", "no address", ' uri="https://social.example/@anne/1"', ""),
    Way("podcast-alternate-enclosure", "no source", "podcast:source", "podcast:sauce"),
    Way("podcast-alternate-enclosure", "no type", 'alternateEnclosure type="audio/mpeg"', "alternateEnclosure"),
    Way("podcast-integrity", "no digest", 'value="sha256-', 'value="md5-'),
    file("podcast-integrity", "another file", sites.AUDIO, MP3[:-1] + b"x"),
    Way("podcast-txt", "nothing", "S6lpp-7ZCn8-dZfGc-OoyaG", ""),
    Way("podcast-image", "a width in words", 'width="3000"', 'width="large"'),
    Way("podcast-block", "true", 'id="google">no<', 'id="google">true<'),
    Way("podcast-value", "half a split", 'split="100"', 'split="0.5"'),
    Way("podcast-value", "no address", ' address="02d5c1bf8b940dc9"', ""),
    Way("podcast-live-item", "an unknown status", '"pending"', '"soon"'),
    Way("podcast-live-item", "an end before the start", "T21:00", "T19:00"),
    Way("podcast-content-link", "no words", ">Écouter en ligne<", "><"),
    Way("podcast-chat", "no server", ' server="irc.example"', ""),
    Way("podcast-podping", "yes", 'usesPodping="true"', 'usesPodping="yes"'),
    # Pages
    file("page-unreadable", "empty", HOME, b""),
    page("broken-link", "a missing page", "/livres/essai/", "/livres/autre/"),
    page("broken-fragment", "a missing id", "essai/#haut", "essai/#bas"),
    page("outside-request", "a script from elsewhere", 'src="/theme/player.js"', 'src="https://cdn.example/p.js"'),
    page("inline-code", "a handler", "<p><a", '<p onclick="x()"><a'),
    page("one-heading", "none", "<h1 id", "<h2 id"),
    page("page-language", "none", ' lang="fr"', ""),
    page("page-title", "none", "<title>Une page</title>", ""),
    page("picture-alt", "none", ' alt=""', ""),
    page("picture-size", "none", ' width="1400"', ""),
    page("same-id", "twice", "<p><a", '<p id="haut"><a'),
    page("bad-json-ld", "no JSON", '"@context"', "@context"),
    page("linked-data", "nowhere defined", DATA, _linked("livres/essai/#book", "Essai")),
    page("linked-data", "no such page", DATA, _linked("livres/autre/#book", "Essai")),
    page("linked-facts", "another name", DATA, _linked("#website", "Un autre", "#website", "Un")),
    page("canonical-self", "another page", SELF, f"{SELF}livres/essai/"),
    page("share-picture", "none", "og:image", "og:none"),
    page("share-picture", "another shape", "images/card.jpg", "images/artwork.jpg"),
    page("hreflang-return", "without itself", TITLE, _language("en", "livres/essai/") + TITLE),
    page("hreflang-return", "none back", TITLE, _language("fr", "") + _language("en", "livres/essai/") + TITLE),
    # Other forms of feeds
    file("json-feed", "cut off", sites.JSON_FEED, "{"),
    Way("json-feed", "another version", "version/1.1", "version/2", sites.JSON_FEED),
    Way("json-feed", "another address", "flux/emission.json", "flux/autre.json", sites.JSON_FEED),
    Way("json-feed", "an item without id", '"id": "', '"id": "", "x": "', sites.JSON_FEED),
    Way("json-feed", "another size", '"size_in_bytes": ', '"size_in_bytes": 1', sites.JSON_FEED),
    Way("json-feed", "no page", "/episodes/entretien/", "/episodes/autre/", sites.JSON_FEED),
    file("opml", "cut off", sites.OPML, "<opml"),
    Way("opml", "another version", 'version="2.0"', 'version="9"', sites.OPML),
    Way("opml", "a feed that is not there", "flux/emission.xml", "flux/autre.xml", sites.OPML),
)

RIGHT: tuple[Way, ...] = (
    Way("json-feed", "another title", '"title": "Livres', '"title": "Les livres', sites.JSON_FEED),
    Way("opml", "another name", 'text="Livres', 'text="Les livres', sites.OPML),
    Way("feed-unreadable", "an escaped ampersand", "Un entretien", "Un &amp; entretien"),
    Way("feed-encoding", "small letters and other quotes", '"1.0" encoding="UTF-8"', "'1.0' encoding='utf-8'"),
    Way("feed-control", "a tab and a space that does not break", "Un entretien", "Un\t\u00a0entretien&#10;"),
    Way("feed-doctype", "the word in a text", "Un entretien", "Sur &lt;!DOCTYPE&gt;"),
    Way("feed-namespace", "a further one", "<rss ", '<rss xmlns:dc="http://purl.org/dc/elements/1.1/" '),
    Way("feed-size", "4 million bytes", "<p>Voir", "<p>" + "mot " * 1_000_000),
    Way("feed-text-long", "255 characters", ITEM, f"<title>{'é' * 255}</title>"),
    Way("feed-text-spaces", "a space within", ITEM, "<title>L’ entretien</title>"),
    Way("feed-address-ascii", "an accent in % codes", "/direct.mp3", "/%C3%A9.mp3"),
    Way("feed-channel-tag", "another title", CHANNEL, "<title>Autre</title>"),
    Way("feed-self", "an address of another kind beside it", 'rel="hub"', 'rel="alternate"'),
    Way("feed-recommended", "another author", "<itunes:author>La rédaction<", "<itunes:author>Anne<"),
    Way("feed-owner", "another address", "redaction@antenne", "anne@antenne"),
    Way("feed-empty", "one episode", "<podcast:guid>", "<podcast:guid>"),
    Way("feed-language", "a region", ">fr<", ">fr-CA<"),
    Way("feed-explicit", "true", "explicit>false<", "explicit>true<"),
    Way("feed-category", "an ampersand", 'text="Society &amp; Culture"', 'text="Kids &amp; Family"'),
    Way("feed-type", "episodic", ">serial<", ">episodic<"),
    Way("feed-serial", "a bonus without a number", "Type>full<", "Type>bonus<"),
    Way("feed-flag", "no tag", "<itunes:complete>Yes</itunes:complete>", ""),
    Way("feed-copyright", "another name", "<copyright>La", "<copyright>Toute la"),
    Way("feed-title", "a comma", CHANNEL, "<title>Livres, à l’antenne</title>"),
    Way("feed-description", "4000 bytes", "Trois livres &amp; trois voix.", "é" * 2000),
    Way("feed-podcast-guid", "another UUID of version 5", "519dd1ed", "619dd1ed"),
    Way("feed-twice", "two locations", "<podcast:guid>", "<podcast:location>Lyon</podcast:location><podcast:guid>"),
    Way("feed-paging", "the last page without a next one", 'rel="next"', 'rel="prev"'),
    Way("feed-hub", "no hub", 'rel="hub"', 'rel="alternate"'),
    Way("feed-link", "another site's page", f"<link>{SITE}/episodes/seul/", "<link>https://b.example/"),
    Way("feed-item-tag", "another title", ITEM, "<title>Autre</title>"),
    Way("feed-item-recommended", "another date", "Mon, 02 Jan 2012", "Tue, 03 Jan 2012"),
    Way("feed-item-title", "a number that is the title's own", ITEM, "<title>1984 – le roman, 12 ans après</title>"),
    Way("feed-title-markup", "more than", ITEM, "<title>PME &gt; ETI, 1 &lt; 2</title>"),
    Way("feed-title-markup", "a heart", ITEM, "<title>I &lt;3 radio</title>"),
    Way("feed-title-markup", "between two letters", ITEM, "<title>a&lt;b et c&gt;d</title>"),
    Way("feed-title-markup", "quotation marks", ITEM, "<title>« L’entretien »</title>"),
    Way("feed-double-escape", "an ampersand escaped once", ITEM, "<title>Elle &amp; lui; R&amp;B</title>"),
    Way(
        "feed-guid",
        "a guid in capitals is another one",
        "2d95dd3f-4602-5d85-b346-dc1226405c61",
        "EDA7FC54-D2DF-5D75-8A46-7620BDEA4BAE",
    ),
    Way("feed-guid-address", "an address", 'isPermaLink="false">2d95', ">https://antenne.example/2d95"),
    Way("feed-date", "GMT and one digit", "Mon, 02 Jan 2012 03:04:05 +0100</pub", "Mon, 2 Jan 2012 03:04:05 GMT</pub"),
    Way("feed-duration", "an hour", ">754<", ">3600<"),
    Way("feed-number", "a number with decimals where they are allowed", "2.5<", "2.25<"),
    Way("feed-episode-type", "bonus", ">trailer<", ">bonus<"),
    Way("feed-html", "emphasis", "<em>et</em>", "<strong>et</strong>"),
    Way("enclosure-address", "http", AUDIO, AUDIO.replace("https:", "http:")),
    Way("enclosure-same", "in capitals", "seul.cd", "Seul.cd"),
    Way("enclosure-missing", "published", ITEM, ITEM),
    file("enclosure-length", "other bytes of the same number", sites.AUDIO, MP3[:-1] + b"x"),
    Way(
        "enclosure-type",
        "M4A",
        f'.mp3" length="{len(MP3)}" type="audio/mpeg"',
        f'.m4a" length="{len(MP3)}" type="audio/x-m4a"',
    ),
    file("enclosure-bytes", "no tag before the frames", sites.AUDIO, MP3[64:]),
    Way("enclosure-not-listed", "M4A", '.mp3" length', '.m4a" length'),
    Way("enclosure-prefixes", "two", AUDIO, AUDIO.replace("https://", "https://op3.dev/e/pdst.fm/e/")),
    Way("enclosure-op3", "as its setup page says", AUDIO, AUDIO.replace("https://", "https://op3.dev/e/")),
    file("audio-rate", "48 kHz", sites.AUDIO, mp3(bytes.fromhex("fffb9464"))),
    file("audio-bitrate", "96 kbit/s in mono", sites.AUDIO, mp3(bytes.fromhex("fffb70c4"))),
    file("audio-duration", "a second more", sites.AUDIO, mp3(sites.FRAME[:4], 28920)),
    Way("chapters-tag", "another address", "chapters.json", "chapitres.json"),
    Way("chapters-missing", "published", ITEM, ITEM),
    file("chapters-unreadable", "no chapter", CHAPTERS, '{"version": "1.2.0", "chapters": []}'),
    file("chapters-order", "two at one time", CHAPTERS, chapters(0, 1.5, 1.5, 754)),
    Way("simple-chapters", "minutes and seconds", "00:01:05.500", "01:05"),
    Way("described-chapters", "three", "douze minutes.", "douze minutes.\n00:00 Un\n(03:00) Deux\n1:02:00 Trois"),
    Way("transcript-tag", "plain text", "x-subrip", "srt"),
    Way("transcript-missing", "published", ITEM, ITEM),
    file("transcript-unreadable", "a mark of byte order", TRANSCRIPT, b"\xef\xbb\xbf" + CUE.encode() + b"a\n"),
    file("transcript-order", "two at one time", TRANSCRIPT, f"{CUE}a\n\n00:00:00.000 --> 00:00:06.000\nb\n"),
    file("transcript-lines", "65 characters and a name", TRANSCRIPT, f"{CUE}<v Anne-Marie de la Tour>{'é' * 65}\n"),
    Way("artwork-missing", "published", ITEM, ITEM),
    file("artwork-format", "another JPEG", ART, sites.picture(2000, 2000)),
    file("artwork-cut", "a little after the end", ART, sites.picture() + bytes(10)),
    file("artwork-square", "a smaller square", ART, sites.picture(2000, 2000)),
    file("artwork-size", "1400", ART, sites.picture(1400, 1400)),
    file("artwork-small", "3000", ART, sites.picture(3000, 3000)),
    Way("artwork-ending", "capitals", "images/cover.jpg", "images/cover.JPG"),
    file("artwork-colour", "RGB", ART, sites.picture(2000, 2000)),
    file("artwork-transparent", "an opaque PNG", ART, sites.picture(kind="PNG")),
    file("artwork-density", "72 dpi", ART, sites.picture(dpi=(72, 72))),
    file("artwork-heavy", "half of it", ART, sites.picture() + bytes(100_000)),
    Way(
        "feed-https", "http where it is no podcast tag", f"<link>{SITE}/episodes/seul", "<link>http://antenne.example/"
    ),
    Way("podcast-unknown", "a tag without attributes", "<podcast:guid>", "<podcast:hiveAccount/><podcast:guid>"),
    Way("podcast-locked", "no", ">yes<", ">no<"),
    Way("podcast-funding", "other words", ">Soutenir<", ">Donner<"),
    Way("podcast-person", "a group in capitals", 'group="cast" img', 'group="Cast" img'),
    Way("podcast-host", "a host without a role", '<podcast:person role="host" group="cast">', "<podcast:person>"),
    Way("podcast-location", "no coordinates", ' geo="geo:48.8584,2.2945" osm="R7444" country="FR"', ""),
    Way("podcast-trailer", "no season", ' season="1"', ""),
    Way("podcast-license", "one of one's own", ">cc-by-4.0", f' url="{SITE}/l/">La nôtre'),
    Way("podcast-soundbite", "whole seconds", 'startTime="73.0"', 'startTime="0"'),
    Way("podcast-soundbite-length", "15 seconds", 'duration="60.0"', 'duration="15"'),
    Way(
        "podcast-update-frequency",
        "words alone",
        ' rrule="FREQ=WEEKLY;BYDAY=TU" dtstart="2013-11-05T11:41:00+01:00"',
        "",
    ),
    Way("podcast-medium", "a list", ">podcast<", ">audiobookL<"),
    Way(
        "podcast-podroll",
        "two shows",
        'edaa54e1f810"/>',
        'edaa54e1f810"/><podcast:remoteItem feedGuid="003af0a0-6a45-55cf-b765-68e3d349551a"/>',
    ),
    Way(
        "podcast-publisher", "with an address", 'medium="publisher"', 'medium="publisher" feedUrl="https://p.example/"'
    ),
    Way("podcast-remote-item", "capitals", "917393e3-1b1e", "917393E3-1B1E"),
    Way(
        "podcast-social-interact",
        "disabled",
        'protocol="activitypub" uri="https://social.example/@anne/1"',
        'protocol="disabled"',
    ),
    Way(
        "podcast-alternate-enclosure",
        "a source elsewhere",
        "<podcast:integrity",
        '<podcast:source uri="ipfs://x"/><podcast:integrity',
    ),
    Way("podcast-integrity", "a signature", 'type="sri"', 'type="pgp-signature"'),
    Way("podcast-txt", "no purpose", ' purpose="verify"', ""),
    Way("podcast-image", "a wide one", 'aspect-ratio="1/1"', 'aspect-ratio="16/9"'),
    Way("podcast-block", "for all", ' id="google"', ""),
    Way("podcast-value", "a fee", 'split="100"', 'split="1" fee="true"'),
    Way("podcast-live-item", "no end", ' end="2026-11-23T21:00:00+01:00"', ""),
    Way("podcast-content-link", "other words", ">Écouter en ligne<", ">Écouter<"),
    Way("podcast-chat", "another protocol", 'protocol="irc"', 'protocol="matrix"'),
    Way("podcast-podping", "false", 'usesPodping="true"', 'usesPodping="false"'),
    file("page-unreadable", "a page with little on it", HOME, "<p>x"),
    page("broken-link", "a query", 'href="/livres/essai/#haut"', 'href="/livres/essai/?a=1"'),
    page("broken-fragment", "a time", "essai/#haut", "essai/#t=65"),
    page("outside-request", "a link that one clicks", "<p><a", '<p><a href="https://b.example/">b</a><a'),
    page(
        "inline-code",
        "data",
        '<script type="module"',
        '<script type="application/json">{}</script><script type="module"',
    ),
    page("one-heading", "a second heading", "<p><a", "<h2>Encore</h2><p><a"),
    page("page-language", "a region", 'lang="fr"', 'lang="fr-CA"'),
    page("page-title", "another one", "<title>Une", "<title>La"),
    page("picture-alt", "words", ' alt=""', ' alt="La une"'),
    page("picture-size", "other numbers", ' width="1400"', ' width="700"'),
    page("same-id", "another id", "<p><a", '<p id="bas"><a'),
    page("linked-data", "of another site", DATA, DATA.replace('"WebSite"', '"WebSite", "@id": "https://x.example/#a"')),
    page("linked-data", "defined here", DATA, _linked("#website", "Un", "#website", "Un")),
    page("linked-facts", "the same name", DATA, _linked("#website", "Un", "#website", "Un")),
    page("canonical-self", "with a query", SELF, f"{SELF}?"),
    page("share-picture", "another of its shape", "images/card.jpg", "images/card.jpg?2"),
    page("hreflang-return", "itself alone", TITLE, _language("fr", "") + TITLE),
    page("hreflang-return", "for all others", TITLE, _language("x-default", "livres/essai/") + TITLE),
    page("bad-json-ld", "a list", '{"@context": "https://schema.org", "@type": "WebSite"}', '[{"@context": "x"}]'),
)
