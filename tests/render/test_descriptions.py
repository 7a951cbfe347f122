"""Every page says what it is about, in few words and its own."""

from __future__ import annotations

from lxml import html

from antenne.media import Pictures
from antenne.model import Catalog, RichText
from antenne.render import Renderer
from antenne.render.descriptions import MOST
from antenne.routes import Routes
from tests.render.samples import book, catalog, episode, rendered, settings
from tests.support.changed import replace


def descriptions(content: Catalog) -> dict[str, str]:
    """Return what each page that search engines may know says of itself."""
    found = {}
    for path, data in rendered(content).items():
        if path.endswith(".html"):
            document = html.document_fromstring(data.decode())
            if not document.xpath("//meta[@name='robots']"):
                (found[path],) = document.xpath("//meta[@name='description']/@content")
    return found


def test_no_two_pages_say_the_same_of_themselves() -> None:
    found = descriptions(catalog())
    assert len(found) > 20
    assert len(set(found.values())) == len(found)
    assert all(0 < len(text.encode()) <= MOST for text in found.values())


def test_what_nobody_described_says_what_is_on_it() -> None:
    bare = replace(
        catalog(),
        books=(book(summary="", subtitle="", body=RichText()),),
        episodes=(episode(summary="", body=RichText("<p>Un.</p>", "Un.\nDeux.")),),
    )
    found = descriptions(bare)
    assert found["livres/le-livre/index.html"].endswith("marketing\xa0: Ada Lovelace, Zoé Noël")
    assert found["episodes/levier/index.html"] == "Un. Deux."
    assert found["personnes/zoe/index.html"] == "Zoé Noël\xa0: PME, gagner en compétitivité grâce au marketing"
    assert found["livres/index.html"] == "Livres\xa0: PME, gagner en compétitivité grâce au marketing"


def test_people_of_whom_the_same_is_said_are_told_apart_by_their_names() -> None:
    people = tuple(replace(one, summary="Signe un livre.") for one in catalog().people)
    found = descriptions(replace(catalog(), people=people))
    assert found["personnes/ada/index.html"] == "Ada Lovelace. Signe un livre."
    assert found["personnes/zoe/index.html"] == "Zoé Noël. Signe un livre."


def test_a_long_description_ends_with_a_sentence_or_a_word() -> None:
    long = replace(catalog(), books=(book(summary="Une phrase qui compte. " * 40),))
    text = descriptions(long)["livres/le-livre/index.html"]
    assert text.endswith("compte.")
    assert len(text.encode()) <= MOST


def test_a_site_that_nobody_described_names_what_there_is() -> None:
    facts = replace(settings(), description="", tagline="")
    files = dict(Renderer(facts, catalog(), Routes(facts), Pictures("images")).pages())
    site = html.document_fromstring(files["index.html"].decode())
    (said,) = site.xpath("//meta[@name='description']/@content")
    assert said.startswith(f"{facts.site_name}\xa0: ")
    assert catalog().shows[0].title in said
    assert catalog().books[0].title in said


def test_the_page_of_a_category_is_told_from_the_list_that_has_its_name() -> None:
    files = rendered(catalog())
    places = ("livres", "categories/livres")
    titles = [html.document_fromstring(files[f"{place}/index.html"].decode()) for place in places]
    books, notes = (page.xpath("string(//title)") for page in titles)
    assert (books.split(" · ")[0], notes.split(" · ")[0]) == ("Livres", "Notes\xa0: Livres")
    assert [page.xpath("string(//h1)").strip() for page in titles] == ["Livres", "Livres"]
