"""Bookshops and the addresses at which they have a book by its ISBN: independent ones first, then chains.

A search is taken where a shop's pages have numbers of their own. No address carries a partner's mark.
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from msgspec import Struct

from antenne.model.book import OUT_OF_PRINT, Book, Edition, Offer

_PRINTED = ("BB", "BC")


class Shop(Struct, frozen=True):
    """A shop: its key in front matter, its name, and its address with `{isbn}` or, by the older number, `{isbn10}`.

    A shop that goes by the older number has numbers of its own for what is not printed.
    """

    key: str
    name: str
    template: str

    def link(self, edition: Edition) -> str:
        """Return the address of an edition there; empty when the shop cannot have it under its number."""
        isbn = edition.isbn
        if isbn is None or ("{isbn10}" in self.template and not (isbn.isbn10 and edition.form in _PRINTED)):
            return ""
        return self.template.format(isbn=isbn, isbn10=isbn.isbn10)

    def is_named(self, offer: Offer) -> bool:
        """Say whether an offer is this shop's: by its name, its key, or its host."""
        name = offer.retailer.casefold()
        return name in (self.key, self.name.casefold()) or _host(offer.url) == _host(self.template)


# leslibraires.fr: amazon-alternatives/extension, src/helpers/stores.js. Place des Libraires,
# librairiesindependantes.com and lalibrairie.com: as authors link to their own books there
# (www.placedeslibraires.fr/livre/9782212139938), and as other lists of bookshops by ISBN have them. Decitre, Fnac and
# Cultura: their search forms; Decitre's old page of an ISBN (/livres/ISBN.html) has answered 404 since July 2026.
# Amazon: “ISBN-13: how will this change impact your links” in its help for partners: /dp/ takes the ASIN, which for a
# printed book is its ISBN-10.
SHOPS = (
    Shop("placedeslibraires", "Place des Libraires", "https://www.placedeslibraires.fr/livre/{isbn}/"),
    Shop(
        "librairiesindependantes",
        "Librairies indépendantes",
        "https://www.librairiesindependantes.com/product/{isbn}/",
    ),
    Shop("leslibraires", "leslibraires.fr", "https://www.leslibraires.fr/livre/{isbn}"),
    Shop("lalibrairie", "lalibrairie.com", "https://www.lalibrairie.com/livres/recherche.html?rapid-search={isbn}"),
    Shop("decitre", "Decitre", "https://www.decitre.fr/rechercher/result?q={isbn}"),
    Shop("fnac", "Fnac", "https://www.fnac.com/SearchResult/ResultList.aspx?Search={isbn}"),
    Shop("cultura", "Cultura", "https://www.cultura.com/search/results?search_query={isbn}"),
    Shop("amazon", "Amazon", "https://www.amazon.fr/dp/{isbn10}"),
)

INDEPENDENT = ("placedeslibraires", "librairiesindependantes", "leslibraires")
"""The shops that are named where nobody chose: networks in which readers find a bookshop near them."""


def offers_of(book: Book, edition: Edition | None, shops: tuple[str, ...]) -> tuple[Offer, ...]:
    """Return where an edition is sold; for None, what the author wrote for the book and no edition shows.

    `shops` are those of the site, which the book's own take the place of. What the author wrote comes first, and an
    address of the author's wins over the shop's template. What is out of print is offered only by the author's words.
    """
    if edition is None:
        shown = {offer for one in book.editions for offer in offers_of(book, one, shops)}
        return tuple(offer for offer in book.offers if offer not in shown)
    chosen = tuple(shop for key in (shops if book.shops is None else book.shops) for shop in SHOPS if shop.key == key)
    own = (offer for offer in edition.offers if not any(shop.is_named(offer) for shop in chosen))
    return tuple(dict.fromkeys((*own, *(offer for shop in chosen for offer in _offers(shop, edition, book)))))


def _offers(shop: Shop, edition: Edition, book: Book) -> Iterator[Offer]:
    """Give the offer of a shop: as it stands with the edition, else with the book, else by the template."""
    given = next((offer for offer in edition.offers if shop.is_named(offer)), None)
    if given:
        yield given
    elif edition.status != OUT_OF_PRINT and (url := shop.link(edition)):
        yield next((offer for offer in book.offers if shop.is_named(offer)), Offer(retailer=shop.name, url=url))


def _host(url: str) -> str:
    return (urlsplit(url).hostname or "").removeprefix("www.")
