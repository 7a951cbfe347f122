"""The settings of a site, complete and checked, as every other room sees them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from msgspec import Struct, field
from msgspec.structs import replace

from antenne.fields import boolean, email, integer, key, slug
from antenne.model import INDEPENDENT, LanguageTag
from antenne.settings.converters import measuring_prefix, public_address, server_address
from antenne.settings.executor import ExecutorSettings
from antenne.settings.leaving import LEAVABLE
from antenne.settings.legal import LegalSettings
from antenne.settings.publishing import Publishing


@dataclass(frozen=True, slots=True, kw_only=True)
class RouteSettings:
    """The first part of each section's address, as a slug; a plain word or two."""

    books: str = key(slug, "livres", doc="The books.")
    shows: str = key(slug, "emissions", doc="The podcasts.")
    episodes: str = key(slug, "episodes", doc="The episodes.")
    people: str = key(slug, "personnes", doc="The people.")
    publishers: str = key(slug, "editeurs", doc="The publishers of books.")
    notes: str = key(slug, "notes", doc="The notes, and under it their years.")
    categories: str = key(slug, "categories", doc="The categories of notes.")
    series: str = key(slug, "series", doc="The series of notes.")
    tags: str = key(slug, "mots-cles", doc="The tags.")
    archives: str = key(slug, "archives", doc="All that the site holds.")
    legal: str = key(slug, "mentions-legales", doc="The legal notice; a page of your own of this name goes before.")
    privacy: str = key(slug, "vie-privee", doc="What the site knows of its readers; likewise.")
    subscribe: str = key(slug, "s-abonner", doc="How to subscribe.")
    excerpt: str = key(slug, "extrait", doc="A text out of a book, under the book's address.")
    feeds: str = key(slug, "flux", doc="The feeds.")
    audio: str = key(slug, "audio", doc="The recordings.")
    images: str = key(slug, "images", doc="The pictures.")
    video: str = key(slug, "video", doc="The videos.")
    embed: str = key(slug, "embed", doc="The players that other sites show in a frame.")
    search: str = key(slug, "recherche", doc="The search, and under it the files that it asks for.")
    theme: str = key(slug, "theme", doc="The style sheets and scripts.")


class Spoken(Struct, frozen=True, kw_only=True):
    """A language of the site beside its own: the site's words in it, and where its pages stand."""

    language: LanguageTag
    site_name: str = ""
    tagline: str = ""
    description: str = ""
    routes: RouteSettings = field(default_factory=RouteSettings)

    @property
    def prefix(self) -> str:
        """What its paths begin with: `en/`."""
        return f"{str(self.language).lower()}/"


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedSettings:
    """Which feeds there are beside the shows' own, and how long a feed grows before it is parted."""

    items: int = key(integer(least=10, most=1000), 100, doc="How many items a feed holds; older ones go to archives.")
    books: bool = key(boolean, True, doc="A feed per book with episodes.")
    everything: bool = key(boolean, True, doc="A feed of all episodes, where there are several shows.")
    categories: bool = key(boolean, True, doc="A feed per category of notes.")
    tags: bool = key(boolean, False, doc="A feed per tag, of its notes.")
    json: bool = key(boolean, True, doc="A JSON Feed per show.")
    opml: bool = key(boolean, True, doc="A list of all feeds, to import into an app.")
    hub: str = key(public_address, "", doc="The WebSub hub that is told of changes.")
    prefix: str = key(
        measuring_prefix,
        "",
        doc="What stands before the recordings' addresses in feeds, for a service that counts downloads: "
        "`https://op3.dev/e` (docs/stats.md).",
    )


SHARES = ("native", "facebook", "pinterest", "linkedin", "bluesky", "mastodon", "email")
"""Ways to pass a page on; `native` is the sheet of the reader's own device."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CommentSettings:
    """Whether and how readers comment on notes."""

    open: bool = key(boolean, True, doc="Whether they may, where a note does not say otherwise.")
    email: str = key(email, "", doc="Where comments are sent. Default: the site's `email`.")
    isso: str = key(server_address, "", doc="Your own Isso server, for comments at once (docs/comments.md).")


class Settings(Struct, frozen=True, kw_only=True):
    """All settings of a build.

    The site's words have its language's typography. `site_url` is its address without a trailing slash; it may end in
    a path. `project` is the folder that holds `pelicanconf.py`; the other folders are absolute. What `theme` lacks is
    taken from `theme_parents`, the nearest first. `private` builds
    (served on this machine while one works) are for no search engine.

    `languages` are those beside the site's own. The settings of a site in one of them have its words, its routes, the
    `prefix` of its paths, and as `own` those in the site's own language.
    """

    site_name: str
    site_url: str
    tagline: str = ""
    description: str = ""
    language: LanguageTag
    timezone: ZoneInfo
    project: Path
    content: Path
    output: Path
    theme: Path
    cache: Path
    executor: ExecutorSettings = field(default_factory=ExecutorSettings)
    email: str = ""
    private: bool = False
    routes: RouteSettings = field(default_factory=RouteSettings)
    publishing: Publishing = field(default_factory=Publishing)
    feeds: FeedSettings = field(default_factory=FeedSettings)
    shops: tuple[str, ...] = INDEPENDENT
    comments: CommentSettings = field(default_factory=CommentSettings)
    share: tuple[str, ...] = SHARES
    legal: LegalSettings | None = None
    search: bool = True
    search_transcripts: bool = True
    page_size: int = 50
    latest: int = 0
    without: tuple[str, ...] = ()
    theme_parents: tuple[Path, ...] = ()
    languages: tuple[Spoken, ...] = ()
    prefix: str = ""
    own: Settings | None = None

    def makes(self, what: str) -> bool:
        """Say whether a site has a kind of pages or files, one of `LEAVABLE`; raise ValueError for another word."""
        if what not in LEAVABLE:
            raise ValueError(f"{what!r} is none of what a site may leave out: {', '.join(LEAVABLE)}.")
        return what not in self.without

    def spoken(self, language: LanguageTag) -> Spoken | None:
        """Return what the settings say of a further language, None for one that the site does not speak."""
        return next((one for one in self.languages if one.language == language), None)

    @property
    def anywhere(self) -> Settings:
        """The same settings for any output folder: nothing that is made depends on where it is put."""
        return replace(self, output=Path(), own=self.own and self.own.anywhere)

    def in_language(self, spoken: Spoken) -> Settings:
        """Return the settings of the site's pages in a further language."""
        return replace(
            self,
            language=spoken.language,
            site_name=spoken.site_name or self.site_name,
            tagline=spoken.tagline,
            description=spoken.description,
            routes=spoken.routes,
            prefix=spoken.prefix,
            own=self,
        )

    @property
    def media_url(self) -> str:
        """The address of the recordings without a trailing slash, empty where they stand with the pages."""
        media = self.publishing.media
        return media.address.rstrip("/") if media and not self.private else ""

    @property
    def prefix_of_recordings(self) -> str:
        """What stands before the recordings' addresses in feeds, without a trailing slash; mostly empty."""
        return "" if self.private else self.feeds.prefix

    @property
    def base_path(self) -> str:
        """The path part of the site's address without a trailing slash: empty at the root of a domain."""
        return urlsplit(self.site_url).path.rstrip("/")

    @property
    def themes(self) -> tuple[Path, ...]:
        """The theme and those that it takes from, the nearest first."""
        return self.theme, *self.theme_parents

    @property
    def locales(self) -> tuple[Path, ...]:
        """The folders of the interface's words, the nearest theme's first."""
        return tuple(theme / "locale" for theme in self.themes)

    @property
    def ledger(self) -> Path:
        """The file that remembers what subscribers have."""
        return self.content / "published.json"
