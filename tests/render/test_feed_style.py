"""A feed as a browser shows it: by XSLT, and by CSS alone where there is no XSLT."""

from __future__ import annotations

import re
from datetime import datetime

import pytest
from lxml import etree, html

from antenne.channels import show_channel
from antenne.feeds import Press, notes_documents, rss_documents, show_atom
from antenne.media import Pictures, plan_picture
from antenne.media.plan import ARTWORK, FEED_ART
from antenne.model import Catalog
from antenne.render import Renderer
from antenne.render.environment import css
from antenne.routes import Routes
from tests.render.samples import PARIS, catalog, episode, settings, show
from tests.support.changed import replace

BASES = ["https://essai.example", "https://essai.example/sous/dossier"]


def made(content: Catalog, url: str = BASES[0]) -> tuple[Press, dict[str, bytes]]:
    """Return what makes a site's styled feeds, and all files of its theme and pages."""
    facts = settings(url)
    routes = Routes(facts)
    renderer = Renderer(facts, content, routes, Pictures("images"))
    press = Press(
        catalog=content,
        routes=routes,
        settings=facts,
        art=lambda image: plan_picture(image, FEED_ART).fallback,
        other=lambda image, kind: plan_picture(image, ARTWORK).fallback,
        style=renderer.feed_style,
    )
    return press, dict(renderer.pages())


def sheet(press: Press, files: dict[str, bytes], kind: str) -> bytes:
    """Return the stylesheet to which a feed leads."""
    link = re.search(rf'type="text/{kind}" href="([^"]+)"', press.style)
    assert link
    return files[link[1].removeprefix(press.settings.base_path + "/")]


def shown(feed: bytes, press: Press, files: dict[str, bytes]) -> html.HtmlElement:
    """Return the page that a feed becomes."""
    page = etree.XSLT(etree.fromstring(sheet(press, files, "xsl")))(etree.fromstring(feed))
    return html.document_fromstring(bytes(page).decode())


def podcast(content: Catalog, url: str = BASES[0]) -> html.HtmlElement:
    """Return the page that a show's feed becomes."""
    press, files = made(content, url)
    feed = next(rss_documents(show_channel(content.shows[0], content, press.routes), press))[1]
    return shown(feed, press, files)


def words(element: html.HtmlElement, path: str) -> str:
    """Return the text of the first element at a path, white space folded."""
    return " ".join(element.xpath(f"string({path})").split(" "))


def test_a_feed_becomes_a_page_with_its_episodes() -> None:
    page = podcast(catalog())
    assert words(page, "//h1") == "Livres à l’antenne"
    assert words(page, "//*[@class='prose feed-words']") == "Une émission."
    (item,) = page.xpath("//ul[@class='lines']/li")
    assert words(item, ".//h3") == "Un levier pour les PME"
    assert item.xpath(".//h3/a/@href") == ["https://essai.example/episodes/levier/"]
    assert "Un entretien sur les médias sociaux." in words(item, ".//*[contains(@class, 'line-summary')]")
    assert words(item, ".//time") == "13 novembre 2013"
    assert item.xpath(".//time/@datetime") == ["2013-11-13"]
    assert words(item, ".//*[@class='length']") == "3\xa0min\xa012\xa0s"
    assert item.xpath(".//audio[@controls][@preload='none']/source/@src") == [
        "https://essai.example/audio/2013-11-05-levier.abababababab.mp3"
    ]


def test_the_page_tells_what_a_feed_is_how_to_subscribe_and_the_way_back() -> None:
    page = podcast(catalog())
    assert "Vous regardez un flux." in words(page, "//*[@class='lead']")
    assert page.xpath("//ul[@class='apps']//a/@href") == [
        "podcast://essai.example/flux/essai.xml",
        "https://antennapod.org/deeplink/subscribe?url=https://essai.example/flux/essai.xml",
        "pktc://subscribe/essai.example/flux/essai.xml",
        "overcast://x-callback-url/add?url=https://essai.example/flux/essai.xml",
        "feed://essai.example/flux/essai.xml",
    ]
    assert words(page, "//code") == "https://essai.example/flux/essai.xml"
    assert page.xpath("//nav[@class='trail']//a/@href") == ["https://essai.example/emissions/essai/"]
    assert page.xpath("//p[@class='site-name']/a/@href") == ["/"]
    assert page.xpath("//p[@class='band-more']/a/@href") == ["/s-abonner/"]


@pytest.mark.parametrize(
    ("moment", "seconds", "date", "length"),
    [
        (datetime(2026, 8, 1, 9, tzinfo=PARIS), 3_843, "1er août 2026", "1\xa0h\xa04\xa0min"),
        (datetime(2026, 12, 31, 9, tzinfo=PARIS), 48, "31 décembre 2026", "48\xa0s"),
        (datetime(2026, 2, 9, 9, tzinfo=PARIS), 7_200, "9 février 2026", "2\xa0h"),
    ],
)
def test_dates_and_durations_are_told_as_on_the_site(moment: datetime, seconds: float, date: str, length: str) -> None:
    one = episode(pub_date=moment, audio=replace(episode().audio, duration=seconds))
    page = podcast(replace(catalog(), episodes=(one,), notes=()))
    assert words(page, "//li//time") == date
    assert words(page, "//*[@class='length']") == length


def test_notes_become_a_page_too() -> None:
    press, files = made(catalog())
    page = shown(next(notes_documents(press))[1], press, files)
    assert words(page, "//h1") == "L’antenne"
    assert [time.text_content() for time in page.xpath("//li//time")][:2] == ["13 novembre 2013", "21 octobre 2013"]
    assert page.xpath("//li//h3/a/@href")[0] == "https://essai.example/notes/2013/note-2013-11-13/"
    assert page.xpath("//ul[@class='apps']//a/@href") == ["feed://essai.example/flux/notes.atom.xml"]
    assert not page.xpath("//audio")


def test_a_show_as_atom_plays_too() -> None:
    press, files = made(catalog())
    channel = show_channel(show(), catalog(), press.routes)
    page = shown(show_atom(channel, press)[1], press, files)
    assert page.xpath("//audio/source/@src") == ["https://essai.example/audio/2013-11-05-levier.abababababab.mp3"]


def test_what_a_feed_says_is_text_and_never_markup() -> None:
    wicked = "<script>alert(1)</script><img src=x onerror=alert(1)>"
    content = replace(catalog(), shows=(replace(show(), title=wicked, summary=wicked),))
    page = podcast(replace(content, episodes=(episode(title=wicked, summary=wicked),)))
    assert words(page, "//h1") == wicked
    assert not page.xpath("//script | //style | //@style | //img[@src='x'] | //@*[starts-with(name(), 'on')]")


@pytest.mark.parametrize("url", BASES)
def test_the_page_asks_only_for_files_that_the_site_has(url: str) -> None:
    press, files = made(catalog(), url)
    base = press.settings.base_path
    page = podcast(catalog(), url)
    for link in page.xpath("//head/link/@href"):
        assert link.removeprefix(f"{base}/") in files, link
    text = sheet(press, files, "css").decode()
    (imported,) = re.findall(r'@import url\("([^"]+)"\)', text)
    assert imported.removeprefix(f"{base}/") in files
    assert "://" not in re.sub(r'@namespace \w+ "[^"]+"|content: "[^"]*"', "", text)


def test_without_xslt_every_kind_of_feed_has_its_words() -> None:
    press, files = made(catalog())
    text = sheet(press, files, "css").decode()
    for name in ("|title", "|description", "|item", "atom|title", "atom|summary", "atom|entry"):
        assert name in text
    assert "Copiez l’adresse de cette page" in text


def test_words_in_the_css_cannot_end_their_string() -> None:
    assert css('a"; } b\\\nc') == '"a\\"; } b\\\\\\a c"'


def test_archives_keep_their_bytes_when_the_theme_changes() -> None:
    content = replace(catalog(), notes=(), episodes=tuple(episode(guid=str(i), slug=f"n{i}") for i in range(12)))
    press, _ = made(content)
    press = replace(press, settings=replace(press.settings, feeds=replace(press.settings.feeds, items=10)))
    first, *archives = [data for _, data in rss_documents(show_channel(show(), content, press.routes), press)]
    assert first.count(b"<?xml-stylesheet") == 2
    assert archives
    assert not any(b"<?xml-stylesheet" in data for data in archives)
