"""Every tag of a show's feed: which key makes it, how long it may be, and what it looks like in front matter.

The elements are made by this table (`tag`), docs/feeds.md is written from it, and the tests take each example from it.
"""

from __future__ import annotations

from lxml import etree
from msgspec import Struct

from antenne.feeds.xml import element, shorten

CHANNEL, ITEM, BOTH = ("channel",), ("item",), ("channel", "item")


class Tag(Struct, frozen=True):
    """A tag: where it stands, the key of front matter (or the words for what makes it), and an example of the key.

    `longest` is the most characters of its text, 0 where no bound is stated; `also` are the elements inside it.
    """

    name: str
    scope: tuple[str, ...]
    key: str
    doc: str
    example: str = ""
    longest: int = 0
    also: tuple[str, ...] = ()


_NODE = "02d5c1bf8b940dc9cadca86d1b0a3c37fbe39cee4c7e839e33bef9174531d27f52"
_GUID = "917393e3-1b1e-5cef-ace4-edaa54e1f810"

RSS_TAGS = (
    Tag("title", BOTH, "title", "The name, in plain text.", 'title: "Le titre"', 255),
    Tag("link", BOTH, "(the page)", "The page of the show or episode."),
    Tag("description", BOTH, "summary", "Plain text of at most 4000 bytes, cut at a sentence.", "summary: En bref."),
    Tag("content:encoded", ITEM, "(the body)", "The show notes, in the little HTML that apps show."),
    Tag("language", CHANNEL, "language", "The language.", "language: fr"),
    Tag("copyright", CHANNEL, "copyright", "Who has the rights.", "copyright: La rédaction"),
    Tag("image", CHANNEL, "artwork", "The artwork, for readers that know no other tag.", also=("url", "title", "link")),
    Tag("generator", CHANNEL, "(always)", "Antenne."),
    Tag("docs", CHANNEL, "(always)", "Where RSS is explained."),
    Tag("lastBuildDate", CHANNEL, "(the newest item)", "The date of the newest item: no clock is read."),
    Tag("guid", ITEM, "guid", "Made once, then kept for life by the ledger.", "guid: abc-1"),
    Tag("category", ITEM, "tags", "Each tag of the episode.", "tags: [radio, essai]"),
    Tag("enclosure", ITEM, "audio", "The recording: its address, its size in bytes, its type."),
    Tag("pubDate", ITEM, "date", "The date, with its zone.", "date: 2026-01-02 08:00"),
    Tag("atom:link", CHANNEL, "(always)", "self; hub where one is set; the links between the parts of a long feed."),
    Tag("fh:archive", CHANNEL, "(a long feed)", "Marks a part of a long feed that changes no more (RFC 5005)."),
    Tag("psc:chapters", ITEM, "chapters", "The chapters, within the feed.", also=("psc:chapter",)),
)

ITUNES_TAGS = (
    Tag("itunes:author", BOTH, "author", "Who makes it; of an episode: the artist in the tags.", "author: Ada", 255),
    Tag("itunes:block", BOTH, "block", "Asks Apple to leave it out; absent otherwise.", "block: true"),
    Tag("itunes:category", CHANNEL, "categories", "Apple's categories, in your order.", "categories: [Arts > Books]"),
    Tag("itunes:complete", CHANNEL, "complete", "Says that no episode follows; absent otherwise.", "complete: true"),
    Tag("itunes:duration", ITEM, "(the recording)", "Whole seconds."),
    Tag("itunes:episode", ITEM, "number", "The number.", "number: 3"),
    Tag("itunes:episodeType", ITEM, "type", "full, trailer or bonus.", "type: bonus"),
    Tag("itunes:explicit", BOTH, "explicit", "true or false.", "explicit: true"),
    Tag("itunes:image", BOTH, "artwork, cover", "A square JPEG of 1400 to 3000 pixels, made from any picture."),
    Tag("itunes:new-feed-url", CHANNEL, "new_feed_url", "The new address.", "new_feed_url: https://a.example/f.xml"),
    Tag(
        "itunes:owner",
        CHANNEL,
        "owner",
        "Who answers for it.",
        "owner: {name: Ada, email: ada@a.example}",
        also=("itunes:name", "itunes:email"),
    ),
    Tag("itunes:season", ITEM, "season", "The season's number.", "season: 2"),
    Tag("itunes:title", ITEM, "title", "The title without number.", 'title: "Le titre"', 255),
    Tag("itunes:type", CHANNEL, "type", "episodic or serial.", "type: serial"),
    Tag("itunes:applepodcastsverify", CHANNEL, "apple_verify", "Apple's verify code.", "apple_verify: '05124'"),
)

PODCAST_TAGS = (
    Tag(
        "podcast:alternateEnclosure",
        ITEM,
        "alternates",
        "The same recording in other files, films among them, with their SHA-256.",
        "alternates: [{file: audio.opus, title: Opus}]",
        also=("podcast:source", "podcast:integrity"),
    ),
    Tag(
        "podcast:block",
        CHANNEL,
        "block, blocked_services, allowed_services",
        "Asks services to leave it out.",
        "blocked_services: [spotify]",
    ),
    Tag("podcast:chapters", ITEM, "chapters", "The chapters' file.", "chapters: [{start: 0, title: Ouverture}]"),
    Tag(
        "podcast:chat",
        BOTH,
        "chat",
        "Where listeners talk.",
        "chat: {server: a.example, protocol: irc, account_id: ada, space: '#livres'}",
    ),
    Tag(
        "podcast:contentLink",
        ITEM,
        "content_links",
        "Where else it can be heard or seen; videos on platforms are added.",
        "content_links: [{label: En images, url: https://a.example/v}]",
    ),
    Tag(
        "podcast:episode",
        ITEM,
        "number, number_display",
        "The number, and what apps show for it.",
        "{number: 3, number_display: Ch. 3}",
    ),
    Tag(
        "podcast:funding",
        BOTH,
        "funding",
        "Where listeners can give.",
        "funding: [{label: Soutenir, url: https://a.example/don}]",
        128,
    ),
    Tag("podcast:guid", CHANNEL, "guid", "Made once from the feed's address, kept for life.", f"guid: {_GUID}"),
    Tag(
        "podcast:image",
        BOTH,
        "artwork, cover, images",
        "The artwork in two sizes, and pictures of your own, each with its shape and what it shows.",
        "images: [{file: large.jpg, alt: Un livre ouvert, purpose: banner}]",
    ),
    Tag("podcast:license", BOTH, "license", "The licence of the recordings.", "license: CC-BY-4.0", 128),
    Tag(
        "podcast:liveItem",
        CHANNEL,
        "live",
        "A live stream.",
        "live: [{name: salon, title: Au salon, start: 2026-03-20 18:00, end: 2026-03-20 19:00, status: pending,"
        " url: https://a.example/flux.mp3, links: [{label: Sur le site, url: https://a.example/direct}]}]",
        also=("podcast:alternateEnclosure", "podcast:source", "podcast:contentLink", "podcast:image"),
    ),
    Tag(
        "podcast:location",
        BOTH,
        "locations",
        "Places that it is about, or where it was made.",
        "locations: [{name: Paris, rel: subject, geo: '48.8566,2.3522', osm: R7444, country: fr}]",
        128,
    ),
    Tag("podcast:locked", CHANNEL, "locked", "Asks other hosts not to import the feed.", "locked: false"),
    Tag("podcast:medium", CHANNEL, "medium", "What it is.", "medium: audiobook"),
    Tag("podcast:person", BOTH, "people", "Who is heard, with page and portrait.", "people: [ada]", 128),
    Tag("podcast:podping", CHANNEL, "podping", "Says that changes are announced.", "podping: true"),
    Tag(
        "podcast:podroll",
        CHANNEL,
        "podroll",
        "Podcasts that you recommend.",
        f"podroll: [{{feed_guid: {_GUID}, feed_url: https://a.example/f.xml, title: Voix}}]",
        also=("podcast:remoteItem",),
    ),
    Tag(
        "podcast:publisher",
        CHANNEL,
        "publisher",
        "The publisher's own feed.",
        f"publisher: {{feed_guid: {_GUID}, feed_url: https://a.example/p.xml}}",
        also=("podcast:remoteItem",),
    ),
    Tag(
        "podcast:season",
        ITEM,
        "season, season_name",
        "The season, and its name.",
        "{season: 2, season_name: L'automne}",
    ),
    Tag(
        "podcast:socialInteract",
        BOTH,
        "social",
        "Where the comments are.",
        "social: [{protocol: activitypub, uri: https://a.example/@ada/1, account_id: '@ada', priority: 1}]",
    ),
    Tag(
        "podcast:soundbite",
        ITEM,
        "soundbites",
        "Passages worth hearing first.",
        "soundbites: [{start: 0:01, duration: 1.5, title: Le début}]",
        128,
    ),
    Tag(
        "podcast:trailer",
        CHANNEL,
        "(an episode of type trailer)",
        "Each trailer, for its season if it has one.",
        "",
        128,
    ),
    Tag("podcast:transcript", ITEM, "transcript", "The words, as a file."),
    Tag(
        "podcast:txt",
        BOTH,
        "txt, apple_verify",
        "Texts that services ask for.",
        "txt: [{purpose: verify, text: abc-123}]",
        4000,
    ),
    Tag(
        "podcast:updateFrequency",
        CHANNEL,
        "update_frequency",
        "How often episodes come.",
        "update_frequency: {text: Chaque mois, rrule: FREQ=MONTHLY, start: 2026-01-01}",
        128,
    ),
    Tag(
        "podcast:value",
        BOTH,
        "value",
        "How listeners can pay while they listen; `time_splits` for a passage.",
        f"value: [{{type: lightning, method: keysend, suggested: '0.00000005', recipients: [{{name: Ada, type: node,"
        f" address: {_NODE}, split: 95}}, {{type: node, address: {_NODE}, split: 5, fee: true}}],"
        f" time_splits: [{{start: 0, duration: 1, remote_percentage: 90, remote: {{feed_guid: {_GUID}}}}}]}}]",
        also=("podcast:valueRecipient", "podcast:valueTimeSplit", "podcast:remoteItem"),
    ),
)

TAGS = RSS_TAGS + ITUNES_TAGS + PODCAST_TAGS

LEFT_OUT = {
    "podcast:images": "deprecated by its own documentation; podcast:image says more",
    "podcast:remoteItem (in the channel)": "makes a list of other people's items; a show has recordings of its own",
    "podcast:medium publisher and the lists": "such feeds hold no recordings",
    "podcast:source contentType": "tells a torrent from its content; the files here are served as they are",
    "podcast:integrity pgp-signature": "the hash of the file needs no key that could be lost",
    "itunes:summary, itunes:subtitle": "Apple reads them no more, and some readers show them for the description",
    "itunes:keywords, itunes:order, itunes:isClosedCaptioned": "Apple reads them no more",
    "itunes:title (of a show)": "Apple reads the channel's title",
}
"""What Antenne does not write, and why."""

_LONGEST = {one.name: one.longest for one in TAGS} | {inner: 0 for one in TAGS for inner in one.also}


def tag(name: str, text: str = "", /, *children: etree._Element, **attributes: str) -> etree._Element:
    """Return an element of the table by its prefixed name, its text shortened to what the table allows."""
    longest = _LONGEST[name]
    return element(name, shorten(text, longest) if longest else text, *children, **attributes)
