"""Books: the work, its editions (ONIX products), what was said of it, and where to buy it."""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct

from antenne.model.audio import AudioFile
from antenne.model.image import Image
from antenne.model.moment import PartialDate
from antenne.model.person import Contributor
from antenne.model.text import Attachment, RichText
from antenne.model.translation import Translation
from antenne.model.values import Isbn13, LanguageTag
from antenne.model.video import Video

FORTHCOMING, AVAILABLE, OUT_OF_PRINT = "forthcoming", "available", "out-of-print"
"""What an edition's status may say, after ONIX list 64 (02 forthcoming, 04 active, 07 out of print)."""


class Offer(Struct, frozen=True, kw_only=True):
    """A place to buy a book."""

    retailer: str
    url: str


class Edition(Struct, frozen=True, kw_only=True):
    """One product: `form` is ONIX list 150 (BB hardback, BC paperback, EA digital, AJ downloadable audio).

    `detail` says more of the form (`EPUB`, `Poche`), `duration` is in seconds, `price` is the one fixed price, and
    `status` is empty where the date says it: only the catalogue knows an edition's availability.
    """

    form: str
    detail: str = ""
    isbn: Isbn13 | None = None
    date: PartialDate | None = None
    pages: int | None = None
    duration: float | None = None
    price: Decimal | None = None
    currency: str = "EUR"
    status: str = ""
    offers: tuple[Offer, ...] = ()


class Mention(Struct, frozen=True, kw_only=True):
    """A moment of an episode in which something is spoken of: `start_time` in seconds from the beginning."""

    episode: str
    start_time: float = 0.0


class ContentItem(Struct, frozen=True, kw_only=True):
    """A line of a table of contents, by ONIX: its people are keys, `heard` the moments that speak of it."""

    title: str
    page: int | None = None
    authors: tuple[str, ...] = ()
    heard: tuple[Mention, ...] = ()
    items: tuple[ContentItem, ...] = ()


class Excerpt(Struct, frozen=True, kw_only=True):
    """What can be read or heard of a book before one buys it; `title` is that of the text."""

    title: str = ""
    text: RichText = RichText()
    file: Attachment | None = None
    audio: AudioFile | None = None

    def __bool__(self) -> bool:
        return bool(self.text or self.file or self.audio)


class Quote(Struct, frozen=True, kw_only=True):
    """What was written of a book: in which paper (`source`), by whom, when and where."""

    text: str
    source: str = ""
    author: str = ""
    date: PartialDate | None = None
    url: str = ""


class Award(Struct, frozen=True, kw_only=True):
    """A prize: `result` is what the book is of it (a finalist…), empty for the winner."""

    name: str
    year: int | None = None
    category: str = ""
    result: str = ""
    url: str = ""


class Book(Struct, frozen=True, kw_only=True):
    """A work, by its bundle's name; everything but the title may be empty.

    `series` is the name of the books that it stands among, `volume` its number there. `shops` are keys of SHOPS in
    the author's order, None to take the site's.
    """

    key: str
    title: str
    subtitle: str = ""
    original_title: str = ""
    original_language: LanguageTag | None = None
    contributors: tuple[Contributor, ...] = ()
    publisher: str = ""
    date: PartialDate | None = None
    language: LanguageTag
    summary: str = ""
    series: str = ""
    volume: int | None = None
    editions: tuple[Edition, ...] = ()
    offers: tuple[Offer, ...] = ()
    shops: tuple[str, ...] | None = None
    contents: tuple[ContentItem, ...] = ()
    excerpt: Excerpt = Excerpt()
    press: tuple[Quote, ...] = ()
    awards: tuple[Award, ...] = ()
    tags: tuple[str, ...] = ()
    videos: tuple[Video, ...] = ()
    cover: Image | None = None
    body: RichText = RichText()
    translation: Translation | None = None


class BookSeries(Struct, frozen=True, kw_only=True):
    """Books under one series' name, in order of their volumes."""

    key: str
    name: str
    books: tuple[Book, ...]
    translation: Translation | None = None


def content_items(items: tuple[ContentItem, ...]) -> tuple[ContentItem, ...]:
    """Return all lines of a table of contents in the order of the book, those within others after them."""
    return tuple(line for item in items for line in (item, *content_items(item.items)))
