from __future__ import annotations

from datetime import UTC, datetime

import pytest

from antenne.ledger import Ledger, NoFeed, news, read_published_feed, record, recover, settle
from antenne.model import Episode, Show
from tests.ledger.samples import PLACES, PUBLIC, enclosure, feed_address, make_episode, make_show
from tests.support.changed import replace

ONE = make_episode("2013-11-05-widoobiz", title="Le premier")
TWO = make_episode("2014-01-02-deux", b"deux", title="Le deuxième", pub_date=datetime(2014, 1, 2, tzinfo=UTC))
THREE = make_episode("2014-02-03-trois", b"trois", title="« Trois »", pub_date=datetime(2014, 2, 3, tzinfo=UTC))


def publish(ledger: Ledger, *episodes: Episode, show: Show | None = None) -> Ledger:
    return record(ledger, *settle([show or make_show()], episodes, ledger, feed_address, enclosure), PUBLIC)


def feed_of(ledger: Ledger, *, head: str = "", key: str = "emission") -> bytes:
    """Write the feed that a ledger speaks of, as plain as can be."""
    show, site = ledger.shows[key], ledger.site
    items = "".join(
        f"<item><title>{e.title}</title><guid isPermaLink='false'>{e.guid}</guid>"
        f"<pubDate>{e.pub_date.strftime('%a, %d %b %Y %H:%M:%S +0000')}</pubDate><link>{site}/{e.page}</link>"
        f'<enclosure url="{site}/{e.enclosure}" length="{e.length}" type="{e.type}"/></item>'
        for e in sorted(show.episodes.values(), key=lambda entry: entry.pub_date, reverse=True)
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" '
        'xmlns:podcast="https://podcastindex.org/namespace/1.0"><channel>'
        f'<title>{show.title}</title><atom:link rel="self" href="{site}/{show.feed}"/>{head}'
        f"<podcast:guid>{show.guid}</podcast:guid>{items}</channel></rss>"
    ).encode()


def recovered(data: bytes, *episodes: Episode, shows: tuple[Show, ...] = (), redirects: str = "") -> Ledger:
    """Make a ledger anew, as the content of today and a published feed give it."""
    settled = settle(shows or (make_show(),), episodes, Ledger(), feed_address, enclosure)
    return recover(read_published_feed(data), *settled, PLACES, lambda site: redirects).merged(Ledger())


LOST = publish(Ledger(), ONE, TWO, THREE)


def test_what_is_made_anew_is_what_was_lost_but_for_what_no_feed_says() -> None:
    found = recovered(feed_of(LOST), ONE, TWO, THREE)
    assert found.site == LOST.site
    (show,) = found.shows.values()
    assert {k: replace(e, notes="", extras="") for k, e in LOST.shows["emission"].episodes.items()} == show.episodes
    assert news(LOST, publish(found, ONE, TWO, THREE)) == ()
    assert publish(found, ONE, TWO, THREE) == LOST


def test_a_guid_that_was_written_elsewhere_and_lost_with_the_ledger_is_found_by_the_recording() -> None:
    old = publish(Ledger(), replace(ONE, guid="tag:ancien,2013:1"), TWO, show=make_show(guid="not a uuid"))
    found = recovered(feed_of(old), ONE, TWO)
    assert found.shows["emission"].episodes[ONE.key].guid == "tag:ancien,2013:1"
    assert found.shows["emission"].guid == "not a uuid"


def test_renamed_and_encoded_again_since_each_is_found_by_another_way() -> None:
    guid = LOST.shows["emission"].episodes
    renamed = replace(ONE, key="2013-11-05-autre", slug="autre")
    encoded = replace(TWO, audio=make_episode(sound=b"autre").audio)
    paged = replace(THREE, key="2014-02-04-trois", slug="trois", audio=make_episode(sound=b"encore").audio)
    found = recovered(feed_of(LOST), renamed, encoded, paged).shows["emission"].episodes
    assert {key: entry.guid for key, entry in found.items()} == {
        renamed.key: guid[ONE.key].guid,
        encoded.key: guid[TWO.key].guid,
        paged.key: guid[THREE.key].guid,
    }


def test_an_item_whose_folder_is_gone_keeps_its_name_and_is_told() -> None:
    settled = settle([make_show()], [ONE], Ledger(), feed_address, enclosure)
    found = recover(read_published_feed(feed_of(LOST)), *settled, PLACES)
    assert found.missing == (TWO.key, THREE.key)
    assert found.show.episodes.keys() == {ONE.key, TWO.key, THREE.key}


def test_addresses_that_were_left_come_back_from_the_map_of_redirects() -> None:
    lines = (
        "/flux/vieux.xml /flux/emission.xml 301\n/episodes/vieux/ /episodes/deux/ 301\n"
        "/episodes/vieux/* /episodes/deux/:splat 301\nhttps://vieux.example/* https://antenne.example/:splat 301\n"
        "/../../etc /flux/emission.xml 301\n/x /y 200\n"
    )
    found = recovered(feed_of(LOST), ONE, TWO, THREE, redirects=lines)
    assert found.shows["emission"].former == ("flux/vieux.xml",)
    assert found.shows["emission"].episodes[TWO.key].former == ("episodes/vieux/",)
    assert found.former == ("https://vieux.example",)


def test_a_feed_is_of_the_show_of_its_address_its_guid_or_its_name_or_of_none() -> None:
    feed = read_published_feed(feed_of(LOST))
    other = make_show("autre", guid=feed.guid)
    assert recover(feed, [other, make_show("encore")], [], PLACES).key == "autre"
    assert recover(feed, [make_show("encore"), make_show()], [], PLACES).key == "emission"
    with pytest.raises(NoFeed, match="podcast:guid"):
        recover(feed, [make_show("encore"), make_show("autre")], [], PLACES)


def test_a_site_that_moved_and_whose_feeds_have_another_folder_is_known_by_what_its_addresses_share() -> None:
    moved = feed_of(LOST).replace(b"https://antenne.example/flux/", b"https://vieux.example/un/site/feeds/")
    moved = moved.replace(b"https://antenne.example/", b"https://vieux.example/un/site/")
    found = recovered(moved, ONE, TWO, THREE)
    assert found.site == "https://vieux.example/un/site"
    assert found.shows["emission"].feed == "feeds/emission.xml"


def test_the_rest_of_an_older_ledger_stays_and_what_it_knows_more_is_kept() -> None:
    before = replace(LOST, shows={**LOST.shows, "autre": LOST.shows["emission"]}, former=("https://x.example",))
    settled = settle([make_show()], [ONE, TWO, THREE], Ledger(), feed_address, enclosure)
    found = recover(read_published_feed(feed_of(publish(Ledger(), ONE, TWO))), *settled, PLACES)
    assert found.forgotten(before) == (THREE.key,)
    after = found.merged(before)
    assert after.shows["autre"] == before.shows["autre"]
    assert after.former == ("https://x.example",)
    assert after.shows["emission"].episodes[ONE.key] == before.shows["emission"].episodes[ONE.key]


HOSTILE = {
    "no xml": b"hello",
    "nothing": b"",
    "a page": b"<html><body/></html>",
    "atom": b'<feed xmlns="http://www.w3.org/2005/Atom"/>',
    "laughs": b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><rss><channel><title>&b;</title>',
}


@pytest.mark.parametrize("data", HOSTILE.values(), ids=HOSTILE)
def test_what_is_no_feed_is_refused(data: bytes) -> None:
    with pytest.raises(NoFeed):
        read_published_feed(data)


def test_hostile_items_are_left_out_or_made_harmless_and_the_ledger_can_be_read_again() -> None:
    nasty = (
        b"<item><guid>g</guid><pubDate>yesterday</pubDate><enclosure url='x' length='1'/></item>"
        b"<item><guid>a\x7fb</guid><pubDate>Tue, 05 Nov 2013 11:41:00 GMT</pubDate><enclosure url='x'/></item>"
        b"<item><guid>ok</guid><title> T\xe2\x80\xa8i </title><pubDate>Tue, 05 Nov 2013 11:41:00 -0000</pubDate>"
        b"<link>javascript:alert(1)</link><enclosure url='https://antenne.example/../../etc/passwd' length='12.3M' "
        b"type='a&#10;b'/></item>"
    )
    feed = read_published_feed(feed_of(LOST).replace(b"</channel>", nasty + b"</channel>"))
    assert feed.skipped == 2
    found = recovered(feed_of(LOST).replace(b"</channel>", nasty + b"</channel>"), ONE)
    entry = next(e for e in found.shows["emission"].episodes.values() if e.guid == "ok")
    assert (entry.title, entry.length, entry.type, entry.page) == ("T i", 1, "audio/mpeg", "")
    assert ".." not in entry.enclosure


def test_archives_are_joined_and_one_that_says_of_which_feed_it_is_a_part_is_known() -> None:
    newer = read_published_feed(
        feed_of(publish(Ledger(), THREE, TWO), head='<atom:link rel="prev-archive" href="emission.1.xml"/>')
    )
    assert newer.onward == "https://antenne.example/flux/emission.1.xml"
    head = '<atom:link rel="current" href="https://antenne.example/flux/autre.xml"/>'
    older = read_published_feed(feed_of(publish(Ledger(), TWO, ONE), head=head))
    assert (newer.is_archive, older.is_archive) == (False, True)
    assert [item.title for item in newer.with_page(older).items] == ["« Trois »", "Le deuxième", "Le premier"]
