"""Books: the work, its editions (ONIX products) and where to buy it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from antenne.model.image import Image
from antenne.model.moment import PartialDate
from antenne.model.person import Contributor
from antenne.model.text import RichText
from antenne.model.values import Isbn13, LanguageTag


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """One product: `form` is ONIX list 150 (BB hardback, BC paperback, EA digital, AJ downloadable audio)."""

    form: str
    isbn: Isbn13 | None = None
    date: PartialDate | None = None
    pages: int | None = None
    price: Decimal | None = None
    currency: str = "EUR"
    status: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A place to buy a book."""

    retailer: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """A work, by its bundle's name; everything but the title may be empty."""

    key: str
    title: str
    subtitle: str = ""
    contributors: tuple[Contributor, ...] = ()
    publisher: str = ""
    date: PartialDate | None = None
    language: LanguageTag
    summary: str = ""
    editions: tuple[Edition, ...] = ()
    offers: tuple[Offer, ...] = ()
    cover: Image | None = None
    body: RichText = RichText()
