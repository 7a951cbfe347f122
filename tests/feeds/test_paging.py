from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from antenne.channels import Part, all_channels, parts
from antenne.feeds import Press, category_documents, notes_documents, rss_documents
from antenne.model import Catalog, Section, Tag
from antenne.settings import FeedSettings
from tests.feeds import samples
from tests.feeds.reading import NS, variant

FEED = "flux/emission.xml"
HISTORY = "{http://purl.org/syndication/history/1.0}archive"
ATOM_LINK = "{http://www.w3.org/2005/Atom}link"
few = settings(max_examples=60, deadline=None)


def many(count: int) -> Catalog:
    first = samples.bare_episode().pub_date
    made = [samples.bare_episode(f"e{n:05d}", pub_date=first + timedelta(days=n)) for n in range(count)]
    return samples.catalog(*reversed(made))


def documents(count: int, size: int = 10) -> dict[str, Any]:
    catalog = many(count)
    site = samples.settings(feeds=FeedSettings(items=size, hub="https://hub.example/"))
    routes = samples.routes(feeds=site.feeds)
    press = Press(catalog=catalog, routes=routes, settings=site, art=variant)
    (channel, *_) = all_channels(catalog, routes, site)
    return dict(rss_documents(channel, press))


def links(data: bytes) -> dict[str, str]:
    root = etree.fromstring(data)
    return {
        node.get("rel", ""): node.get("href", "").removeprefix("https://antenne.example/")
        for node in root.iter(ATOM_LINK)
        if node.get("rel") not in ("alternate", None)
    }


def guids(data: bytes) -> list[str]:
    return [node.text or "" for node in etree.fromstring(data).iter("guid")]


def test_a_feed_that_fits_has_no_parts() -> None:
    made = documents(10)
    assert list(made) == [FEED]
    assert links(made[FEED]) == {"self": FEED, "hub": "https://hub.example/"}


def test_a_long_feed_names_its_archives_and_they_name_one_another() -> None:
    made = documents(25)
    archive = "flux/archives/emission/{}.xml".format
    assert list(made) == [FEED, archive(1), archive(2), archive(3)]
    assert links(made[FEED]) == {
        "self": FEED,
        "hub": "https://hub.example/",
        "prev-archive": archive(2),
        "first": FEED,
        "next": archive(2),
        "last": archive(1),
    }
    assert links(made[archive(1)]) == {
        "self": archive(1),
        "next-archive": archive(2),
        "current": FEED,
        "first": FEED,
        "prev": archive(2),
        "last": archive(1),
    }
    assert links(made[archive(3)]) == {
        "self": archive(3),
        "prev-archive": archive(2),
        "current": FEED,
        "first": FEED,
        "prev": FEED,
        "next": archive(2),
        "last": archive(1),
    }


def test_only_a_full_archive_is_marked_as_one() -> None:
    marked = [etree.fromstring(data).find(f"channel/{HISTORY}") is not None for data in documents(25).values()]
    assert marked == [False, True, True, False]


def test_the_subscribed_document_holds_the_newest_items_and_the_parts_all_of_them() -> None:
    made = documents(25)
    expected = [episode.guid for episode in many(25).episodes]
    assert guids(made[FEED]) == expected[:10]
    archived = [guid for path, data in reversed(made.items()) if path != FEED for guid in guids(data)]
    assert archived == expected


@pytest.mark.parametrize(("before", "after"), [(20, 21), (25, 29), (25, 30), (29, 41)])
def test_a_full_archive_keeps_its_bytes_when_episodes_follow(before: int, after: int) -> None:
    old, new = documents(before), documents(after)
    full = [path for path in old if path != FEED][: before // 10]
    assert len(full) == 2
    assert all(old[path] == new[path] for path in full)


def test_a_new_episode_changes_only_the_subscribed_document_and_the_open_archive() -> None:
    old, new = documents(35), documents(36)
    changed = [path for path in new if old.get(path) != new[path]]
    assert changed == [FEED, "flux/archives/emission/4.xml"]


@few
@given(st.integers(0, 70), st.integers(1, 12))
def test_every_item_is_reached_by_walking_back_and_every_named_part_is_there(count: int, size: int) -> None:
    items = list(range(count, 0, -1))
    made = {part.path: part for part in parts(items, size, FEED)}
    for part in made.values():
        assert all(path in made for path in (part.older, part.newer, part.oldest, part.current) if path)
        assert len(part.items) <= size
        assert part.closed == (part.number > 0 and len(part.items) == size and part.newer != "")
    reached: set[int] = set()
    step: Part[int] | None = made[FEED]
    while step:
        reached |= set(step.items)
        step = made.get(step.older)
    assert reached == set(items)
    assert list(made[FEED].items) == items[:size]
    # The work grows with the items, and no faster.
    assert sum(len(part.items) for part in made.values()) <= len(items) + size
    assert len(made) <= len(items) // size + 2


def test_notes_are_parted_likewise_and_by_category() -> None:
    first = samples.note().pub_date
    notes = tuple(
        samples.note(f"2015-04-15-n{n}", slug=f"n{n}", pub_date=first + timedelta(days=n)) for n in range(12, 0, -1)
    )
    site = samples.settings(feeds=FeedSettings(items=10))
    section = Section(key="livres", name="Livres", notes=notes)
    press = Press(
        catalog=samples.catalog(notes=notes, categories=(section,)),
        routes=samples.routes(),
        settings=site,
        art=variant,
    )
    made = dict(notes_documents(press))
    assert list(made) == ["flux/notes.atom.xml", "flux/archives/notes/1.atom.xml", "flux/archives/notes/2.atom.xml"]
    root = etree.fromstring(made["flux/archives/notes/1.atom.xml"])
    assert root.find(HISTORY) is not None
    assert links(made["flux/notes.atom.xml"])["prev-archive"] == "flux/archives/notes/1.atom.xml"
    by_category = dict(category_documents(section, press))
    assert list(by_category)[:2] == [
        "flux/categories/livres.atom.xml",
        "flux/archives/categories/livres/1.atom.xml",
    ]
    by_tag = dict(category_documents(Tag(key="livres", name="Livres", notes=notes), press))
    assert list(by_tag)[:2] == ["flux/mots-cles/livres.atom.xml", "flux/archives/mots-cles/livres/1.atom.xml"]
    whole = etree.fromstring(by_category["flux/categories/livres.atom.xml"])
    other = etree.fromstring(by_tag["flux/mots-cles/livres.atom.xml"])
    assert whole.findtext("atom:id", namespaces=NS) != other.findtext("atom:id", namespaces=NS)
    assert whole.findtext("atom:title", namespaces=NS) == "Livres · L’antenne"
    assert whole.findtext("atom:id", namespaces=NS) != etree.fromstring(made["flux/notes.atom.xml"]).findtext(
        "atom:id", namespaces=NS
    )
