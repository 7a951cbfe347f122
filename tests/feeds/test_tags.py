from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from antenne.feeds import CHANNEL, ITEM, TAGS
from antenne.feeds.tags import PODCAST_TAGS, tag
from tests.feeds.reading import NS, feed

GUID = "917393e3-1b1e-5cef-ace4-edaa54e1f810"
NODE = "02d5c1bf8b940dc9cadca86d1b0a3c37fbe39cee4c7e839e33bef9174531d27f52"
SITE = "https://antenne.example"
SRI = "sha256-zc3Nzc3Nzc3Nzc3Nzc3Nzc3Nzc3Nzc3Nzc3Nzc3Nzc0="
SPLIT = ("podcast:valueTimeSplit", "", {"startTime": "0", "duration": "1", "remotePercentage": "90"})

Form = tuple[Any, ...]
FORMS: dict[str, list[Form]] = {
    # Each tag as the namespace's documentation has it (docs/tags/*.md): text, attributes, elements inside.
    "podcast:alternateEnclosure": [
        (
            "",
            {"type": "audio/mpeg", "length": "123456", "bitrate": "64000", "default": "true"},
            ("podcast:source", "", {"uri": f"{SITE}/audio/2013-11-05-entretien.cdcdcdcdcdcd.mp3"}),
            ("podcast:integrity", "", {"type": "sri", "value": SRI}),
        ),
        (
            "",
            {"type": "audio/ogg", "length": "123456", "bitrate": "64000", "title": "Opus", "codecs": "opus"},
            ("podcast:source", "", {"uri": f"{SITE}/audio/2013-11-05-entretien.cdcdcdcdcdcd.opus"}),
            ("podcast:integrity", "", {"type": "sri", "value": SRI}),
        ),
    ],
    "podcast:block": [("yes", {"id": "spotify"})],
    "podcast:chapters": [
        ("", {"url": f"{SITE}/episodes/entretien/chapters.json", "type": "application/json+chapters"}),
    ],
    "podcast:chat": [("", {"server": "a.example", "protocol": "irc", "accountId": "ada", "space": "#livres"})],
    "podcast:contentLink": [("En images", {"href": "https://a.example/v"})],
    "podcast:episode": [("3", {"display": "Ch. 3"})],
    "podcast:funding": [("Soutenir", {"url": "https://a.example/don"})],
    "podcast:guid": [(GUID, {})],
    "podcast:license": [("cc-by-4.0", {})],
    "podcast:location": [
        ("Paris", {"rel": "subject", "geo": "geo:48.8566,2.3522", "osm": "R7444", "country": "fr"}),
    ],
    "podcast:locked": [("no", {})],
    "podcast:medium": [("audiobook", {})],
    "podcast:person": [
        (
            "Ada Lovelace",
            {
                "role": "…",
                "group": "cast",
                "img": f"{SITE}/images/portrait.jpg-portrait.jpg",
                "href": f"{SITE}/personnes/ada/",
            },
        )
    ],
    "podcast:podping": [("", {"usesPodping": "true"})],
    "podcast:podroll": [
        ("", {}, ("podcast:remoteItem", "", {"feedGuid": GUID, "feedUrl": "https://a.example/f.xml", "title": "Voix"})),
    ],
    "podcast:publisher": [
        (
            "",
            {},
            ("podcast:remoteItem", "", {"feedGuid": GUID, "feedUrl": "https://a.example/p.xml", "medium": "publisher"}),
        ),
    ],
    "podcast:season": [("2", {"name": "L’automne"})],
    "podcast:socialInteract": [
        (
            "",
            {"protocol": "activitypub", "uri": "https://a.example/@ada/1", "accountId": "@ada", "priority": "1"},
        )
    ],
    "podcast:soundbite": [("Le début", {"startTime": "1", "duration": "1.5"})],
    "podcast:txt": [("abc-123", {"purpose": "verify"})],
    "podcast:updateFrequency": [
        ("Chaque mois", {"rrule": "FREQ=MONTHLY", "dtstart": "2026-01-01T00:00:00+01:00"}),
    ],
    "podcast:value": [
        (
            "",
            {"type": "lightning", "method": "keysend", "suggested": "0.00000005"},
            ("podcast:valueRecipient", "", {"name": "Ada", "type": "node", "address": NODE, "split": "95"}),
            ("podcast:valueRecipient", "", {"type": "node", "address": NODE, "split": "5", "fee": "true"}),
            SPLIT,
        )
    ],
    "itunes:author": [("Ada", {})],
    "itunes:block": [("Yes", {})],
    "itunes:category": [("", {"text": "Arts"}, ("itunes:category", "", {"text": "Books"}))],
    "itunes:complete": [("Yes", {})],
    "itunes:duration": [("60", {})],
    "itunes:episode": [("3", {})],
    "itunes:episodeType": [("bonus", {})],
    "itunes:explicit": [("true", {})],
    "itunes:new-feed-url": [("https://a.example/f.xml", {})],
    "itunes:owner": [("", {}, ("itunes:name", "Ada", {}), ("itunes:email", "ada@a.example", {}))],
    "itunes:season": [("2", {})],
    "itunes:title": [("Le titre", {})],
    "itunes:type": [("serial", {})],
    "itunes:applepodcastsverify": [("05124", {})],
}
"""What each example of the table becomes; `…` stands for what differs between a show and an episode."""

ELSEWHERE = {"podcast:image", "podcast:liveItem", "podcast:trailer", "podcast:transcript", "itunes:image"}
"""Tags that have tests of their own here or in test_rss."""

CASES = [(one, where) for one in TAGS if one.name in FORMS for where in one.scope]


def written(one: Any, where: str) -> dict[str, str]:
    """Say where an example stands; an episode's author is the artist in the recording's tags."""
    if one.name == "itunes:author" and where == "item":
        return {}
    return {"show": one.example} if where == "channel" else {"episode": one.example}


def shape(node: Any) -> Form:
    attributes = {key: "…" if key == "role" else value for key, value in node.attrib.items()}
    return (node.text or "").strip(), attributes, *((name(child), *shape(child)[:2]) for child in node)


def name(node: Any) -> str:
    prefix = {uri: prefix for prefix, uri in NS.items()}.get(etree.QName(node).namespace or "", "")
    local = etree.QName(node).localname
    return f"{prefix}:{local}" if prefix else local


@pytest.mark.parametrize(("one", "where"), CASES, ids=lambda value: getattr(value, "name", value))
def test_an_example_becomes_the_tag_of_the_documentation(one: Any, where: str, tmp_path: Path) -> None:
    top = feed(tmp_path, **written(one, where))
    place = top if where == "channel" else top.find("item")
    assert [shape(node) for node in place.findall(one.name, NS)] == [tuple(form) for form in FORMS[one.name]]


def test_every_tag_of_the_two_namespaces_has_its_form_or_a_test_of_its_own() -> None:
    names = {one.name for one in TAGS if one.name.startswith(("itunes:", "podcast:"))}
    assert names == set(FORMS) | ELSEWHERE


def test_the_table_names_every_element_of_a_feed_that_says_all_it_can(tmp_path: Path) -> None:
    known = {one.name for one in TAGS} | {inner for one in TAGS for inner in one.also}
    for one in TAGS:
        for where in one.scope if one.example else ():
            folder = tmp_path / one.name.replace(":", "-") / where
            top = feed(folder, **written(one, where))
            found = {name(node) for node in top.iter() if isinstance(node.tag, str)} - {"channel", "item"}
            assert found <= known, one.name
            place = top if where == "channel" else top.find("item")
            assert place.find(one.name, NS) is not None, one.name


def test_a_text_is_never_longer_than_the_namespace_allows() -> None:
    for one in PODCAST_TAGS:
        if one.longest:
            assert len(tag(one.name, "mot " * 2000).text or "") <= one.longest


def test_a_tag_that_is_not_in_the_table_cannot_be_written() -> None:
    with pytest.raises(KeyError):
        tag("podcast:unknown")


def images(place: Any) -> list[dict[str, str]]:
    return [dict(node.attrib) for node in place.findall("podcast:image", NS)]


def test_pictures_say_their_shape_their_words_and_what_they_are_for(tmp_path: Path) -> None:
    own = {"show": "images: [{file: large.jpg, alt: Un livre ouvert, purpose: banner}]"}
    large, small, banner = images(feed(tmp_path, **own))
    square = {"aspect-ratio": "1/1", "type": "image/jpeg", "purpose": "artwork"}
    assert large == square | {"href": f"{SITE}/images/artwork.jpg-square.jpg", "width": "3000", "height": "3000"}
    assert small == square | {"href": f"{SITE}/images/artwork.jpg-small.jpg", "width": "640", "height": "640"}
    assert banner == {
        "href": f"{SITE}/images/large.jpg-wide.jpg",
        "alt": "Un livre ouvert",
        "aspect-ratio": "16/9",
        "width": "1200",
        "height": "675",
        "type": "image/jpeg",
        "purpose": "banner",
    }


def test_an_episode_has_pictures_of_its_own(tmp_path: Path) -> None:
    top = feed(tmp_path, episode="images: [{file: large.jpg, purpose: social}]")
    assert [one["purpose"] for one in images(top.find("item"))] == ["artwork", "artwork", "social"]
    assert top.find("item/itunes:image", NS).get("href") == f"{SITE}/images/cover.jpg-square.jpg"


def test_a_live_stream_has_its_times_its_guid_and_ways_to_follow_it(tmp_path: Path) -> None:
    example = next(one.example for one in TAGS if one.name == "podcast:liveItem")
    live = feed(tmp_path, show=example).find("podcast:liveItem", NS)
    assert dict(live.attrib) == {
        "status": "pending",
        "start": "2026-03-20T18:00:00+01:00",
        "end": "2026-03-20T19:00:00+01:00",
    }
    assert (live.findtext("title"), live.findtext("link")) == ("Au salon", "https://a.example/direct")
    assert live.find("guid").get("isPermaLink") == "false"
    assert dict(live.find("enclosure").attrib) == {
        "url": "https://a.example/flux.mp3",
        "length": "0",
        "type": "audio/mpeg",
    }
    assert live.find("podcast:alternateEnclosure/podcast:source", NS).get("uri") == "https://a.example/flux.mp3"
    assert live.findtext("podcast:contentLink", namespaces=NS) == "Sur le site"
    ended = feed(tmp_path, show=example.replace("pending", "ended")).find("podcast:liveItem", NS)
    assert ended.findtext("guid") == live.findtext("guid")


def test_blocking_all_but_one_service_says_yes_to_all_and_no_to_it(tmp_path: Path) -> None:
    top = feed(tmp_path, show="{block: true, allowed_services: [podcastindex]}")
    told = [(node.text, node.get("id")) for node in top.findall("podcast:block", NS)]
    assert told == [("yes", None), ("no", "podcastindex")]


def test_apples_code_stands_in_both_forms(tmp_path: Path) -> None:
    top = feed(tmp_path, show="apple_verify: '05124'")
    txt = top.find("podcast:txt", NS)
    assert (txt.text, txt.get("purpose")) == ("05124", "applepodcastsverify")
    assert top.findtext("itunes:applepodcastsverify", namespaces=NS) == "05124"


def test_no_comments_are_asked_for_by_one_word(tmp_path: Path) -> None:
    (node,) = feed(tmp_path, show="social: [{protocol: disabled}]").findall("podcast:socialInteract", NS)
    assert dict(node.attrib) == {"protocol": "disabled"}


def test_scopes_are_those_two() -> None:
    assert {one.scope for one in TAGS} == {CHANNEL, ITEM, ("channel", "item")}
