from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from babel.messages.pofile import read_po
from lxml import etree, html

from antenne.check.output import page_problems
from antenne.check.site import Site, Whole
from antenne.kept import field_names
from antenne.link import in_language
from antenne.media import Pictures
from antenne.model import Catalog, LanguageTag, RichText
from antenne.read import Translated
from antenne.render import Renderer
from antenne.routes import Routes
from antenne.settings import Settings, Spoken
from antenne.settings.languages import ENGLISH
from tests.render.samples import PROJECT, catalog, rendered, settings
from tests.support.changed import replace

EN = LanguageTag("en")
HOME = "https://essai.example"

WRITING = """
from decimal import Decimal
from zoneinfo import ZoneInfo
from antenne.model import LanguageTag, PartialDate
from antenne.render.words import Words
for tag in ("fr", "en"):
    words = Words(LanguageTag(tag), ZoneInfo("UTC"))
    print(words.date(PartialDate(2013, 3, 1)), words.price(Decimal("1234.5"), "EUR"), words.size(2_100_000), sep="|")
"""


def bilingual() -> Settings:
    facts = settings()
    spoken = Spoken(language=EN, tagline="Books, voices", description="Books.", routes=replace(facts.routes, **ENGLISH))
    return replace(facts, languages=(spoken,))


def translations(content: Catalog) -> tuple[Translated, ...]:
    book, note, page = content.books[0], content.notes[0], content.pages[0]
    told = RichText("<p>A text.</p>", "A text.")
    return (
        Translated(kind="book", key=book.key, language=EN, fields={"summary": "A summary.", "body": told}),
        Translated(
            kind="note", key=note.key, language=EN, fields={"title": "A note", "category": "Books", "body": told}
        ),
        Translated(kind="page", key=page.key, language=EN, fields={"title": "About", "body": told}),
    )


def render(content: Catalog, facts: Settings, *said: Translated) -> dict[str, bytes]:
    pictures = Pictures("images")
    own = Renderer(facts, content, Routes(facts), pictures)
    others = []
    for spoken in facts.languages:
        told = in_language(content, said, spoken.language)
        assert told is not None
        there = facts.in_language(spoken)
        others.append(Renderer(there, told, Routes(there), pictures))
    return dict(own.pages(*others))


@cache
def both() -> dict[str, bytes]:
    return render(catalog(), bilingual(), *translations(catalog()))


def document(path: str) -> html.HtmlElement:
    return html.document_fromstring(both()[f"{path}index.html"].decode())


def test_a_further_language_moves_nothing_of_the_sites_own() -> None:
    alone = rendered(catalog())
    added = set(both()) - set(alone)
    assert set(alone) <= set(both())
    assert added
    assert all(path.startswith("en/") for path in added if path.endswith(".html"))


def test_lists_hold_what_is_translated_and_pages_lead_to_all_the_rest() -> None:
    assert "en/books/le-livre/index.html" in both()
    assert not [path for path in both() if path.startswith("en/episodes/")]
    links = {a.get("href"): a for a in document("en/books/le-livre/").xpath("//main//a[@href]")}
    assert links["/episodes/levier/"].get("hreflang") == "fr"
    assert links["/en/notes/2013/" + catalog().notes[0].slug + "/"].get("hreflang") is None


def test_a_page_says_in_which_language_each_part_of_it_is() -> None:
    page = document("en/books/le-livre/")
    assert page.get("lang") == "en"
    assert page.xpath("//h1")[0].get("lang") == "fr"
    assert page.xpath("//p[@class='work-summary']")[0].get("lang") is None
    assert page.xpath("//main//div[@class='prose']")[0].get("lang") is None
    heard = page.xpath("//main//a[@href='/episodes/levier/']")[0]
    assert "fr" in (heard.get("lang"), heard.getparent().get("lang"))


def test_pages_of_several_languages_name_one_another_both_ways() -> None:
    named = {
        "fr": f"{HOME}/livres/le-livre/",
        "en": f"{HOME}/en/books/le-livre/",
        "x-default": f"{HOME}/livres/le-livre/",
    }
    for path in ("livres/le-livre/", "en/books/le-livre/"):
        links = document(path).xpath("//head/link[@rel='alternate'][@hreflang]")
        assert {link.get("hreflang"): link.get("href") for link in links} == named
    assert document("en/books/").xpath("//head/link[@hreflang='fr']/@href") == [f"{HOME}/livres/"]
    assert not document("episodes/levier/").xpath("//head/link[@hreflang]")


def test_the_sitemap_names_every_language_of_a_page() -> None:
    names = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
    tree = etree.fromstring(both()["sitemap.xml"])
    for address in (f"{HOME}/", f"{HOME}/en/"):
        entry = tree.xpath(f"//s:url[s:loc='{address}']", namespaces=names)[0]
        links = {one.get("hreflang"): one.get("href") for one in entry.xpath("x:link", namespaces=names)}
        assert links["fr"] == f"{HOME}/"
        assert links["en"] == f"{HOME}/en/"


def test_machines_are_told_one_set_of_facts_and_a_translated_page_tells_of_itself(tmp_path: Path) -> None:
    content = catalog()
    title = {"title": "The book"}
    said = (*translations(content)[1:], Translated(kind="book", key=content.books[0].key, language=EN, fields=title))
    for path, data in render(content, bilingual(), *said).items():
        place = tmp_path / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)

    def graph(path: str) -> dict[str, Any]:
        page = html.document_fromstring((tmp_path / path / "index.html").read_text(encoding="utf-8"))
        found: dict[str, Any] = json.loads(page.xpath("string(//script[@type='application/ld+json'])"))["@graph"][0]
        return found

    own, told = graph("livres/le-livre"), graph("en/books/le-livre")
    assert (told["@type"], told["name"], told["inLanguage"]) == ("WebPage", "The book", "en")
    assert (told["url"], told["@id"] == own["@id"]) == (f"{HOME}/en/books/le-livre/", False)
    assert told["mainEntity"] == {key: own[key] for key in ("@type", "@id", "name", "url")}
    note = graph(f"en/notes/2013/{content.notes[0].slug}")
    assert note["translationOfWork"]["name"] == content.notes[0].title
    linked = [one for one in page_problems(Site(whole=Whole.of(tmp_path), root=HOME)) if one.code.startswith("linked-")]
    assert linked == []


def test_one_changes_the_language_and_stays_at_the_same_thing_where_it_is_told() -> None:
    def offered(path: str) -> list[tuple[str, str, str]]:
        links = document(path).xpath("//nav[@class='languages']//a")
        return [(a.text, a.get("lang"), a.get("href")) for a in links]

    assert offered("livres/le-livre/") == [
        ("Français", "fr", "/livres/le-livre/"),
        ("English", "en", "/en/books/le-livre/"),
    ]
    assert offered("episodes/levier/")[1] == ("English", "en", "/en/")
    assert document("en/").xpath("//nav[@class='languages']//a[@aria-current]/text()") == ["English"]


def test_a_site_of_one_language_offers_none() -> None:
    page = html.document_fromstring(rendered(catalog())["index.html"].decode())
    assert not page.xpath("//nav[@class='languages'] | //link[@hreflang]")


def test_a_category_has_its_name_in_the_language_at_the_address_that_it_had() -> None:
    assert document("en/categories/livres/").xpath("//h1/text()") == ["Books"]


def test_every_link_of_a_further_language_leads_to_a_file() -> None:
    for path, data in both().items():
        if not path.startswith("en/") or not path.endswith(".html"):
            continue
        for href in html.document_fromstring(data.decode()).xpath("//a/@href[starts-with(., '/')]"):
            bare = href.partition("#")[0].partition("?")[0].lstrip("/")
            target = f"{bare}index.html" if not bare or bare.endswith("/") else bare
            assert target in both() or not target.endswith(".html"), (path, href)


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, RichText):
        yield from html.fromstring(f"<div>{value.html}</div>").itertext()
    elif isinstance(value, tuple):
        for one in value:
            yield from _strings(one)
    elif (kind := type(value)) and (names := field_names(kind)):
        for name in names:
            yield from _strings(getattr(value, name))


def _shown(data: bytes) -> Iterator[str]:
    page = html.document_fromstring(data.decode())
    for element in page.iter(etree.Element):
        if element.tag not in ("script", "style"):
            yield from (text for text in (element.text, element.tail) if text)
            yield from (value for name, value in element.attrib.items() if name not in ("href", "src", "class", "id"))


def _french() -> list[re.Pattern[str]]:
    with (PROJECT / "theme/locale/fr.po").open("rb") as file:
        entries = [entry for entry in read_po(file) if entry.id]
    texts = set()
    for entry in entries:
        english = entry.id if isinstance(entry.id, tuple) else (entry.id,)
        french = entry.string if isinstance(entry.string, tuple) else (entry.string,)
        texts |= {text for text in french if text not in english and not text.startswith("%")}
    return [re.compile(re.sub(r"%\\\(\w+\\\)s|\\\{\w+\\\}", ".+", re.escape(text))) for text in texts if len(text) > 2]


def _french_words(facts: Settings) -> set[tuple[str, str]]:
    """Return the French words of the interface on the pages of a site, with their pages."""
    content = catalog()
    own = {text.strip() for text in (*_strings(facts), *_strings(content))}
    patterns, found = _french(), set()
    for path, data in render(content, facts).items():
        if path.endswith(".html"):
            texts = {text.strip() for text in _shown(data)} - own
            found |= {(path, text) for text in texts for pattern in patterns if pattern.fullmatch(text)}
    return found


def test_a_site_in_english_has_no_french_word_of_the_interface() -> None:
    assert len({text for _, text in _french_words(settings())}) > 50
    assert _french_words(replace(settings(), language=EN)) == set()


@pytest.mark.parametrize("locale", ["C", "de_DE.UTF-8"])
def test_dates_and_numbers_are_the_sites_whatever_the_machines_locale(locale: str) -> None:
    surroundings = {"LC_ALL": locale, "LANG": locale, "PYTHONPATH": f"{PROJECT}/plugins", "PYTHONUTF8": "1"}
    said = subprocess.run([sys.executable, "-c", WRITING], env=surroundings, capture_output=True, check=True)
    assert said.stdout.decode().splitlines() == [
        "1er mars 2013|1\u202f234,50\xa0€|2,1\u202fMo",
        "March 1, 2013|€1,234.50|2.1 MB",
    ]
