"""Shows and episodes: an RSS channel and its items, in the words of iTunes and Podcasting 2.0."""

from __future__ import annotations

from datetime import datetime

from msgspec import Struct

from antenne.model.audio import AudioFile, Chapter
from antenne.model.image import Image
from antenne.model.moment import PartialDate
from antenne.model.person import Credit, Link
from antenne.model.podcasting import (
    Alternate,
    Chat,
    FeedImage,
    LiveItem,
    Location,
    RemoteItem,
    SocialInteract,
    Soundbite,
    Txt,
    UpdateFrequency,
    Value,
)
from antenne.model.text import RichText
from antenne.model.transcript import Transcript
from antenne.model.translation import Translation
from antenne.model.values import LanguageTag
from antenne.model.video import Video


class Broadcast(Struct, frozen=True, kw_only=True):
    """Where and when a recording was first on air."""

    station: str
    programme: str = ""
    date: PartialDate | None = None
    url: str = ""
    rights: str = ""


class Owner(Struct, frozen=True, kw_only=True):
    """Who answers for a show, by itunes:owner."""

    name: str
    email: str


class License(Struct, frozen=True, kw_only=True):
    """A licence by its SPDX identifier, or by a name of its own and an address."""

    identifier: str
    url: str = ""


class Category(Struct, frozen=True, kw_only=True):
    """An Apple category with its optional child."""

    name: str
    child: str = ""


class Show(Struct, frozen=True, kw_only=True):
    """A podcast; `guid` is its podcast:guid, written down once and carried for life.

    `atom` asks for the same feed as Atom; services are told apart by the namespace's list of slugs. `directories` are
    its pages in directories and apps, in the order in which readers see them.
    """

    key: str
    guid: str
    title: str
    subtitle: str = ""
    summary: str
    language: LanguageTag
    author: str = ""
    owner: Owner | None = None
    categories: tuple[Category, ...] = ()
    explicit: bool = False
    type: str = "episodic"
    people: tuple[Credit, ...] = ()
    artwork: Image | None = None
    copyright: str = ""
    locked: bool = True
    funding: tuple[Link, ...] = ()
    license: License | None = None
    new_feed_url: str = ""
    complete: bool = False
    block: bool = False
    blocked_services: tuple[str, ...] = ()
    allowed_services: tuple[str, ...] = ()
    medium: str = "podcast"
    locations: tuple[Location, ...] = ()
    value: tuple[Value, ...] = ()
    txt: tuple[Txt, ...] = ()
    apple_verify: str = ""
    social: tuple[SocialInteract, ...] = ()
    chat: Chat | None = None
    images: tuple[FeedImage, ...] = ()
    podroll: tuple[RemoteItem, ...] = ()
    publisher: RemoteItem | None = None
    update_frequency: UpdateFrequency | None = None
    podping: bool = False
    live: tuple[LiveItem, ...] = ()
    atom: bool = False
    directories: tuple[Link, ...] = ()
    body: RichText = RichText()
    translation: Translation | None = None


class Episode(Struct, frozen=True, kw_only=True):
    """An item of a show: a recording with the words around it.

    `key` is the bundle's name (`2013-11-05-widoobiz`), `slug` the part after the date, `guid` is never changed
    after the first publication. `enclosure_path` is relative to the site's root, without a leading slash.
    """

    key: str
    slug: str
    show: str
    guid: str
    title: str
    subtitle: str = ""
    summary: str = ""
    pub_date: datetime
    language: LanguageTag
    audio: AudioFile
    enclosure_path: str
    artist: str = ""
    number: int | None = None
    season: int | None = None
    type: str = "full"
    explicit: bool = False
    image: Image | None = None
    chapters: tuple[Chapter, ...] = ()
    transcript: Transcript | None = None
    tags: tuple[str, ...] = ()
    books: tuple[str, ...] = ()
    people: tuple[Credit, ...] = ()
    broadcast: Broadcast | None = None
    number_display: str = ""
    season_name: str = ""
    block: bool = False
    funding: tuple[Link, ...] = ()
    license: License | None = None
    locations: tuple[Location, ...] = ()
    value: tuple[Value, ...] = ()
    txt: tuple[Txt, ...] = ()
    social: tuple[SocialInteract, ...] = ()
    chat: Chat | None = None
    images: tuple[FeedImage, ...] = ()
    soundbites: tuple[Soundbite, ...] = ()
    content_links: tuple[Link, ...] = ()
    alternates: tuple[Alternate, ...] = ()
    videos: tuple[Video, ...] = ()
    body: RichText = RichText()
    translation: Translation | None = None
