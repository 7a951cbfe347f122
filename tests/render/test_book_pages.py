"""A book's page, and the pages of an excerpt, a publisher and a person, as their readers find them."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from lxml import html

from antenne.model import (
    Attachment,
    Award,
    Book,
    BookSeries,
    Catalog,
    ContentItem,
    Contributor,
    Edition,
    Excerpt,
    Isbn13,
    LanguageTag,
    Mention,
    Offer,
    PartialDate,
    Publisher,
    Quote,
    RichText,
)
from tests.render import samples
from tests.support.changed import replace

PATH = "livres/le-livre/"
PAPER = Edition(form="BC", isbn=Isbn13("9782100000005"), pages=1280, price=Decimal("25.90"), date=PartialDate(2013))


def text(node: html.HtmlElement) -> str:
    return " ".join(node.text_content().split())


def shown(book: Book, path: str = PATH, **more: object) -> html.HtmlElement:
    """Return the page of a book of the sample's site, or another page of that site."""
    catalog: Catalog = replace(samples.catalog(), books=(book,), **more)  # type: ignore[arg-type]
    return html.fromstring(samples.page(catalog, path).encode())


def band(page: html.HtmlElement, id_: str) -> html.HtmlElement:
    return page.xpath(f"//section[@aria-labelledby='{id_}']")[0]


def test_an_edition_tells_its_form_its_isbn_with_hyphens_its_one_price_and_whether_it_can_be_had() -> None:
    page = shown(samples.book(editions=(PAPER,)))
    facts = {text(row[0]): text(row[1]) for row in band(page, "editions").xpath(".//dl/div")}
    assert facts == {
        "ISBN": "978-2-10-000000-5",
        "Parution": "2013",
        "Pagination": "1 280 pages",
        "Prix": "25,90 €",
        "Disponibilité": "Disponible",
    }
    assert text(band(page, "acheter").xpath(".//summary")[0]) == "Broché 25,90 € Disponible"


@pytest.mark.parametrize(
    ("edition", "told"),
    [
        (Edition(form="EA", detail="EPUB"), "Livre numérique, EPUB Disponible"),
        (Edition(form="AJ", date=PartialDate(2044, 2, 1)), "Livre audio À paraître le 1er février 2044"),
        (Edition(form="BB", date=PartialDate(2044, 3)), "Relié À paraître en mars 2044"),
        (Edition(form="BC", status="forthcoming"), "Broché À paraître en 2013"),
        (Edition(form="AC", status="out-of-print"), "CD audio Épuisé"),
    ],
)
def test_forms_and_states_are_told_in_words(edition: Edition, told: str) -> None:
    page = shown(samples.book(editions=(edition,), offers=()))
    assert text(band(page, "acheter").xpath("./p")[0]) == told


def test_shops_are_plain_links_of_one_edition_at_a_time_and_the_authors_own_stand_apart() -> None:
    other = Edition(form="EA", isbn=Isbn13("9782100000012"))
    own = Offer(retailer="Librairie du Port", url="https://port.example/livre")
    page = shown(samples.book(editions=(PAPER, other), offers=(own,), shops=("leslibraires", "fnac")))
    first, second = band(page, "acheter").xpath("./details")
    assert first.get("open") is not None
    assert second.get("open") is None
    assert [a.get("href") for a in first.xpath(".//a")] == [
        "https://www.leslibraires.fr/livre/9782100000005",
        "https://www.fnac.com/SearchResult/ResultList.aspx?Search=9782100000005",
    ]
    assert [a.get("href") for a in band(page, "acheter").xpath("./ul//a")] == [own.url]
    assert {a.get("rel") for a in band(page, "acheter").xpath(".//a")} == {"noopener"}


def test_a_chapter_leads_to_the_moment_in_the_episode_and_its_player_on_the_page() -> None:
    chapter = ContentItem(title="Un chapitre", page=1042, heard=(Mention(episode="levier", start_time=62.5),))
    page = shown(samples.book(contents=(ContentItem(title="Partie", authors=("zoe",), items=(chapter,)),)))
    (link,) = band(page, "sommaire").xpath(".//*[@data-moments]/a")
    assert link.get("href") == f"/{samples.episode().enclosure_path}#t=62.5", "what plays on without a script"
    assert text(link).startswith("1:02 ")
    assert link.getparent().get("data-moments") == page.xpath("//@data-player")[0]
    lines = [text(line) for line in band(page, "sommaire").xpath(".//*[@class='contents-line']")]
    assert lines == ["Partie", "Un chapitre page 1042"]
    assert band(page, "sommaire").xpath(".//ol/li/ol/li")
    assert band(page, "sommaire").xpath("string(.//*[@class='contents-by']/a/@href)") == "/personnes/zoe/"


def spoken(key: str, title: str) -> Book:
    heard = (Mention(episode="levier", start_time=62.5),)
    return samples.book(key=key, title=f"Livre {key}", contents=(ContentItem(title=title, heard=heard),))


def test_what_is_spoken_of_two_books_stands_under_each() -> None:
    first, second = spoken("le-livre", "Le premier chapitre"), spoken("l-autre", "Le dernier chapitre")
    catalog = replace(samples.catalog(), books=(first, second))
    page = html.document_fromstring(samples.page(catalog, "episodes/levier/"))
    heard = page.xpath("//*[@class='episode-side']//*[@data-moments]")
    assert [text(one) for one in heard] == ["1:02 Le premier chapitre", "1:02 Le dernier chapitre"]
    over = [one.xpath("string(preceding-sibling::article[1]//h3)").strip() for one in heard]
    assert over == ["Livre le-livre", "Livre l-autre"]
    assert {a.get("href") for one in heard for a in one.xpath(".//a")} == {
        f"/{samples.episode().enclosure_path}#t=62.5"
    }


def excerpted() -> Book:
    file = Attachment(source=Path("/x.pdf"), name="extrait.pdf", digest="0" * 64, length=340_000, media_type="a/pdf")
    body = RichText("<p>Il faut imaginer la mer.</p>", "mot " * 800)
    audio = replace(samples.episode().audio, duration=12)
    return samples.book(excerpt=Excerpt(title="Le vent", text=body, file=file, audio=audio))


def test_an_excerpt_can_be_read_kept_and_heard() -> None:
    page = shown(excerpted())
    read, keep = band(page, "extrait").xpath(".//ul/li")
    assert text(read) == "Le vent 4 min de lecture"
    assert read.xpath("string(a/@href)") == "/livres/le-livre/extrait/"
    assert text(keep) == "L’extrait en fichier PDF, 340 ko"
    assert keep.xpath("string(a/@href)") == "/livres/le-livre/extrait.pdf"
    (player,) = band(page, "extrait").xpath(".//*[@data-player]")
    assert player.xpath("string(.//source/@src)") == "/audio/le-livre-extrait.abababababab.mp3"


def test_the_text_has_a_page_that_leads_back_and_tells_where_to_buy() -> None:
    page = shown(excerpted(), f"{PATH}extrait/")
    assert text(page.xpath("//h1")[0]).startswith("Extrait de «")
    assert "Il faut imaginer la mer." in text(page)
    assert page.xpath("//nav[@class='trail']//a/@href") == ["/livres/", "/livres/le-livre/"]
    assert band(page, "acheter").xpath(".//details")


def test_what_was_written_of_it_names_who_where_and_when() -> None:
    quote = Quote(
        text="On entend la mer.",
        source="Le Courrier",
        author="Zoé",
        date=PartialDate(2024, 4, 5),
        url="https://www.courrier.example/1",
    )
    page = shown(samples.book(press=(quote, Quote(text="Bien."))))
    first, bare = band(page, "presse").xpath(".//figure")
    assert first.xpath("string(blockquote/@cite)") == quote.url
    assert text(first.xpath("figcaption")[0]) == "Zoé, Le Courrier, 5 avril 2024"
    assert first.xpath("string(figcaption/a/cite)") == "Le Courrier"
    assert not bare.xpath("figcaption")


def test_prizes_and_the_translation_stand_at_the_head() -> None:
    awards = (Award(name="Prix du Phare", year=2024, category="Essai"), Award(name="Autre prix", result="Finaliste"))
    book = samples.book(awards=awards, original_title="The Book", original_language=LanguageTag("en"))
    page = shown(book)
    assert [text(li) for li in page.xpath("//ul[@class='awards']/li")] == [
        "Prix du Phare 2024 Essai",
        "Autre prix Finaliste",
    ]
    assert text(page.xpath("//*[@class='translated']")[0]) == "Traduction : Zoé Noël"
    facts = {text(row[0]): row[1] for row in band(page, "generique").xpath(".//dl/div")}
    assert text(facts["Langue d’origine"]) == "anglais"
    assert facts["Titre original"].xpath("string(cite/@lang)") == "en"


def test_the_books_of_a_series_lead_to_one_another_in_their_order() -> None:
    volumes = tuple(samples.book(key=f"v{n}", title=f"Tome {n}", series="Les Ondes", volume=n) for n in (1, 2, 3))
    series = BookSeries(key="les-ondes", name="Les Ondes", books=volumes)
    catalog = replace(samples.catalog(), episodes=(), notes=(), series=(), categories=(), books=volumes)
    catalog = replace(catalog, book_series=(series,))
    page = html.fromstring(samples.page(catalog, "livres/v2/").encode())
    assert page.xpath("//ol[@class='volumes']//a/@href") == ["/livres/v1/", "/livres/v3/"]
    assert text(page.xpath("//ol[@class='volumes']//*[@aria-current='page']")[0]) == "Tome 2"
    assert page.xpath("//a[@rel='prev']/@href") == ["/livres/v1/"]
    assert page.xpath("//a[@rel='next']/@href") == ["/livres/v3/"]


def test_a_book_of_which_only_the_title_is_known_has_no_empty_section() -> None:
    bare = Book(key="le-livre", title="Carnet", language=samples.FR)
    catalog = Catalog(books=(bare,))
    page = html.fromstring(samples.page(catalog, PATH).encode())
    assert not page.xpath("//main//section[@class='band' or @class='buy' or @class='listen'] | //main//dl")
    assert [text(heading) for heading in page.xpath("//main//h1")] == ["Carnet"]


def test_a_publishers_page_has_its_books_and_the_interviews_about_them() -> None:
    dunod = Publisher(key="dunod", name="Dunod", place="Malakoff", url="https://www.dunod.example/")
    page = shown(samples.book(), "editeurs/dunod/", publishers=(dunod, Publisher(key="kawa", name="Kawa")))
    assert text(page.xpath("//h1")[0]) == "Dunod"
    assert page.xpath("//section[@aria-labelledby='livres']//h3/a/@href") == ["/livres/le-livre/"]
    assert page.xpath("//section[@aria-labelledby='ecouter']//h3/a/@href") == ["/episodes/levier/"]
    empty = shown(samples.book(), "editeurs/kawa/", publishers=(dunod, Publisher(key="kawa", name="Kawa")))
    assert not empty.xpath("//main//section")


def test_a_book_leads_to_its_publisher() -> None:
    page = shown(samples.book(), publishers=(Publisher(key="dunod", name="Dunod"),))
    assert page.xpath("//*[@class='imprint']/a/@href") == ["/editeurs/dunod/"]


def test_a_person_stands_once_beside_each_book_with_all_parts() -> None:
    parts = (Contributor(person="zoe", role="A15"), Contributor(person="zoe", role="B06"))
    page = shown(samples.book(contributors=parts), "personnes/zoe/")
    (tile,) = page.xpath("//section[@aria-labelledby='livres']//article")
    assert text(tile.xpath(".//*[@class='tile-part']")[0]) == "Préface, Traduction"
