"""What search engines read beside the pages."""

from __future__ import annotations

from lxml import etree

from antenne.render.machines import Located, sitemaps
from antenne.routes import Routes
from tests.render.samples import catalog, rendered, settings

NAMES = {
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "image": "http://www.google.com/schemas/sitemap-image/1.1",
    "x": "http://www.w3.org/1999/xhtml",
}


def test_what_has_a_date_tells_it_and_nothing_else_does() -> None:
    root = etree.fromstring(rendered(catalog())["sitemap.xml"])
    dates = {
        url.findtext("s:loc", namespaces=NAMES).removeprefix("https://essai.example/"): url.findtext(
            "s:lastmod", namespaces=NAMES
        )
        for url in root.findall("s:url", NAMES)
    }
    assert dates["episodes/levier/"] == "2013-11-13T11:41:00+01:00"
    assert dates["notes/2013/note-2013-11-13/"] == "2013-11-13T11:41:00+01:00"
    assert dates["livres/le-livre/"] is None
    assert dates[""] is None


def test_a_books_cover_is_told_with_its_page() -> None:
    root = etree.fromstring(rendered(catalog())["sitemap.xml"])
    (place,) = root.xpath(
        "//s:url[s:loc='https://essai.example/livres/le-livre/']/image:image/image:loc", namespaces=NAMES
    )
    assert place.text.startswith("https://essai.example/images/couverture-")


def test_more_pages_than_one_sitemap_takes_make_several_and_an_index() -> None:
    pages = [Located(address=f"https://essai.example/{number}/?a=1&b=2") for number in range(5)]
    files = dict(sitemaps(pages, Routes(settings()), most=2))
    assert list(files) == ["sitemap-1.xml", "sitemap-2.xml", "sitemap-3.xml", "sitemap.xml"]
    index = etree.fromstring(files["sitemap.xml"]).xpath("//s:sitemap/s:loc/text()", namespaces=NAMES)
    assert index == [f"https://essai.example/sitemap-{number}.xml" for number in (1, 2, 3)]
    listed = [etree.fromstring(files[f"sitemap-{n}.xml"]).xpath("//s:loc/text()", namespaces=NAMES) for n in (1, 2, 3)]
    assert sum(listed, []) == sorted(page.address for page in pages)  # noqa: RUF017


def test_a_page_in_two_languages_names_both() -> None:
    alternates = (("fr", "https://essai.example/"), ("en", "https://essai.example/en/"))
    ((_, data),) = sitemaps([Located(address=alternates[0][1], alternates=alternates)], Routes(settings()))
    links = etree.fromstring(data).findall(".//x:link", NAMES)
    assert [(link.get("hreflang"), link.get("href")) for link in links] == list(alternates)
