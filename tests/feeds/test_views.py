from __future__ import annotations

import json
from typing import Any

import feedparser
from lxml import etree

from antenne.channels import Channel, all_channels
from antenne.feeds import Press, json_feed, opml, rss_documents, show_atom
from antenne.model import Catalog, Category, Contributor, Credit, Section, show_guid
from antenne.settings import FeedSettings
from tests.feeds import samples
from tests.feeds.reading import NS, variant
from tests.support.changed import replace

SITE = "https://antenne.example"


def catalog(**changes: Any) -> Catalog:
    """Make two shows, a book with a cover and an author, and an episode of each show about it."""
    other = samples.show(
        key="autre", guid=show_guid("autre"), title="L’autre", people=(), categories=(Category(name="History"),)
    )
    second = samples.bare_episode("second", show="autre", books=("essai",), type="trailer")
    base = samples.catalog(samples.episode(), second, samples.bare_episode("ailleurs"))
    book = replace(
        base.books[0],
        subtitle="Un sous-titre",
        summary="Un essai bref.",
        cover=samples.image("couverture.jpg"),
        contributors=(Contributor(person="anne"),),
    )
    return replace(base, shows=(*base.shows, other), books=(book,), **changes)


def made(site: Catalog, **feeds: Any) -> tuple[dict[str, Channel], Press]:
    settings = samples.settings(feeds=FeedSettings(**feeds))
    routes = samples.routes()
    channels = {one.path: one for one in all_channels(site, routes, settings)}
    return channels, Press(catalog=site, routes=routes, settings=settings, art=variant, other=variant)


def feed(path: str, site: Catalog | None = None) -> Any:
    channels, press = made(site or catalog())
    return etree.fromstring(next(rss_documents(channels[path], press))[1])[0]


def text(node: Any, path: str) -> str | None:
    found: str | None = node.findtext(path, namespaces=NS)
    return found


def test_a_site_has_a_feed_per_show_one_of_everything_and_one_per_book() -> None:
    channels, _ = made(catalog())
    assert list(channels) == [
        "flux/emission.xml",
        "flux/autre.xml",
        "flux/episodes.rss.xml",
        "flux/livres/essai.xml",
    ]


def test_views_can_be_switched_off_and_one_show_needs_no_feed_of_everything() -> None:
    assert list(made(catalog(), books=False, everything=False)[0]) == ["flux/emission.xml", "flux/autre.xml"]
    assert "flux/episodes.rss.xml" not in made(samples.catalog())[0]


def test_a_book_without_episodes_has_no_feed() -> None:
    assert list(made(samples.catalog(samples.bare_episode()))[0]) == ["flux/emission.xml"]


def test_the_feed_of_a_book_is_the_books() -> None:
    top = feed("flux/livres/essai.xml")
    assert (text(top, "title"), text(top, "description")) == ("L’essai & le reste", "Un essai bref.")
    assert text(top, "link") == f"{SITE}/livres/essai/"
    assert text(top, "itunes:author") == "Anne"
    assert top.find("itunes:image", NS).get("href") == f"{SITE}/images/couverture.jpg-square.jpg"
    assert text(top, "podcast:guid") == show_guid(f"{SITE}/flux/livres/essai.xml")
    assert [node.get("href") for node in top.findall("atom:link[@rel='self']", NS)] == [f"{SITE}/flux/livres/essai.xml"]
    assert [node.get("text") for node in top.findall("itunes:category", NS)] == ["Arts", "Society & Culture", "History"]
    assert [node.text for node in top.findall("podcast:trailer", NS)] == ["L’entretien « second »"]
    assert len(top.findall("item")) == 2


def test_an_episode_has_one_guid_and_one_enclosure_in_every_feed() -> None:
    channels, press = made(catalog())
    seen: dict[str, set[tuple[str, str]]] = {}
    for channel in channels.values():
        for item in etree.fromstring(next(rss_documents(channel, press))[1]).iter("item"):
            enclosure = item.find("enclosure")
            assert enclosure is not None
            found = (item.findtext("guid") or "", enclosure.get("url") or "")
            seen.setdefault(item.findtext("link") or "", set()).add(found)
    assert len(seen) == 3
    assert all(len(found) == 1 for found in seen.values())


def test_in_a_view_every_item_names_its_own_shows_people() -> None:
    alone = samples.bare_episode("seul", books=("essai",))
    item = feed("flux/livres/essai.xml", replace(catalog(), episodes=(alone,))).find("item")
    assert [node.text for node in item.findall("podcast:person", NS)] == ["Anne"]


def test_a_person_has_a_feed_where_it_is_asked_for() -> None:
    base = catalog()
    people = tuple(replace(one, feed=one.key == "francois", summary="Auteur.") for one in base.people)
    top = feed("flux/personnes/francois.xml", replace(base, people=people))
    assert (text(top, "title"), text(top, "link")) == ("François", f"{SITE}/personnes/francois/")
    assert len(top.findall("item")) == 1


def test_a_person_with_two_parts_in_an_episode_hears_it_once() -> None:
    both = samples.episode(people=(Credit(person="francois"), Credit(person="francois", role="reader")))
    base = samples.catalog(both)
    people = tuple(replace(one, feed=one.key == "francois") for one in base.people)
    assert len(feed("flux/personnes/francois.xml", replace(base, people=people)).findall("item")) == 1


def test_a_view_keeps_the_guid_that_is_remembered_for_its_path() -> None:
    site, routes = catalog(), samples.routes()
    kept = {"flux/livres/essai.xml": "9b024349-ccf0-5f69-a609-6b82873eab3c"}
    guids = {one.path: one.show.guid for one in all_channels(site, routes, samples.settings(), kept)}
    assert guids["flux/livres/essai.xml"] == kept["flux/livres/essai.xml"]
    assert guids["flux/episodes.rss.xml"] == show_guid(f"{SITE}/flux/episodes.rss.xml")
    assert guids["flux/emission.xml"] == samples.GUID


def test_the_json_feed_says_what_the_rss_feed_says() -> None:
    site = catalog()
    channels, press = made(site, hub="https://hub.example/")
    document = json.loads(json_feed(channels["flux/emission.xml"], press)[1] or b"")
    assert document["version"] == "https://jsonfeed.org/version/1.1"
    assert (document["title"], document["feed_url"]) == ("Livres à l’antenne", f"{SITE}/flux/emission.json")
    assert document["hubs"] == [{"type": "WebSub", "url": "https://hub.example/"}]
    assert [item["id"] for item in document["items"]] == [one.guid for one in channels["flux/emission.xml"].episodes]
    talk = document["items"][0]
    assert talk["date_published"] == "2013-11-13T11:41:00+01:00"
    assert talk["attachments"] == [
        {
            "url": f"{SITE}/audio/2013-11-05-entretien.cdcdcdcdcdcd.mp3",
            "mime_type": "audio/mpeg",
            "size_in_bytes": 123456,
            "duration_in_seconds": 754,
        }
    ]
    assert [author["name"] for author in talk["authors"]] == ["Anne", "François"]
    assert talk["content_html"].startswith("<p>Notes</p>")


def test_the_atom_feed_of_a_show_has_recordings_as_enclosures() -> None:
    channels, press = made(catalog())
    path, data = show_atom(channels["flux/emission.xml"], press)
    read = feedparser.parse(data)
    assert path == "flux/emission.atom"
    assert not read.bozo
    assert read.feed.id == f"urn:uuid:{samples.GUID}"
    for entry, episode in zip(read.entries, channels["flux/emission.xml"].episodes, strict=True):
        assert entry.id == f"urn:uuid:{episode.guid}"
        (enclosure,) = entry.enclosures
        assert (enclosure.href, enclosure.length, enclosure.type) == (
            f"{SITE}/{episode.enclosure_path}",
            str(episode.audio.length),
            "audio/mpeg",
        )
        assert entry.published_parsed == episode.pub_date.utctimetuple()


def test_a_guid_from_elsewhere_is_an_address_in_atom_too() -> None:
    site = samples.catalog(samples.episode(guid="https://old.example/?p=1"), samples.bare_episode(guid="abc 1"))
    channels, press = made(site)
    ids = [entry.id for entry in feedparser.parse(show_atom(channels["flux/emission.xml"], press)[1]).entries]
    assert ids[0] == "https://old.example/?p=1"
    assert ids[1].startswith("urn:uuid:")


def test_the_list_of_feeds_names_every_feed_with_its_page() -> None:
    section = Section(key="livres", name="Livres & voix", notes=samples.catalog().notes)
    site = catalog(categories=(section,))
    channels, press = made(site)
    root = etree.fromstring(opml(channels.values(), site.categories, press))
    assert (root.tag, root.get("version"), root.findtext("head/title")) == ("opml", "2.0", "L’antenne")
    outlines = root.findall("body/outline")
    assert {node.get("type") for node in outlines} == {"rss"}
    assert [(node.get("text"), (node.get("xmlUrl") or "").removeprefix(f"{SITE}/flux/")) for node in outlines] == [
        ("Livres à l’antenne", "emission.xml"),
        ("L’autre", "autre.xml"),
        ("L’antenne", "episodes.rss.xml"),
        ("L’essai & le reste", "livres/essai.xml"),
        ("L’antenne", "notes.atom.xml"),
        ("Livres & voix", "categories/livres.atom.xml"),
    ]
