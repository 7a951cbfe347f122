"""A book: its front matter and its cover."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from antenne.fields import (
    ListOf,
    Record,
    Ref,
    address,
    choice,
    decimal,
    file_name,
    integer,
    isbn,
    key,
    language,
    partial_date,
    pattern,
    text,
)
from antenne.model import Book, Contributor, Edition, Isbn13, LanguageTag, Offer, PartialDate
from antenne.read.desk import Desk, first_sentences
from antenne.read.folders import Bundle
from antenne.read.names import Name
from antenne.read.opened import TAGS, TAGS_DOC, Opened, require_index

_ROLE = pattern(
    "a code of ONIX list 17",
    "[A-Z][0-9]{2}",
    "Write the code, such as A01 for an author, A15 for a preface or B06 for a translator.",
)
_CURRENCY = pattern("a currency's three letters", "[A-Z]{3}", "Write EUR for euros.")


@dataclass(frozen=True, slots=True, kw_only=True)
class ContributorKeys:
    """A person's part in a book."""

    person: str = key(Ref("person"), doc="Who.")
    role: str = key(
        _ROLE,
        "A01",
        doc="A01 author, A15 preface, A32 additional contributions, B01 editor (« sous la direction de »), "
        "B06 translator, E07 reader…",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionKeys:
    """One edition of a book."""

    form: str = key(choice("BB", "BC", "EA", "AJ"), doc="BB hardback, BC paperback, EA e-book, AJ audio book.")
    isbn: Isbn13 | None = key(isbn, None, doc="With or without hyphens; no quotes needed.")
    date: PartialDate | None = key(partial_date, None, doc="When this edition came out.")
    pages: int | None = key(integer(), None, doc="How many pages.")
    price: Decimal | None = key(decimal, None, doc="The fixed price, such as `25.90`; no quotes needed.")
    currency: str = key(_CURRENCY, "EUR", doc="Of the price.")
    status: str = key(text(), "", doc="Where there is something to say: `Épuisé`, `À paraître`.")


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferKeys:
    """A place to buy a book."""

    retailer: str = key(text(), doc="The shop's name.")
    url: str = key(address, doc="The book's page there.")


@dataclass(frozen=True, slots=True, kw_only=True)
class BookKeys:
    """The front matter of a book."""

    title: str = key(text(), doc="")
    subtitle: str = key(text(), "")
    authors: tuple[str, ...] = key(
        ListOf(Ref("person")), (), doc="The short way to write `contributors` with the role A01."
    )
    contributors: tuple[ContributorKeys, ...] = key(
        ListOf(Record(ContributorKeys)), (), doc="Who else had a part in it; they follow the authors."
    )
    publisher: str = key(text(), "", doc="The publisher's name.")
    date: PartialDate | None = key(partial_date, None, doc="First publication.")
    language: LanguageTag | None = key(language, None, doc="Default: the site's.")
    summary: str = key(
        text(4000),
        "",
        doc="One or two plain sentences, for lists, cards and search engines. Default: the body's first.",
    )
    editions: tuple[EditionKeys, ...] = key(ListOf(Record(EditionKeys)), (), doc="What can be bought.")
    offers: tuple[OfferKeys, ...] = key(ListOf(Record(OfferKeys)), (), doc="Where to buy it.")
    tags: tuple[str, ...] = key(TAGS, (), doc=TAGS_DOC)
    cover: str = key(file_name, "", doc="Default: the file called `cover`.")
    cover_alt: str = key(text(1000), "", doc="What the cover shows, for those who do not see it.")


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
        contributors=_contributors(keys),
        publisher=at.words(keys.publisher),
        date=keys.date,
        language=spoken,
        summary=at.words(keys.summary) or first_sentences(body),
        editions=tuple(_edition(edition, at) for edition in keys.editions),
        offers=tuple(Offer(retailer=at.words(offer.retailer), url=offer.url) for offer in keys.offers),
        tags=at.tags(keys.tags),
        cover=at.picture("cover", keys.cover, keys.cover_alt),
        body=body,
    )


def _contributors(keys: BookKeys) -> tuple[Contributor, ...]:
    authors = tuple(Contributor(person=person) for person in keys.authors)
    others = (Contributor(person=contributor.person, role=contributor.role) for contributor in keys.contributors)
    return tuple(dict.fromkeys((*authors, *others)))


def _edition(keys: EditionKeys, at: Opened) -> Edition:
    return Edition(
        form=keys.form,
        isbn=keys.isbn,
        date=keys.date,
        pages=keys.pages,
        price=keys.price,
        currency=keys.currency,
        status=at.words(keys.status),
    )
