"""The editions of a book, and where one can buy them, in the words of schema.org."""

from __future__ import annotations

from antenne.markup.identity import reference
from antenne.markup.media import iso_duration
from antenne.markup.scene import Node, Scene, filled
from antenne.model import AVAILABLE, FORTHCOMING, OUT_OF_PRINT, Book, Edition, Offer

_FORMATS = {"BB": "Hardcover", "BC": "Paperback", "EA": "EBook", "AJ": "AudiobookFormat"}
"""ONIX list 150 to schema.org's BookFormatType."""

_AUDIO, _READER = "AJ", "E07"
_AVAILABILITY = {FORTHCOMING: "PreOrder", AVAILABLE: "InStock", OUT_OF_PRINT: "Discontinued"}
"""What an edition's state is as schema.org's ItemAvailability."""


def edition_node(book: Book, edition: Edition, scene: Scene) -> Node:
    """Return an edition; an @id only where it has an ISBN, which nothing else has."""
    readers = tuple(one.person for one in book.contributors if one.role == _READER)
    form = _FORMATS.get(edition.form)
    return filled(
        type_="Audiobook" if edition.form == _AUDIO else "Book",
        id_=f"{scene.address(book)}#isbn-{edition.isbn}" if edition.isbn else "",
        name=book.title,
        bookFormat=f"https://schema.org/{form}" if form else "",
        bookEdition=edition.detail,
        isbn=str(edition.isbn) if edition.isbn else "",
        datePublished=str(edition.date) if edition.date else "",
        numberOfPages=edition.pages,
        duration=iso_duration(edition.duration) if edition.duration else "",
        inLanguage=str(book.language),
        readBy=[reference(person, scene) for person in scene.people(readers)] if edition.form == _AUDIO else [],
        offers=_offers(book, edition, scene),
    )


def plain_offers(offers: tuple[Offer, ...]) -> list[Node]:
    """Return the addresses at which the author sends readers to buy a book."""
    return [_offer(offer) for offer in offers]


def _offers(book: Book, edition: Edition, scene: Scene) -> list[Node]:
    """Return what an edition costs, once for each shop that the author names: the price is the same in all.

    A shop's search says nothing of what the shop has: it is no offer.
    """
    state = scene.catalog.availability(book, edition)
    terms = filled(availability=f"https://schema.org/{_AVAILABILITY[state]}") if state in _AVAILABILITY else {}
    if edition.price is not None:
        terms |= filled(price=str(edition.price), priceCurrency=edition.currency)
    if edition.offers:
        return [_offer(offer) | terms for offer in edition.offers]
    return [filled(type_="Offer") | terms] if edition.price is not None else []


def _offer(offer: Offer) -> Node:
    return filled(type_="Offer", url=offer.url, seller=filled(type_="Organization", name=offer.retailer))
