"""The built feeds, read by the Python package feedparser: RSS, and the Atom feeds of a show and of notes."""

from __future__ import annotations

from calendar import timegm
from pathlib import Path
from typing import Any
from uuid import UUID

import feedparser

from tests.parsers.conftest import BuiltSite, Feed
from tests.parsers.facts import note_facts
from tests.parsers.parts import Facts, said, without

LAST_ONLY = "keeps the last of tags that repeat, and of those with attributes not the text"
NO_TREE = "knows no tags within tags"
NOT_IN_A_CHANNEL = {
    "explicit": "knows yes and clean, the words of old; Apple's are true and false",
    "persons": LAST_ONLY,
    "funding": LAST_ONLY,
    "txt": LAST_ONLY,
    "images": LAST_ONLY,
    "trailers": LAST_ONLY,
    "blocked": LAST_ONLY,
    "locked": LAST_ONLY,
    "locations": LAST_ONLY,
    "frequency": LAST_ONLY,
    "value": NO_TREE,
    "podroll": NO_TREE,
    "publisher": NO_TREE,
    "live": NO_TREE,
}
NOT_IN_AN_ITEM = {
    "explicit": NOT_IN_A_CHANNEL["explicit"],
    "persons": LAST_ONLY,
    "funding": LAST_ONLY,
    "license": LAST_ONLY,
    "txt": LAST_ONLY,
    "images": LAST_ONLY,
    "locations": LAST_ONLY,
    "soundbites": LAST_ONLY,
    "content_links": LAST_ONLY,
    "alternates": NO_TREE,
    "value": NO_TREE,
}


def test_feedparser_reads_every_show_and_view_as_the_model_has_them(feeds: list[Feed]) -> None:
    for feed in feeds:
        read = _parsed(feed.file)
        assert _channel(read.feed) == without(_flat(feed.channel), NOT_IN_A_CHANNEL)
        for one, entry in zip(feed.items, read.entries, strict=True):
            # Of the files of a transcript the last stays.
            meant = _flat(one) | ({"transcripts": one["transcripts"][-1:]} if "transcripts" in one else {})
            assert _item(entry) == without(meant, NOT_IN_AN_ITEM)


def test_feedparser_reads_the_atom_feed_of_a_show_as_the_model_has_it(built: BuiltSite, feeds: list[Feed]) -> None:
    file = Path(f"{feeds[0].file.with_suffix('')}.atom")
    if not built.site.catalog.shows[0].atom:
        assert not file.exists()
        return
    keys = ("title", "guid", "link", "description", "content", "enclosure", "date")
    read = _parsed(file)
    channel = feeds[0].channel
    assert (read.feed.title, read.feed.link, read.feed.subtitle) == tuple(
        channel[key] for key in ("title", "link", "description")
    )
    assert read.feed.id == f"urn:uuid:{channel['guid']}"
    for one, entry in zip(feeds[0].items, read.entries, strict=True):
        assert {key: value for key, value in _item(entry).items() if key in keys} == {
            key: value for key, value in one.items() if key in keys
        } | {"guid": _uri(one["guid"])}


def test_feedparser_reads_every_note_as_the_model_has_it(built: BuiltSite) -> None:
    read = _parsed(built.folder / built.site.routes.notes_feed())
    assert read.feed.title == built.site.settings.site_name
    assert read.feed.link == built.site.routes.address("")
    for one, entry in zip(note_facts(built.site), read.entries, strict=True):
        assert one == said(
            title=entry.title,
            link=entry.link,
            date=timegm(entry.published_parsed),
            author=entry.get("author"),
            category=entry.tags[0].term if "tags" in entry else "",
            summary=entry.get("summary"),
            content=entry.content[0].value,
        )


def _parsed(file: Path) -> Any:
    read = feedparser.parse(file.read_bytes())
    assert not read.bozo
    return read


def _flat(facts: Facts) -> Facts:
    """Return facts as feedparser has them: a child's category stands after its parent, apart from it."""
    categories = [name for one in facts.get("categories", []) for name in one.split(" > ")]
    licence = facts.get("license", [])
    return facts | said(categories=categories, license=licence[0] if licence and not licence[1] else licence)


def _channel(read: Any) -> Facts:
    owner = read.get("publisher_detail", {})
    return said(
        title=read.title,
        link=read.link,
        itself=next(one.href for one in read.links if one.rel == "self"),
        description=read.subtitle,
        language=read.language,
        copyright=read.get("rights"),
        author=read.author,
        owner=[owner.name, owner.email],
        categories=[one.term for one in read.tags],
        type=read.itunes_type,
        image=read.image.href,
        updated=timegm(read.updated_parsed),
        generator=read.generator,
        block=bool(read.get("itunes_block")) or None,
        complete=read.get("itunes_complete") == "Yes" or None,
        new_feed_url=read.get("itunes_new-feed-url"),
        apple_verify=read.get("itunes_applepodcastsverify"),
        guid=read.podcast_guid,
        medium=read.podcast_medium,
        license=read.get("podcast_license"),
        podping=read.get("podcast_podping", {}).get("usespodping") == "true" or None,
        chat=_chat(read),
    )


def _item(read: Any) -> Facts:
    (enclosure,) = read.enclosures
    transcript, social = read.get("podcast_transcript"), read.get("podcast_socialinteract")
    return said(
        title=read.title,
        guid=read.id,
        link=read.link,
        description=read.summary,
        content=next((one.value for one in read.get("content", []) if one.type == "text/html"), None),
        enclosure=[enclosure.href, int(enclosure.length), enclosure.type],
        date=timegm(read.published_parsed),
        duration=_number(read.get("itunes_duration")),
        type=read.get("itunes_episodetype"),
        season=_number(read.get("itunes_season")),
        number=_number(read.get("itunes_episode")),
        author=read.get("author"),
        image=read.get("image", {}).get("href"),
        block=bool(read.get("itunes_block")) or None,
        season_name=_attribute(read, "podcast_season", "name"),
        number_display=_attribute(read, "podcast_episode", "display"),
        chapters=_attribute(read, "podcast_chapters", "url"),
        marks=[
            said(start=one.start_parsed.total_seconds(), title=one.title, url=one.get("href"))
            for one in read.get("psc_chapters", {}).get("chapters", [])
        ],
        transcripts=[dict(transcript)] if transcript else [],
        social=[
            said(
                protocol=social["protocol"],
                uri=social["uri"],
                id=social["accountid"],
                url=social["accounturl"],
                priority=int(social["priority"]),
            )
        ]
        if social
        else [],
        chat=_chat(read),
    )


def _number(text: str | None) -> int | None:
    return int(text) if text else None


def _attribute(read: Any, tag: str, name: str) -> str | None:
    value = read.get(tag)
    return value.get(name) if isinstance(value, dict) else None


def _chat(read: Any) -> list[str] | None:
    chat = read.get("podcast_chat")
    return chat and [chat[key] for key in ("server", "protocol", "accountid", "space")]


def _uri(guid: str) -> str:
    try:
        return UUID(guid).urn
    except ValueError:
        return guid
