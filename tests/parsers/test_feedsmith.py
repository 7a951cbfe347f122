"""The built feeds, read by the npm package feedsmith."""

from __future__ import annotations

import pytest

from tests.parsers import feedsmith
from tests.parsers.conftest import BuiltSite, Feed
from tests.parsers.node import read
from tests.parsers.parts import said, without

pytestmark = pytest.mark.node

NOT_IN_AN_ITEM = {
    "content_links": "knows podcast:contentLink in a live item only",
    "funding": "knows podcast:funding in the channel only, where alone it stood at first",
}


def test_feedsmith_reads_every_show_and_view_as_the_model_has_them(feeds: list[Feed]) -> None:
    for feed, document in zip(feeds, read("feedsmith", *(one.file for one in feeds)), strict=True):
        assert document["format"] == "rss"
        assert feedsmith.channel(document["feed"]) == feed.channel
        for one, item in zip(feed.items, document["feed"]["items"], strict=True):
            assert feedsmith.item(item) == without(one, NOT_IN_AN_ITEM)


def test_feedsmith_reads_the_json_feed_of_a_show_as_the_model_has_it(built: BuiltSite, feeds: list[Feed]) -> None:
    show = built.site.catalog.shows[0]
    (document,) = read("feedsmith", built.folder / built.site.routes.json_feed(show))
    assert document["format"] == "json"
    channel, top = feeds[0].channel, document["feed"]
    assert said(
        title=top["title"],
        link=top["home_page_url"],
        description=top["description"],
        language=top["language"],
        image=top["icon"],
        author=top["authors"][0]["name"],
        complete=top["expired"] or None,
    ) == {
        key: value
        for key, value in channel.items()
        if key in ("title", "link", "description", "language", "image", "author", "complete")
    }
    assert top["feed_url"] == built.site.routes.address(built.site.routes.json_feed(show))
    for one, item in zip(feeds[0].items, top["items"], strict=True):
        assert feedsmith.json_item(item) == feedsmith.in_json(one)


def test_feedsmith_reads_every_feed_in_the_list_of_all_feeds(built: BuiltSite, feeds: list[Feed]) -> None:
    (document,) = read("opml", built.folder / built.site.routes.opml())
    site, routes = built.site, built.site.routes
    assert document["head"]["title"] == site.settings.site_name
    listed = [(feed.channel["title"], feed.channel["itself"], feed.channel["link"]) for feed in feeds]
    listed.append((site.settings.site_name, routes.address(routes.notes_feed()), routes.address("")))
    listed += [
        (one.name, routes.address(routes.category_feed(one)), routes.address(one)) for one in site.catalog.categories
    ]
    for (title, address, page), outline in zip(listed, document["body"]["outlines"], strict=True):
        assert outline == {"type": "rss", "text": title, "title": title, "xmlUrl": address, "htmlUrl": page}
