"""The site as templates see it: it makes their links, plans their pictures and answers for the whole."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from markupsafe import Markup
from msgspec import Struct

from antenne.media import ORIGINAL
from antenne.model import (
    Attachment,
    Book,
    Catalog,
    Edition,
    Episode,
    Image,
    ImageVariant,
    Note,
    Offer,
    Person,
    Picture,
    Publisher,
    RichText,
    Show,
    offers_of,
)
from antenne.render.assets import Assets
from antenne.render.lead import is_short, lead
from antenne.render.menu import Entry, Menu
from antenne.render.parts import Parts, parts_of
from antenne.render.pictures import RECIPES, Pictures
from antenne.render.transcript import shown_paragraphs
from antenne.render.videos import Filmed, ShownVideo, shown_videos
from antenne.render.watch import Watch
from antenne.render.words import Words
from antenne.routes import Place, Routes
from antenne.settings import Settings
from antenne.text import Paragraph, split_pictures

STILL = 960
"""The width in pixels that a video's still should not exceed."""


class Piece(Struct, frozen=True, kw_only=True):
    """A piece of a text: safe HTML, or a picture and what it shows."""

    html: Markup = Markup()
    image: Image | None = None
    alt: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """What every template knows as `site`; `begin` is the path of the file that the search begins with, or empty.

    Fields that are its `own` are not for templates: what they say is not noted by the `watch`.
    """

    settings: Settings
    catalog: Catalog
    routes: Routes
    pictures: Pictures
    assets: Assets
    words: Words
    menus: Menu
    begin: str = field(default="", metadata={"own": True})
    watch: Watch = field(default_factory=Watch, metadata={"own": True})

    @property
    def search(self) -> str:
        """The path of the file that leads to all others of the search: another one whenever any text changes."""
        return self.watch.note(("search",), self.begin)

    @property
    def has_search(self) -> bool:
        """Whether one can search the site."""
        return self.watch.note(("has_search",), bool(self.begin))

    @property
    def name(self) -> str:
        """The site's name."""
        return self.settings.site_name

    @property
    def tagline(self) -> str:
        """The few words under the site's name."""
        return self.settings.tagline

    @property
    def description(self) -> str:
        """What the site is, in a sentence."""
        return self.settings.description

    @property
    def menu(self) -> tuple[Entry, ...]:
        """The menu's entries."""
        return self.menus.entries()

    @property
    def footer(self) -> tuple[Entry, ...]:
        """The pages that only the foot of each page names."""
        return self.menus.footer()

    def has(self, what: Place) -> bool:
        """Say whether a thing has a page, or whether the site has what a word of the setting `without` names."""
        return self.settings.makes(what) if isinstance(what, str) else self.routes.has(what)

    def link(self, place: Place) -> str:
        """Return what leads to a place."""
        return self.routes.link(place)

    def address(self, place: Place) -> str:
        """Return the complete address of a place."""
        return self.routes.address(place)

    def section(self, name: str) -> str:
        """Return what leads to a section's first page."""
        return self.routes.link(self.routes.section(name))

    def year(self, year: int) -> str:
        """Return what leads to the notes of a year."""
        return self.routes.link(self.routes.year(year))

    def feed(self, show: Show) -> str:
        """Return the path of a show's feed."""
        return self.routes.feed(show)

    def asset(self, name: str) -> str:
        """Return what leads to a static file of the theme."""
        return self.routes.link(self.assets.path(name))

    def modules(self, name: str) -> tuple[str, ...]:
        """Return what leads to each script that one of the theme imports, for `modulepreload`."""
        return tuple(self.routes.link(path) for path in self.assets.modules(name))

    def picture(self, image: Image, recipe: str) -> Picture:
        """Return the variants of an image for a place in the layout: cover, portrait or artwork."""
        return self.pictures.picture(image, RECIPES[recipe])

    def original(self, image: Image) -> ImageVariant:
        """Return an image as the author gave it, byte for byte, with all that a camera wrote into the file."""
        return self.pictures.picture(image, ORIGINAL).fallback

    def pieces(self, text: RichText) -> Iterator[Piece]:
        """Give a text in pieces, HTML and pictures in turn."""
        pictures = dict(text.pictures)
        for piece in split_pictures(text.html):
            if isinstance(piece, str):
                # The HTML was cleaned when it was read: the only way past the escaping.
                yield Piece(html=Markup(piece))  # noqa: S704
            elif piece.name in pictures:
                yield Piece(image=pictures[piece.name], alt=piece.alt)

    def lead(self, one: Book | Person | Publisher) -> str:
        """Return the summary that stands above a text, unless the text begins with it."""
        return lead(one)

    def is_short(self, one: Book | Person | Publisher) -> bool:
        """Say whether a text is but its own summary, so that it can stand in the summary's place."""
        return is_short(one)

    def cover_of(self, work: Note | Episode) -> tuple[Image, Book | None] | None:
        """Return the picture that stands beside a note or an episode, with the book when it is a book's cover."""
        own = work.cover if isinstance(work, Note) else None
        if own:
            return own, None
        return next(((book.cover, book) for book in self.catalog.books_in(work) if book.cover), None)

    def artwork_of(self, episode: Episode) -> Image | None:
        """Return the picture that stands for a recording where there is room for one."""
        cover = self.cover_of(episode)
        return episode.image or (cover[0] if cover else self.catalog.show(episode.show).artwork)

    def videos(self, owner: Filmed) -> tuple[ShownVideo, ...]:
        """Return the videos of a book, an episode or a note; in other sites' frames the nearest picture is a still."""
        cover = None if isinstance(owner, Book) else self.cover_of(owner)
        near = owner.cover if isinstance(owner, Book) else cover[0] if cover else None
        still = self.artwork_of(owner) if isinstance(owner, Episode) else near
        return shown_videos(owner, self.routes, still)

    def still(self, image: Image) -> str:
        """Return what leads to a picture as it stands in a video's place: one file, as players take no others."""
        jpegs = self.picture(image, "prose").sources[-1]
        return self.routes.link(next((one for one in reversed(jpegs) if one.width <= STILL), jpegs[0]))

    def offers(self, book: Book, edition: Edition | None = None) -> tuple[Offer, ...]:
        """Return where an edition is sold; without one, where the book is besides."""
        return offers_of(book, edition, self.settings.shops)

    def attachment(self, file: Attachment, under: Place) -> str:
        """Return what leads to a file that a page offers."""
        return self.routes.link(self.routes.attachment(file, under))

    def parts(self, note: Note) -> Parts | None:
        """Return where a note stands in its series."""
        return parts_of(note, self.catalog, self.words)

    def transcript(self, episode: Episode) -> tuple[Paragraph, ...]:
        """Return the words of an episode in paragraphs, one begun at each chapter."""
        if episode.transcript is None:
            return ()
        return shown_paragraphs(episode.transcript, frozenset(chapter.start for chapter in episode.chapters))

    def texts_of(self, episode: Episode) -> tuple[tuple[str, str, str], ...]:
        """Return the name, the link and the media type of each file of an episode's transcript."""
        forms = episode.transcript.forms if episode.transcript else ()
        links = (self.routes.link(self.routes.transcript(episode, form.extension)) for form in forms)
        return tuple((form.label, link, form.mime) for form, link in zip(forms, links, strict=True))
