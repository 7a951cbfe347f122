"""Bookshops and the addresses at which they have a book by its ISBN: independent ones first, then chains.

A search by ISBN is taken where a shop's own pages have numbers of its own. The templates are those of the extension
amazon-alternatives/extension (src/helpers/stores.js), of the price watchers and libraries' tools that ask these shops,
and for Amazon of its own documentation of /dp/ASIN, which for a book is its ISBN-10. None carries a partner's mark.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from antenne.model.book import OUT_OF_PRINT, Book, Edition, Offer
from antenne.model.values import Isbn13


@dataclass(frozen=True, slots=True)
class Shop:
    """A shop: its key in front matter, its name, and its address with `{isbn}` or, by the older number, `{isbn10}`."""

    key: str
    name: str
    template: str

    def link(self, isbn: Isbn13) -> str:
        """Return the address of a book there; empty when the shop cannot have it under this number."""
        if "{isbn10}" in self.template and not isbn.isbn10:
            return ""
        return self.template.format(isbn=isbn, isbn10=isbn.isbn10)

    def is_named(self, offer: Offer) -> bool:
        """Say whether an offer is this shop's: by its name, its key, or its host."""
        name = offer.retailer.casefold()
        return name in (self.key, self.name.casefold()) or _host(offer.url) == _host(self.template)


SHOPS = (
    Shop("placedeslibraires", "Place des Libraires", "https://www.placedeslibraires.fr/livre/{isbn}/"),
    Shop(
        "librairiesindependantes",
        "Librairies indépendantes",
        "https://www.librairiesindependantes.com/product/{isbn}/",
    ),
    Shop("leslibraires", "leslibraires.fr", "https://www.leslibraires.fr/recherche/?q={isbn}"),
    Shop("lalibrairie", "lalibrairie.com", "https://www.lalibrairie.com/livres/recherche.html?rapid-search={isbn}"),
    Shop("decitre", "Decitre", "https://www.decitre.fr/rechercher/result?q={isbn}"),
    Shop("fnac", "Fnac", "https://www.fnac.com/SearchResult/ResultList.aspx?Search={isbn}"),
    Shop("cultura", "Cultura", "https://www.cultura.com/search/results?search_query={isbn}"),
    Shop("amazon", "Amazon", "https://www.amazon.fr/dp/{isbn10}"),
)

INDEPENDENT = ("placedeslibraires", "librairiesindependantes", "leslibraires")
"""The shops that are named where nobody chose: networks in which readers find a bookshop near them."""


def offers_of(book: Book, edition: Edition | None, shops: tuple[str, ...]) -> tuple[Offer, ...]:
    """Return where an edition is sold, or the book where None: what the author wrote, then shops in their order.

    `shops` are those of the site, which the book's own take the place of. An address of the author's wins over the
    shop's template. What is out of print is offered only where the author says so.
    """
    written = (edition.offers if edition else ()) + book.offers
    isbn = edition.isbn if edition and edition.status != OUT_OF_PRINT else None
    chosen = [shop for key in (shops if book.shops is None else book.shops) for shop in SHOPS if shop.key == key]
    own = [offer for offer in written if not any(shop.is_named(offer) for shop in chosen)]
    return tuple(dict.fromkeys((*own, *(offer for shop in chosen for offer in _offer(shop, isbn, written)))))


def _offer(shop: Shop, isbn: Isbn13 | None, written: tuple[Offer, ...]) -> Iterator[Offer]:
    given = next((offer for offer in written if shop.is_named(offer)), None)
    if given:
        yield given
    elif isbn and (url := shop.link(isbn)):
        yield Offer(retailer=shop.name, url=url)


def _host(url: str) -> str:
    return (urlsplit(url).hostname or "").removeprefix("www.")
