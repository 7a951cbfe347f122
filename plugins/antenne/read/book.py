"""A book: its front matter, its cover, and what can be read or heard of it."""

from __future__ import annotations

from antenne.model import Award, Book, Contributor, Edition, Offer, Quote
from antenne.read.book_keys import AwardKeys, BookKeys, EditionKeys, OfferKeys, QuoteKeys
from antenne.read.contents import contents_of
from antenne.read.desk import Desk, first_sentences
from antenne.read.excerpt import read_excerpt
from antenne.read.folders import Bundle
from antenne.read.names import Name
from antenne.read.opened import Opened, require_index
from antenne.read.videos import read_videos


def read_book(bundle: Bundle, name: Name, desk: Desk) -> Book | None:
    """Return the book of a bundle, or None having told what is wrong."""
    found = require_index(BookKeys, bundle, desk)
    if found is None:
        return None
    keys, document = found
    spoken = keys.language or desk.settings.language
    at = Opened(desk=desk, bundle=bundle, document=document, language=spoken)
    body = at.body()
    return Book(
        key=name.key,
        title=at.words(keys.title),
        subtitle=at.words(keys.subtitle),
        original_title=desk.words(keys.original_title, keys.original_language or spoken),
        original_language=keys.original_language,
        contributors=_contributors(keys),
        publisher=at.words(keys.publisher),
        date=keys.date,
        language=spoken,
        summary=at.words(keys.summary) or first_sentences(body),
        series=at.words(keys.series),
        volume=keys.volume,
        editions=tuple(_edition(edition, at) for edition in keys.editions),
        offers=_offers(keys.offers, at),
        shops=keys.shops,
        contents=contents_of(keys.contents, at),
        excerpt=read_excerpt(at),
        press=tuple(_quote(quote, at) for quote in keys.press),
        awards=tuple(_award(award, at) for award in keys.awards),
        tags=at.tags(keys.tags),
        videos=read_videos(keys.videos, at),
        cover=at.picture("cover", keys.cover, keys.cover_alt),
        body=body,
    )


def _contributors(keys: BookKeys) -> tuple[Contributor, ...]:
    authors = tuple(Contributor(person=person) for person in keys.authors)
    others = (Contributor(person=contributor.person, role=contributor.role) for contributor in keys.contributors)
    return tuple(dict.fromkeys((*authors, *others)))


def _offers(offers: tuple[OfferKeys, ...], at: Opened) -> tuple[Offer, ...]:
    return tuple(Offer(retailer=at.words(offer.retailer), url=offer.url) for offer in offers)


def _edition(keys: EditionKeys, at: Opened) -> Edition:
    return Edition(
        form=keys.form,
        detail=at.words(keys.detail),
        isbn=keys.isbn,
        date=keys.date,
        pages=keys.pages,
        duration=keys.duration,
        price=keys.price,
        currency=keys.currency,
        status=keys.status,
        offers=_offers(keys.offers, at),
    )


def _quote(keys: QuoteKeys, at: Opened) -> Quote:
    return Quote(
        text=at.words(keys.quote),
        source=at.words(keys.source),
        author=at.words(keys.author),
        date=keys.date,
        url=keys.url,
    )


def _award(keys: AwardKeys, at: Opened) -> Award:
    return Award(
        name=at.words(keys.name),
        year=keys.year,
        category=at.words(keys.category),
        result=at.words(keys.result),
        url=keys.url,
    )
