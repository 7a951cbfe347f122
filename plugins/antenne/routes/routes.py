"""Paths and addresses of every page and file of a site.

A *path* is relative to the site's root and has no leading slash (`livres/le-livre/`, `flux/emission.xml`). A *link* is
what a page of the site writes in an attribute (`/sous-dossier/livres/le-livre/`). An *address* is complete.
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from antenne.model import (
    Attachment,
    AudioFile,
    Book,
    Episode,
    ImageVariant,
    Note,
    Page,
    Person,
    Publisher,
    Section,
    Series,
    Show,
    Tag,
)
from antenne.settings import Settings

Place = Book | Person | Publisher | Show | Episode | Note | Series | Section | Tag | Page | ImageVariant | str
"""What has an address: an object of the model, a picture's variant, or a path."""


@dataclass(frozen=True, slots=True)
class Routes:
    """The addresses of one site."""

    settings: Settings

    def path(self, place: Place) -> str:
        """Return the path of a place; a text is taken as a path already."""
        names = self.settings.routes
        match place:
            case str():
                return place
            case ImageVariant():
                return place.path
            case Book():
                return f"{names.books}/{place.key}/"
            case Person():
                return f"{names.people}/{place.key}/"
            case Publisher():
                return f"{names.publishers}/{place.key}/"
            case Show():
                return f"{names.shows}/{place.key}/"
            case Episode():
                return f"{names.episodes}/{place.slug}/"
            case Note():
                return f"{names.notes}/{place.pub_date.year}/{place.slug}/"
            case Series():
                return f"{names.series}/{place.key}/"
            case Section():
                return f"{names.categories}/{place.key}/"
            case Tag():
                return f"{names.tags}/{place.key}/"
            case Page():
                return f"{place.key}/"

    def link(self, place: Place) -> str:
        """Return what a page of the site writes to lead to a place."""
        return f"{self.settings.base_path}/{quote(self.path(place))}"

    def address(self, place: Place) -> str:
        """Return the complete address of a place."""
        return f"{self.settings.site_url}/{quote(self.path(place))}"

    def file(self, place: Place) -> str:
        """Return the path of the file that answers for a place: a directory is answered by its index.html."""
        path = self.path(place)
        return f"{path}index.html" if path.endswith("/") or not path else path

    def section(self, name: str) -> str:
        """Return the path of a section's first page by its name in the settings: `books`, `archives`…"""
        return f"{getattr(self.settings.routes, name)}/"

    def year(self, year: int) -> str:
        """Return the path of the archive of a year's notes."""
        return f"{self.settings.routes.notes}/{year}/"

    def feed(self, show: Show) -> str:
        """Return the path of a show's RSS feed."""
        return f"{self.settings.routes.feeds}/{show.key}.xml"

    def subscribe(self, show: Show) -> str:
        """Return the path of the page that tells how to subscribe to a show."""
        return f"{self.path(show)}{self.settings.routes.subscribe}/"

    def excerpt(self, book: Book) -> str:
        """Return the path of the page of a text out of a book."""
        return f"{self.path(book)}{self.settings.routes.excerpt}/"

    def excerpt_audio(self, book: Book, audio: AudioFile) -> str:
        """Return the path of a recording out of a book."""
        return self.enclosure(f"{book.key}-{self.settings.routes.excerpt}", audio.digest, audio.type.extension)

    def attachment(self, file: Attachment, under: Place) -> str:
        """Return the path of a file that the page of a place, or a page at a path, offers."""
        return f"{self.path(under)}{file.name}"

    def notes_feed(self) -> str:
        """Return the path of the Atom feed of notes."""
        return f"{self.settings.routes.feeds}/notes.atom.xml"

    def book_feed(self, book: Book) -> str:
        """Return the path of the feed of the episodes about a book."""
        return f"{self.settings.routes.feeds}/{self.settings.routes.books}/{book.key}.xml"

    def person_feed(self, person: Person) -> str:
        """Return the path of the feed of the episodes in which a person is heard."""
        return f"{self.settings.routes.feeds}/{self.settings.routes.people}/{person.key}.xml"

    def everything_feed(self) -> str:
        """Return the path of the feed of all episodes; the point keeps it apart from every show's."""
        return f"{self.settings.routes.feeds}/{self.settings.routes.episodes}.rss.xml"

    def category_feed(self, category: Section) -> str:
        """Return the path of the Atom feed of a category of notes."""
        return f"{self.settings.routes.feeds}/{self.settings.routes.categories}/{category.key}.atom.xml"

    def atom_feed(self, show: Show) -> str:
        """Return the path of the Atom feed of a show."""
        return f"{self.settings.routes.feeds}/{show.key}.atom"

    def json_feed(self, show: Show) -> str:
        """Return the path of the JSON Feed of a show."""
        return f"{self.settings.routes.feeds}/{show.key}.json"

    def opml(self) -> str:
        """Return the path of the list of all feeds."""
        return f"{self.settings.routes.feeds}/feeds.opml"

    def enclosure(self, key: str, digest: str, extension: str) -> str:
        """Return the path of a published recording: it changes when, and only when, the bytes or the bundle do."""
        return f"{self.settings.routes.audio}/{key}.{digest[:12]}{extension}"

    def opensearch(self) -> str:
        """Return the path of the file by which browsers know of the search."""
        return f"{self.section('search')}opensearch.xml"

    def embed(self, episode: Episode) -> str:
        """Return the path of the page that other sites, and the small window, show an episode in."""
        return f"{self.settings.routes.embed}/{episode.slug}/"

    def chapters(self, episode: Episode) -> str:
        """Return the path of an episode's JSON chapters."""
        return f"{self.path(episode)}chapters.json"

    def transcript(self, episode: Episode, extension: str = ".vtt") -> str:
        """Return the path of an episode's transcript."""
        return f"{self.path(episode)}transcript{extension}"
