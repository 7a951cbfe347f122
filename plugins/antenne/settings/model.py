"""The settings of a site, complete and checked, as every other room sees them."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from antenne.model import LanguageTag


@dataclass(frozen=True, slots=True, kw_only=True)
class RouteSettings:
    """The first part of each section's address, as a slug; a plain word or two."""

    books: str = "livres"
    shows: str = "emissions"
    episodes: str = "episodes"
    people: str = "personnes"
    notes: str = "notes"
    categories: str = "categories"
    series: str = "series"
    archives: str = "archives"
    subscribe: str = "s-abonner"
    feeds: str = "flux"
    audio: str = "audio"
    images: str = "images"
    theme: str = "theme"


@dataclass(frozen=True, slots=True, kw_only=True)
class Publishing:
    """Where a site is published: `folder` gets `releases/` and `current`; `keep` releases stay."""

    target: str = "folder"
    folder: Path = Path("public")
    keep: int = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """All settings of a build.

    `site_url` is the site's address without a trailing slash; it may end in a path. `project` is the folder that
    holds `pelicanconf.py`; the other folders are absolute. `private` builds (served on this machine while
    one works) are for no search engine.
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
    email: str = ""
    private: bool = False
    routes: RouteSettings = field(default_factory=RouteSettings)
    publishing: Publishing = field(default_factory=Publishing)

    @property
    def base_path(self) -> str:
        """The path part of the site's address without a trailing slash: empty at the root of a domain."""
        return urlsplit(self.site_url).path.rstrip("/")

    @property
    def ledger(self) -> Path:
        """The file that remembers what subscribers have."""
        return self.content / "published.json"
