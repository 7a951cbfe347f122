from __future__ import annotations

import pytest
from lxml import html

from antenne.model import Catalog, Link
from antenne.render.apps import APPS
from tests.render.samples import catalog, page, rendered, show
from tests.support.changed import replace

FEED = "https://essai.example/flux/essai.xml"
WAYS_IN = {
    "Apple Podcasts": "podcast://essai.example/flux/essai.xml",
    "AntennaPod": "https://antennapod.org/deeplink/subscribe?url=https%3A%2F%2Fessai.example%2Fflux%2Fessai.xml",
    "Pocket Casts": "pktc://subscribe/essai.example/flux/essai.xml",
    "Overcast": "overcast://x-callback-url/add?url=https%3A%2F%2Fessai.example%2Fflux%2Fessai.xml",
    "Une autre application": "feed://essai.example/flux/essai.xml",
}


def two_shows() -> Catalog:
    """Return a catalogue with a second show, which has no episode yet."""
    return replace(catalog(), shows=(show(), replace(show(), key="autre", title="L’autre")))


@pytest.mark.parametrize("path", ["s-abonner/", "emissions/essai/s-abonner/"])
def test_a_link_opens_each_app_at_the_feed(path: str) -> None:
    document = html.document_fromstring(page(catalog(), path))
    found = {a.xpath("string(b)"): a.get("href") for a in document.xpath("//ul[@class='apps']//a")}
    assert found == WAYS_IN


def test_every_app_is_told_apart_by_the_way_in() -> None:
    assert len({app.before for app in APPS}) == len(APPS)
    assert all(app.link(FEED).startswith(app.before) and app.link(FEED).endswith("essai.xml") for app in APPS)


def test_the_address_of_a_feed_can_be_copied_whole() -> None:
    document = html.document_fromstring(page(catalog(), "emissions/essai/s-abonner/"))
    (button,) = document.xpath("//button[@data-copy]")
    assert document.xpath(f"string(//*[@id='{button.get('data-copy')}'])") == FEED
    assert button.get("hidden") is not None, "without the script there is no button that does nothing"
    assert document.xpath("//script[contains(@src, '/copy.')]")


def test_directories_stand_on_the_page_only_where_the_author_gives_them() -> None:
    known = replace(show(), directories=(Link(label="Spotify", url="https://open.spotify.com/show/1"),))
    with_one = page(replace(catalog(), shows=(known,)), "emissions/essai/s-abonner/")
    assert html.document_fromstring(with_one).xpath("//section[@aria-labelledby='annuaires']//a/@href") == [
        "https://open.spotify.com/show/1"
    ]
    assert "spotify" not in page(catalog(), "emissions/essai/s-abonner/").casefold()


def test_with_several_shows_each_has_its_page_and_the_overview_leads_there() -> None:
    document = html.document_fromstring(page(two_shows(), "s-abonner/"))
    links = document.xpath("//p[@class='band-more']/a/@href")
    assert links == ["/emissions/essai/s-abonner/", "/emissions/autre/s-abonner/"]
    assert not document.xpath("//ul[@class='apps']")
    assert len(document.xpath("//code[@class='feed-address']")) == 3


def test_the_overview_names_every_feed_that_people_may_want_alone() -> None:
    views = html.document_fromstring(page(two_shows(), "s-abonner/")).xpath(
        "//section[@aria-labelledby='choix']//a/@href"
    )
    assert views == ["/flux/episodes.rss.xml", "/flux/livres/le-livre.xml"]
    assert "Tous les épisodes" in page(two_shows(), "s-abonner/")
    assert "/flux/feeds.opml" in page(catalog(), "s-abonner/")


def test_a_site_of_notes_has_no_page_of_apps() -> None:
    files = rendered(replace(catalog(), shows=(), episodes=(), books=(), notes=catalog().notes[1:], categories=()))
    document = html.document_fromstring(files["s-abonner/index.html"].decode())
    assert document.xpath("//code/text()") == ["https://essai.example/flux/notes.atom.xml"]
    assert not document.xpath("//ul[@class='apps'] | //section[@aria-labelledby='a-la-main']")


def test_a_show_leads_to_its_own_page() -> None:
    for path in ("emissions/essai/", "episodes/", "emissions/"):
        assert 'href="/emissions/essai/s-abonner/"' in page(catalog(), path), path
