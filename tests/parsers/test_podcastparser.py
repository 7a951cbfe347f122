"""The built feeds, read by the Python package podcastparser, which is gPodder's."""

from __future__ import annotations

import io
import re
from typing import Any

import podcastparser
import pytest

from tests.parsers.conftest import Feed
from tests.parsers.parts import Facts, said, without

NEW = b"https://podcastindex.org/namespace/1.0"
OLD = b"https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/1.0.md"
"""podcastparser knows the podcast namespace under its first address only; the documentation now asks for the other."""

BY_OLD_ADDRESS = {"locked", "funding", "persons", "chapters", "transcripts"}
NOT_IN_A_CHANNEL = {
    "itself": "reads atom:link for the pages of a feed only",
    "copyright": "does not know it",
    "updated": "does not know lastBuildDate",
    "block": "does not know itunes:block",
    "complete": "does not know itunes:complete",
    "apple_verify": "does not know it",
    **dict.fromkeys(
        (
            "guid",
            "medium",
            "persons",
            "license",
            "locations",
            "txt",
            "chat",
            "value",
            "images",
            "trailers",
            "blocked",
            "podroll",
            "publisher",
            "podping",
            "frequency",
            "live",
        ),
        "does not know this tag of Podcasting 2.0",
    ),
}
NOT_IN_AN_ITEM = {
    "block": "does not know itunes:block",
    "season_name": "reads the season's number from itunes:season",
    "number_display": "reads the number from itunes:episode",
    **dict.fromkeys(
        (
            "alternates",
            "soundbites",
            "content_links",
            "social",
            "license",
            "funding",
            "locations",
            "txt",
            "chat",
            "value",
            "images",
        ),
        "does not know this tag of Podcasting 2.0",
    ),
}


@pytest.mark.parametrize("namespace", [NEW, OLD], ids=["as built", "by the old address"])
def test_podcastparser_reads_every_show_and_view_as_the_model_has_them(feeds: list[Feed], namespace: bytes) -> None:
    hidden = BY_OLD_ADDRESS if namespace == NEW else set()
    for feed in feeds:
        data = feed.file.read_bytes().replace(NEW, namespace)
        read = podcastparser.parse(feed.channel["itself"], io.BytesIO(data))
        assert _channel(read) == without(_folded(feed.channel), {*NOT_IN_A_CHANNEL, *hidden})
        # The parts of a serial stand in its app as they are to be heard: the first one first.
        items = feed.items[::-1] if feed.channel["type"] == "serial" else feed.items
        for one, episode in zip(items, read["episodes"], strict=True):
            meant = without(_folded(one), {*NOT_IN_AN_ITEM, *hidden})
            assert _item(episode) == meant


def _folded(facts: Facts) -> Facts:
    """Return facts as podcastparser has them: blanks as plain spaces, whole seconds, the last of several addresses."""
    lines = {"description": _lines(facts["description"]), "title": _words(facts["title"])}
    marks = [one | {"start": int(one["start"])} for one in facts.get("marks", [])]
    transcripts = facts.get("transcripts", [])[-1:]
    funding = next((url for _, url in reversed(facts.get("funding", []))), None)
    return facts | lines | said(marks=marks, transcripts=[one["url"] for one in transcripts], funding=funding)


def _words(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def _lines(text: str) -> str:
    return re.sub(r"[^\S\r\n]+", " ", text)


def _channel(read: Any) -> Facts:
    owner, funding = read["itunes_owner"], read.get("funding_url")
    return said(
        title=read["title"],
        link=read["link"],
        description=read["description"],
        language=read["language"],
        author=read.get("itunes_author"),
        owner=[owner["name"], owner["email"]],
        categories=[" > ".join(one) for one in read["itunes_categories"]],
        explicit=read["explicit"],
        type=read["type"],
        image=read["cover_url"],
        generator=read["generator"],
        new_feed_url=read.get("new_url"),
        locked=read.get("import_prohibited"),
        funding=funding,
    )


def _item(read: Any) -> Facts:
    (enclosure,) = read["enclosures"]
    transcript = read.get("transcript_url")
    return said(
        title=read["title"],
        guid=read["guid"],
        link=read["link"],
        description=read["description"],
        content=read.get("description_html"),
        enclosure=[enclosure["url"], enclosure["file_size"], enclosure["mime_type"]],
        date=read["published"],
        duration=read["total_time"],
        explicit=read["explicit"],
        type=read["type"],
        season=read.get("season"),
        number=read.get("number"),
        author=read.get("itunes_author"),
        image=read.get("episode_art_url"),
        chapters=read.get("chapters_json_url"),
        marks=[said(start=one["start"], title=one["title"], url=one.get("href")) for one in read.get("chapters", [])],
        transcripts=[transcript] if transcript else [],
        persons=[said(**one) for one in read.get("persons", [])],
    )
