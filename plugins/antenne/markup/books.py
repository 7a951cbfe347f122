"""Books in the words of schema.org."""

from __future__ import annotations

from antenne.markup.identity import ident, reference
from antenne.markup.scene import Node, Scene, filled
from antenne.model import Book, Edition

_FORMATS = {"BB": "Hardcover", "BC": "Paperback", "EA": "EBook", "AJ": "AudiobookFormat"}
"""ONIX list 150 to schema.org's BookFormatType."""

_ROLES = {
    "A01": "author",
    "A12": "illustrator",
    "B01": "editor",
    "B06": "translator",
}
"""ONIX list 17 to schema.org's properties; who has another part is a contributor."""


def book_node(book: Book, scene: Scene) -> Node:
    """Return a book with its people, its editions and where to buy it."""
    node = filled(
        type_="Book",
        id_=ident(book, scene),
        name=book.title,
        alternativeHeadline=book.subtitle,
        url=scene.address(book),
        description=book.summary,
        inLanguage=str(book.language),
        publisher=filled(type_="Organization", name=book.publisher) if book.publisher else None,
        datePublished=str(book.date) if book.date else "",
        image=scene.address(scene.whole(book.cover)) if book.cover else "",
        workExample=[_edition(book, edition) for edition in book.editions],
        offers=[
            filled(type_="Offer", url=offer.url, seller=filled(type_="Organization", name=offer.retailer))
            for offer in book.offers
        ],
        subjectOf=[reference(episode, scene) for episode in scene.catalog.episodes_about(book)],
    )
    return node | _people(book, scene)


def _people(book: Book, scene: Scene) -> Node:
    parts: Node = {}
    for role in dict.fromkeys(_ROLES.get(c.role, "contributor") for c in book.contributors):
        keys = tuple(c.person for c in book.contributors if _ROLES.get(c.role, "contributor") == role)
        parts[role] = [reference(person, scene) for person in scene.people(keys)]
    return parts


def _edition(book: Book, edition: Edition) -> Node:
    price = None
    if edition.price is not None:
        price = filled(type_="Offer", price=str(edition.price), priceCurrency=edition.currency)
    form = _FORMATS.get(edition.form)
    return filled(
        type_="Book",
        name=book.title,
        bookFormat=f"https://schema.org/{form}" if form else "",
        isbn=str(edition.isbn) if edition.isbn else "",
        datePublished=str(edition.date) if edition.date else "",
        numberOfPages=edition.pages,
        inLanguage=str(book.language),
        offers=price,
    )
