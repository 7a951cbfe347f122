"""What podcast-partytime has read, in the plain values of the model's facts."""

from __future__ import annotations

from base64 import b64decode
from datetime import datetime
from typing import Any

from tests.parsers.parts import Facts, said, without


def channel(read: Any) -> Facts:
    owner, image = read["owner"], read["image"]
    assert image == {"url": read["itunesImage"], "title": read["title"], "link": read["link"]}
    return said(
        title=read["title"],
        link=read["link"],
        itself=read["pubsub"]["self"],
        description=read["description"],
        language=read["language"],
        copyright=read.get("copyright"),
        author=read.get("author"),
        owner=[owner["name"], owner["email"]],
        categories=read["itunesCategory"],
        explicit=read["explicit"],
        type=read["itunesType"],
        image=read["itunesImage"],
        updated=_moment(read["lastBuildDate"]),
        generator=read["generator"],
        block=read.get("itunesBlock") or None,
        complete=read.get("itunesComplete") or None,
        new_feed_url=read.get("itunesNewFeedUrl"),
        guid=read["guid"],
        locked=read["locked"],
        medium=read["medium"],
        funding=[[one["message"], one["url"]] for one in read.get("podcastFunding", [])],
        trailers=[
            said(
                title=one["title"],
                url=one["url"],
                date=_moment(one["pubdate"]),
                length=one["length"],
                type=one["type"],
                season=one.get("season"),
            )
            for one in read.get("trailers", [])
        ],
        blocked=[name for name, blocked in read.get("podcastBlockedPlatforms", {}).items() if blocked],
        podroll=[_remote(one) for one in read.get("podroll", [])],
        publisher=_remote(read["podcastPublisher"]) if "podcastPublisher" in read else None,
        live=[
            said(
                start=_moment(one["start"]),
                end=_moment(one["end"]),
                status=one["status"],
                links=[[to["title"], to["url"]] for to in one["contentLinks"]],
            )
            for one in read.get("podcastLiveItems", [])
        ],
        **_either(read),
    )


def item(read: Any) -> Facts:
    enclosure, number = read["enclosure"], read.get("podcastEpisode", {})
    season = read.get("podcastSeason", {})
    assert (season.get("number"), number.get("number")) == (read.get("itunesSeason"), read.get("itunesEpisode"))
    return said(
        title=read["title"],
        guid=read["guid"],
        link=read["link"],
        description=read["description"],
        content=read.get("content"),
        enclosure=[enclosure["url"], enclosure["length"], enclosure["type"]],
        date=_moment(read["pubDate"]),
        duration=read["duration"],
        explicit=read["explicit"],
        type=read["itunesEpisodeType"],
        season=read.get("itunesSeason"),
        number=read.get("itunesEpisode"),
        author=read.get("author"),
        image=read.get("itunesImage"),
        season_name=season.get("name"),
        number_display=number.get("display"),
        chapters=read.get("podcastChapters", {}).get("url"),
        transcripts=read.get("podcastTranscripts"),
        alternates=[_alternate(one) for one in read.get("alternativeEnclosures", [])],
        soundbites=[[one["startTime"], one["duration"], one["title"]] for one in read.get("podcastSoundbites", [])],
        social=[
            said(
                protocol=one["platform"],
                uri=one["url"],
                id=one["id"],
                url=one["profileUrl"],
                priority=one["priority"],
            )
            for one in read.get("podcastSocialInteraction", [])
        ],
        **_either(read),
    )


def _either(read: Any) -> Facts:
    chat, licence, place = read.get("chat"), read.get("license"), read.get("podcastLocation")
    return {
        "persons": [
            one | {"role": one["role"].lower(), "group": one["group"].lower()} for one in read.get("podcastPeople", [])
        ],
        "license": licence and [licence["identifier"], licence["url"]],
        "locations": [place] if place else [],
        "txt": [[one["purpose"], one["value"]] for one in read.get("podcastTxt", [])],
        "chat": chat and [chat["server"], chat["protocol"], chat["accountId"], chat["space"]],
        "value": [_value(read["value"])] if "value" in read else [],
    }


def _alternate(read: Any) -> Facts:
    (source,) = read["source"]
    kind, _, digest = read["integrity"]["value"].partition("-")
    assert (read["integrity"]["type"], kind, source["contentType"]) == ("sri", "sha256", read["type"])
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
        recipients=[one if one["fee"] else without(one, ["fee"]) for one in read["recipients"]],
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


def _moment(text: str) -> int:
    return int(datetime.fromisoformat(text).timestamp())
