"""What feedsmith has read, in the plain values of the model's facts."""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Iterator
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import Any

from tests.parsers.parts import Facts, said, without


def channel(read: Any) -> Facts:
    itunes, podcast = read["itunes"], read["podcast"]
    frequency = podcast.get("updateFrequency")
    assert read["image"] == {"url": itunes["image"], "title": read["title"], "link": read["link"]}
    blocks = podcast.get("blocks", [])
    assert itunes.get("block") == next((one["value"] for one in blocks if "id" not in one), None)
    return said(
        title=read["title"],
        link=read["link"],
        itself=next(one["href"] for one in read["atom"]["links"] if one["rel"] == "self"),
        description=read["description"],
        language=read["language"],
        copyright=read.get("copyright"),
        author=itunes.get("author"),
        owner=[itunes["owner"]["name"], itunes["owner"]["email"]],
        categories=list(_categories(itunes["categories"])),
        explicit=itunes["explicit"],
        type=itunes["type"],
        image=itunes["image"],
        updated=_rfc2822(read["lastBuildDate"]),
        generator=read["generator"],
        block=itunes.get("block"),
        complete=itunes.get("complete"),
        new_feed_url=itunes.get("newFeedUrl"),
        apple_verify=itunes.get("applePodcastsVerify"),
        guid=podcast["guid"],
        locked=podcast["locked"]["value"],
        medium=podcast["medium"],
        trailers=[
            said(
                title=one["display"],
                url=one["url"],
                date=_rfc2822(one["pubDate"]),
                length=one["length"],
                type=one["type"],
                season=one.get("season"),
            )
            for one in podcast.get("trailers", [])
        ],
        blocked=[one["id"] for one in blocks if "id" in one and one["value"]],
        podroll=[_remote(one) for one in podcast.get("podroll", {}).get("remoteItems", [])],
        publisher=_remote(podcast["publisher"]["remoteItem"]) if "publisher" in podcast else None,
        podping=podcast.get("podping", {}).get("usesPodping"),
        frequency=frequency
        and said(text=frequency["display"], rrule=frequency.get("rrule"), start=_iso(frequency.get("dtstart"))),
        live=[
            said(
                start=_iso(one["start"]),
                end=_iso(one.get("end")),
                status=one["status"],
                links=[[to["display"], to["href"]] for to in one["contentLinks"]],
            )
            for one in podcast.get("liveItems", [])
        ],
        **_either(podcast),
    )


def item(read: Any) -> Facts:
    itunes, podcast = read["itunes"], read.get("podcast", {})
    (enclosure,) = read["enclosures"]
    season, number = podcast.get("season", {}), podcast.get("episode", {})
    assert not read["guid"]["isPermaLink"]
    assert itunes["title"] == read["title"]
    assert (season.get("number"), number.get("number")) == (itunes.get("season"), itunes.get("episode"))
    assert podcast.get("chapters", {}).get("type") in (None, "application/json+chapters")
    return said(
        title=read["title"],
        guid=read["guid"]["value"],
        link=read["link"],
        description=read["description"],
        content=read.get("content", {}).get("encoded"),
        enclosure=[enclosure["url"], enclosure["length"], enclosure["type"]],
        date=_rfc2822(read["pubDate"]),
        duration=itunes["duration"],
        explicit=itunes["explicit"],
        type=itunes["episodeType"],
        season=itunes.get("season"),
        number=itunes.get("episode"),
        author=itunes.get("author"),
        image=itunes.get("image"),
        block=itunes.get("block"),
        season_name=season.get("name"),
        number_display=number.get("display"),
        chapters=podcast.get("chapters", {}).get("url"),
        marks=[
            said(start=_seconds(one["start"]), title=one["title"], url=one.get("href"))
            for one in read.get("psc", {}).get("chapters", [])
        ],
        transcripts=podcast.get("transcripts"),
        alternates=[_alternate(one) for one in podcast.get("alternateEnclosures", [])],
        soundbites=[[one["startTime"], one["duration"], one["display"]] for one in podcast.get("soundbites", [])],
        content_links=[[one["display"], one["href"]] for one in podcast.get("contentLinks", [])],
        social=[
            said(
                protocol=one["protocol"],
                uri=one["uri"],
                id=one.get("accountId"),
                url=one.get("accountUrl"),
                priority=one.get("priority"),
            )
            for one in podcast.get("socialInteracts", [])
        ],
        **_either(podcast),
    )


IN_JSON = ("title", "guid", "link", "description", "content", "enclosure", "date", "duration", "image", "persons")
"""What JSON Feed 1.1 can say of an episode."""


def in_json(facts: Facts) -> Facts:
    """Return the facts that JSON Feed can say: of people, the name and the page."""
    persons = [without(one, ["role", "group", "img"]) for one in facts.get("persons", [])]
    return {key: value for key, value in facts.items() if key in IN_JSON} | said(persons=persons)


def json_item(read: Any) -> Facts:
    """Return what an item of a JSON Feed says."""
    (attachment,) = read["attachments"]
    return said(
        title=read["title"],
        guid=read["id"],
        link=read["url"],
        description=read["content_text"],
        content=read.get("content_html"),
        enclosure=[attachment["url"], attachment["size_in_bytes"], attachment["mime_type"]],
        date=_iso(read["date_published"]),
        duration=attachment["duration_in_seconds"],
        image=read.get("image"),
        persons=[said(name=one["name"], href=one["url"]) for one in read.get("authors", [])],
    )


def _either(podcast: Any) -> Facts:
    chat, licence = podcast.get("chat"), podcast.get("license")
    return {
        "persons": [
            said(
                name=one["display"],
                role=one["role"],
                group=one["group"],
                href=one["href"],
                img=one.get("img"),
            )
            for one in podcast.get("persons", [])
        ],
        "license": licence and [licence["display"], licence.get("url", "")],
        "funding": [[one["display"], one["url"]] for one in podcast.get("fundings", [])],
        "locations": [
            said(
                name=one["display"],
                rel=one["rel"],
                geo=one.get("geo"),
                osm=one.get("osm"),
                country=one.get("country"),
            )
            for one in podcast.get("locations", [])
        ],
        "txt": [[one["purpose"], one["display"]] for one in podcast.get("txts", [])],
        "chat": chat and [chat["server"], chat["protocol"], chat["accountId"], chat["space"]],
        "value": [_value(one) for one in podcast.get("values", [])],
        "images": [
            said(url=one["href"], alt=one.get("alt"), purpose=one["purpose"]) for one in podcast.get("images", [])
        ],
    }


def _categories(read: Any) -> Iterator[str]:
    for one in read:
        children = one.get("categories", [])
        yield from (f"{one['text']} > {child['text']}" for child in children) if children else [one["text"]]


def _alternate(read: Any) -> Facts:
    (source,) = read["sources"]
    kind, _, digest = read["integrity"]["value"].partition("-")
    assert (read["integrity"]["type"], kind) == ("sri", "sha256")
    return said(
        url=source["uri"],
        type=read["type"],
        length=read["length"],
        bitrate=read.get("bitrate"),
        title=read.get("title"),
        rel=read.get("rel"),
        digest=b64decode(digest).hex(),
    )


def _remote(read: Any) -> Facts:
    return said(guid=read["feedGuid"], url=read.get("feedUrl"), item=read.get("itemGuid"), title=read.get("title"))


def _value(read: Any) -> Facts:
    return said(
        type=read["type"],
        method=read["method"],
        suggested=read["suggested"],
        recipients=read["valueRecipients"],
        splits=[
            said(
                start=one["startTime"],
                duration=one["duration"],
                percentage=one["remotePercentage"],
                remote=_remote(one["remoteItem"]),
            )
            for one in read.get("valueTimeSplits", [])
        ],
    )


def _seconds(clock: str) -> float:
    hours, minutes, seconds = clock.split(":")
    return int(hours) * 3600 + int(minutes) * 60 + float(seconds)


def _rfc2822(text: str) -> int:
    return int(parsedate_to_datetime(text).timestamp())


def _iso(text: str | None) -> int | None:
    return int(datetime.fromisoformat(text).timestamp()) if text else None
