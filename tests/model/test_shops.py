from __future__ import annotations

import pytest

from antenne.model import INDEPENDENT, SHOPS, Book, Edition, Isbn13, LanguageTag, Offer, offers_of

FR = LanguageTag("fr")
PAPER = Edition(form="BC", isbn=Isbn13("9782100000005"))
NINE = Edition(form="BC", isbn=Isbn13("9791090636071"))
OWN = Offer(retailer="Librairie du Port", url="https://port.example/ile")
FNAC = Offer(retailer="Fnac", url="https://www.fnac.com/a123/L-ile")


def book(*editions: Edition, offers: tuple[Offer, ...] = (), shops: tuple[str, ...] | None = None) -> Book:
    return Book(key="ile", title="L’île", language=FR, editions=editions, offers=offers, shops=shops)


def names(*offers: Offer) -> list[str]:
    return [offer.retailer for offer in offers]


def test_an_edition_with_an_isbn_is_found_in_the_shops_of_the_site_in_their_order() -> None:
    found = offers_of(book(PAPER), PAPER, ("fnac", "placedeslibraires"))
    assert found == (
        Offer(retailer="Fnac", url="https://www.fnac.com/SearchResult/ResultList.aspx?Search=9782100000005"),
        Offer(retailer="Place des Libraires", url="https://www.placedeslibraires.fr/livre/9782100000005/"),
    )


def test_a_books_own_choice_of_shops_takes_the_place_of_the_sites() -> None:
    assert names(*offers_of(book(PAPER, shops=("cultura",)), PAPER, INDEPENDENT)) == ["Cultura"]
    assert offers_of(book(PAPER, shops=()), PAPER, INDEPENDENT) == ()


def test_what_is_known_by_the_older_number_alone_is_left_out_for_979_and_for_what_is_not_printed() -> None:
    amazon = ("amazon",)
    assert [o.url for o in offers_of(book(PAPER), PAPER, amazon)] == ["https://www.amazon.fr/dp/2100000004"]
    assert offers_of(book(NINE), NINE, amazon) == ()
    ebook = Edition(form="EA", isbn=PAPER.isbn)
    assert offers_of(book(ebook), ebook, amazon) == ()


@pytest.mark.parametrize("given", [FNAC, Offer(retailer="FNAC", url=FNAC.url), Offer(retailer="Ici", url=FNAC.url)])
def test_an_address_of_the_authors_wins_for_the_shop_that_it_names_or_leads_to(given: Offer) -> None:
    whole = book(PAPER, offers=(OWN, given))
    assert offers_of(whole, PAPER, ("fnac",)) == (given,)
    assert offers_of(whole, None, ("fnac",)) == (OWN,)


def test_an_editions_own_address_wins_over_the_books() -> None:
    own = Offer(retailer="Fnac", url="https://www.fnac.com/a456/L-ile-relie")
    edition = Edition(form="BB", isbn=NINE.isbn, offers=(OWN, own))
    assert offers_of(book(edition, offers=(FNAC,)), edition, ("fnac",)) == (OWN, own)


def test_without_an_isbn_there_are_the_authors_addresses_alone() -> None:
    plain = Edition(form="AJ", offers=(OWN,))
    assert offers_of(book(plain), plain, INDEPENDENT) == (OWN,)
    assert offers_of(book(offers=(FNAC,)), None, INDEPENDENT) == (FNAC,)


def test_what_is_out_of_print_is_offered_by_the_author_alone() -> None:
    gone = Edition(form="BC", isbn=PAPER.isbn, status="out-of-print", offers=(OWN,))
    assert offers_of(book(gone), gone, INDEPENDENT) == (OWN,)


@pytest.mark.parametrize("shop", SHOPS, ids=lambda shop: shop.key)
def test_the_address_of_a_shop_is_https_and_carries_the_number_and_nothing_of_a_partner(shop: object) -> None:
    url = shop.link(PAPER)  # type: ignore[attr-defined]
    assert url.startswith("https://www.")
    assert "9782100000005" in url or "2100000004" in url
    assert not any(word in url for word in ("tag=", "affil", "utm_", "ref="))
