"""Paths and addresses of every page and file of a site.

A *path* is relative to the site's root and has no leading slash (`livres/le-livre/`, `flux/emission.xml`). A *link* is
what a page of the site writes in an attribute (`/sous-dossier/livres/le-livre/`). An *address* is complete.
"""

from __future__ import annotations

from dataclasses import fields
from pathlib import PurePosixPath
from typing import TypeVar
from urllib.parse import quote

from msgspec import Struct
from msgspec.structs import replace

from antenne.model import (
    Attachment,
    AudioFile,
    AudioType,
    Book,
    Captions,
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
    VideoFile,
    VideoType,
    with_prefix,
)
from antenne.settings import RouteSettings, Settings

Place = Book | Person | Publisher | Show | Episode | Note | Series | Section | Tag | Page | ImageVariant | str
"""What has an address: an object of the model, a picture's variant, or a path."""

P = TypeVar("P", bound=Place)
_KINDS: dict[type, str] = {
    Person: "people",
    Publisher: "publishers",
    Show: "shows",
    Series: "series",
    Section: "categories",
    Tag: "tags",
}
"""Things whose pages a site may leave out, by the words of the setting `without`."""

_SECTIONS = tuple(field.name for field in fields(RouteSettings))


class Routes(Struct, frozen=True):
    """The addresses of one site."""

    settings: Settings

    def path(self, place: Place) -> str:
        """Return the path of a place, in the language that it is told in; a text is taken as a path already.

        The empty path is the home page in the routes' own language.
        """
        if place == "":
            return self.settings.prefix
        prefix, names = self._standing(place)
        match place:
            case str():
                return place
            case ImageVariant():
                return place.path
            case Book():
                return f"{prefix}{names.books}/{place.key}/"
            case Person():
                return f"{prefix}{names.people}/{place.key}/"
            case Publisher():
                return f"{prefix}{names.publishers}/{place.key}/"
            case Show():
                return f"{prefix}{names.shows}/{place.key}/"
            case Episode():
                return f"{prefix}{names.episodes}/{place.slug}/"
            case Note():
                return f"{prefix}{names.notes}/{place.pub_date.year}/{place.slug}/"
            case Series():
                return f"{prefix}{names.series}/{place.key}/"
            case Section():
                return f"{prefix}{names.categories}/{place.key}/"
            case Tag():
                return f"{prefix}{names.tags}/{place.key}/"
            case Page():
                return f"{prefix}{place.key}/"

    def has(self, place: Place) -> bool:
        """Say whether a thing has a page: the site may leave out those of its kind. A path is taken to have one."""
        # By what it is, not by its very type: a page that is made may hold things that are watched.
        return all(self.settings.makes(word) for kind, word in _KINDS.items() if isinstance(place, kind))

    def within(self, path: str) -> str:
        """Return the path of a page without an object, in the routes' own language."""
        return f"{self.settings.prefix}{path}"

    def original(self, place: P) -> P:
        """Return a place as the site's own language has it: there stand its files, and there is what it is known by."""
        if isinstance(place, str | ImageVariant) or place.translation is None:
            return place
        return replace(place, translation=None)

    def common(self, place: Place) -> str:
        """Return the path that a place has in the site's own language: what it is in all languages."""
        if place == "":
            return place
        if not isinstance(place, str) or not place.startswith(self.settings.prefix):
            return self.path(self.original(place))
        words = {getattr(self.settings.routes, name): getattr(self._main, name) for name in _SECTIONS}
        names = place.removeprefix(self.settings.prefix).split("/")
        # Of the names in a path only the first and the last may be a section's; others are keys.
        names[0] = words.get(names[0], names[0])
        if len(names) > 2:
            names[-2] = words.get(names[-2], names[-2])
        return "/".join(names)

    def link(self, place: Place) -> str:
        """Return what a page of the site writes to lead to a place."""
        path = self.path(place)
        return f"{self._media(path) or self.settings.base_path}/{quote(path)}"

    def address(self, place: Place) -> str:
        """Return the complete address of a place."""
        path = self.path(place)
        return f"{self._media(path) or self.settings.site_url}/{quote(path)}"

    def enclosure_address(self, path: str) -> str:
        """Return the address of a recording as feeds tell it: behind the prefix of what counts downloads, if any."""
        return with_prefix(self.settings.prefix_of_recordings, self.address(path))

    def _media(self, path: str) -> str:
        """Return where a recording stands when that is not where the pages stand, empty for everything else."""
        if not self.settings.media_url:
            return ""
        suffix = PurePosixPath(path).suffix
        return self.settings.media_url if AudioType.of(suffix) or VideoType.of(suffix) else ""

    def file(self, place: Place) -> str:
        """Return the path of the file that answers for a place: a directory is answered by its index.html."""
        path = self.path(place)
        return f"{path}index.html" if path.endswith("/") or not path else path

    def section(self, name: str) -> str:
        """Return the path of a section's first page by its name in the settings: `books`, `archives`…"""
        return self.within(f"{getattr(self.settings.routes, name)}/")

    def year(self, year: int) -> str:
        """Return the path of the archive of a year's notes."""
        return self.within(f"{self.settings.routes.notes}/{year}/")

    def numbered(self, place: Place, number: int) -> str:
        """Return the path of a page of a long list, which begins at a place; the oldest one is number 1."""
        return f"{self.path(place)}page/{number}/"

    def feed(self, show: Show) -> str:
        """Return the path of a show's RSS feed."""
        return f"{self._main.feeds}/{show.key}.xml"

    def subscribe(self, show: Show) -> str:
        """Return the path of the page that tells how to subscribe to a show."""
        return f"{self.path(show)}{self._standing(show)[1].subscribe}/"

    def excerpt(self, book: Book) -> str:
        """Return the path of the page of a text out of a book."""
        return f"{self.path(self.original(book))}{self._main.excerpt}/"

    def excerpt_audio(self, book: Book, audio: AudioFile) -> str:
        """Return the path of a recording out of a book."""
        return self.enclosure(f"{book.key}-{self._main.excerpt}", audio.digest, audio.type.extension)

    def attachment(self, file: Attachment, under: Place) -> str:
        """Return the path of a file that the page of a place, or a page at a path, offers."""
        return f"{self.path(under)}{file.name}"

    def notes_feed(self) -> str:
        """Return the path of the Atom feed of notes."""
        return f"{self._main.feeds}/notes.atom.xml"

    def book_feed(self, book: Book) -> str:
        """Return the path of the feed of the episodes about a book."""
        return f"{self._main.feeds}/{self._main.books}/{book.key}.xml"

    def person_feed(self, person: Person) -> str:
        """Return the path of the feed of the episodes in which a person is heard."""
        return f"{self._main.feeds}/{self._main.people}/{person.key}.xml"

    def everything_feed(self) -> str:
        """Return the path of the feed of all episodes; the point keeps it apart from every show's."""
        return f"{self._main.feeds}/{self._main.episodes}.rss.xml"

    def category_feed(self, category: Section | Tag) -> str:
        """Return the path of the Atom feed of a category's or a tag's notes."""
        folder = self._main.tags if isinstance(category, Tag) else self._main.categories
        return f"{self._main.feeds}/{folder}/{category.key}.atom.xml"

    def atom_feed(self, show: Show) -> str:
        """Return the path of the Atom feed of a show."""
        return f"{self._main.feeds}/{show.key}.atom"

    def json_feed(self, show: Show) -> str:
        """Return the path of the JSON Feed of a show."""
        return f"{self._main.feeds}/{show.key}.json"

    def opml(self) -> str:
        """Return the path of the list of all feeds."""
        return f"{self._main.feeds}/feeds.opml"

    def enclosure(self, key: str, digest: str, extension: str) -> str:
        """Return the path of a published recording: it changes when, and only when, the bytes or the bundle do."""
        return f"{self._main.audio}/{key}.{digest[:12]}{extension}"

    def opensearch(self) -> str:
        """Return the path of the file by which browsers know of the search."""
        return f"{self.section('search')}opensearch.xml"

    def embed(self, episode: Episode) -> str:
        """Return the path of the page that other sites, and the small window, show an episode in."""
        prefix, names = self._standing(episode)
        return f"{prefix}{names.embed}/{episode.slug}/"

    def embed_video(self, owner: Book | Episode | Note, number: int) -> str:
        """Return the path of the page that other sites show a video in, the first of a page being 1."""
        prefix, names = self._standing(owner)
        return f"{prefix}{names.embed}/{self.path(owner).removeprefix(prefix)}video-{number}/"

    def video(self, owner: Book | Episode | Note, file: VideoFile) -> str:
        """Return the path of a published video: it changes when, and only when, the bytes or the owner's name do."""
        return f"{self._main.video}/{owner.key}.{file.digest[:12]}{file.type.extension}"

    def captions(self, owner: Book | Episode | Note, file: VideoFile, captions: Captions) -> str:
        """Return the path of a video's captions in a language."""
        video = self.video(owner, file).removesuffix(file.type.extension)
        return f"{video}.{str(captions.language).lower()}.vtt"

    def chapters(self, episode: Episode) -> str:
        """Return the path of an episode's JSON chapters."""
        return f"{self.path(self.original(episode))}chapters.json"

    def transcript(self, episode: Episode, extension: str = ".vtt") -> str:
        """Return the path of an episode's transcript."""
        return f"{self.path(self.original(episode))}transcript{extension}"

    @property
    def _main(self) -> RouteSettings:
        """The words of the site's own language, under which all files stand."""
        return (self.settings.own or self.settings).routes

    def _standing(self, place: Place) -> tuple[str, RouteSettings]:
        """Return the prefix and the words of the language that a place is told in."""
        translation = None if isinstance(place, str | ImageVariant) else place.translation
        spoken = self.settings.spoken(translation.language) if translation else None
        return (spoken.prefix, spoken.routes) if spoken else ("", self._main)
