"""The front matter of a book."""

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
    seconds,
    text,
)
from antenne.model import AVAILABLE, FORTHCOMING, OUT_OF_PRINT, SHOPS, Isbn13, LanguageTag, PartialDate
from antenne.read import codes
from antenne.read.contents import ContentKeys
from antenne.read.opened import TAGS, TAGS_DOC
from antenne.read.video_keys import VIDEO_LIST, VIDEOS_DOC, VideoKeys

_CURRENCY = pattern("a currency's three letters", "[A-Z]{3}", "Write EUR for euros.")


@dataclass(frozen=True, slots=True, kw_only=True)
class ContributorKeys:
    """A person's part in a book."""

    person: str = key(Ref("person"), doc="Who.")
    role: str = key(codes.role, "A01", doc="The part, in a word or by ONIX list 17; `editor` directed the book.")


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferKeys:
    """A place to buy a book."""

    retailer: str = key(text(), doc="The shop's name.")
    url: str = key(address, doc="The book's page there.")


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionKeys:
    """One edition of a book."""

    form: str = key(codes.form, doc="By a word, or by ONIX list 150.")
    detail: str = key(text(64), "", doc="More of the form, such as `EPUB`, `PDF`, `Poche`.")
    isbn: Isbn13 | None = key(isbn, None, doc="With or without hyphens; no quotes needed. Shops are found by it.")
    date: PartialDate | None = key(partial_date, None, doc="When this edition came out, or comes out.")
    pages: int | None = key(integer(), None, doc="How many pages.")
    duration: float | None = key(seconds, None, doc="How long it takes to hear, such as `5:32:00`.")
    price: Decimal | None = key(decimal, None, doc="The fixed price, such as `25.90`; no quotes needed.")
    currency: str = key(_CURRENCY, "EUR", doc="Of the price.")
    status: str = key(
        choice(FORTHCOMING, AVAILABLE, OUT_OF_PRINT),
        "",
        doc="Whether it can be had. Default: `forthcoming` while its date is later than the site's newest episode or "
        "note, else `available`; without a date nothing is said.",
    )
    offers: tuple[OfferKeys, ...] = key(ListOf(Record(OfferKeys)), (), doc="Where to buy this edition.")


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteKeys:
    """What was written of a book."""

    quote: str = key(text(2000), doc="The words, without quotation marks around them.")
    source: str = key(text(), "", doc="The paper, the station, the blog.")
    author: str = key(text(), "", doc="Who wrote it.")
    date: PartialDate | None = key(partial_date, None, doc="When.")
    url: str = key(address, "", doc="Where it can be read.")


@dataclass(frozen=True, slots=True, kw_only=True)
class AwardKeys:
    """A prize."""

    name: str = key(text(), doc="Its name.")
    year: int | None = key(integer(1000, 2199), None)
    category: str = key(text(), "", doc="Such as `Essai`.")
    result: str = key(text(), "", doc="Such as `Finaliste`. Default: it was won.")
    url: str = key(address, "", doc="The prize's page about it.")


@dataclass(frozen=True, slots=True, kw_only=True)
class BookKeys:
    """The front matter of a book."""

    title: str = key(text(), doc="")
    subtitle: str = key(text(), "")
    authors: tuple[str, ...] = key(
        ListOf(Ref("person")), (), doc="The short way to write `contributors` with the role `author`."
    )
    contributors: tuple[ContributorKeys, ...] = key(
        ListOf(Record(ContributorKeys)), (), doc="Who else had a part in it; they follow the authors."
    )
    original_title: str = key(text(), "", doc="Of a translation.")
    original_language: LanguageTag | None = key(language, None, doc="That it was translated from.")
    publisher: str = key(text(), "", doc="The publisher's name, as its bundle writes it if there is one.")
    date: PartialDate | None = key(partial_date, None, doc="First publication.")
    language: LanguageTag | None = key(language, None, doc="Default: the site's.")
    summary: str = key(
        text(4000),
        "",
        doc="One or two plain sentences, for lists, cards and search engines. Default: the body's first.",
    )
    series: str = key(text(), "", doc="The name of the books that it is one of; they lead to one another.")
    volume: int | None = key(integer(0), None, doc="Its number there, which is the order to read them in.")
    editions: tuple[EditionKeys, ...] = key(ListOf(Record(EditionKeys)), (), doc="What can be bought.")
    offers: tuple[OfferKeys, ...] = key(
        ListOf(Record(OfferKeys)), (), doc="Where to buy it; an address here is taken for that shop's in all editions."
    )
    shops: tuple[str, ...] | None = key(
        ListOf(choice(*(shop.key for shop in SHOPS), otherwise="Another shop stands in `offers`.")),
        None,
        doc="The shops that its editions with an ISBN are found in, in this order. Default: the settings'.",
    )
    contents: tuple[ContentKeys, ...] = key(
        ListOf(Record(ContentKeys, short="title")), (), doc="The table of contents, its parts with their chapters."
    )
    press: tuple[QuoteKeys, ...] = key(ListOf(Record(QuoteKeys)), (), doc="What was written of it.")
    awards: tuple[AwardKeys, ...] = key(ListOf(Record(AwardKeys, short="name")), (), doc="Prizes.")
    tags: tuple[str, ...] = key(TAGS, (), doc=TAGS_DOC)
    videos: tuple[VideoKeys, ...] = key(VIDEO_LIST, (), doc=VIDEOS_DOC)
    cover: str = key(file_name, "", doc="Default: the file called `cover`.")
    cover_alt: str = key(text(1000), "", doc="What the cover shows, for those who do not see it.")
