"""The groups of keys behind the tags of the podcast namespace."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from antenne.fields import (
    ListOf,
    Record,
    address,
    boolean,
    choice,
    file_name,
    integer,
    key,
    language,
    moment,
    seconds,
    slug,
    text,
)
from antenne.model import (
    Chat,
    LanguageTag,
    Location,
    SocialInteract,
    Soundbite,
    Txt,
)
from antenne.read.made import Made
from antenne.read.person import LinkKeys
from antenne.read.tag_values import (
    CHATS,
    SOCIAL,
    country,
    geo,
    osm,
    rrule,
    stream_type,
    tokens,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class LocationKeys:
    """A place."""

    name: str = key(text(128), doc="As people say it.")
    rel: str = key(choice("subject", "creator"), "subject", doc="What it is about, or where it was made.")
    geo: str = key(geo, "", doc="Such as `48.8566,2.3522`.")
    osm: str = key(osm, "", doc="On OpenStreetMap, such as `R7444`.")
    country: str = key(country, "", doc="Such as `fr`.")


@dataclass(frozen=True, slots=True, kw_only=True)
class SocialKeys:
    """Where the comments are."""

    protocol: str = key(choice(*SOCIAL), doc="`disabled`, without anything else, asks for no comments.")
    uri: str = key(address, "", doc="The first post.")
    account_id: str = key(text(), "", doc="Who wrote it, such as `@ada`.")
    account_url: str = key(address, "", doc="That account's page.")
    priority: int | None = key(integer(), None, doc="1 stands first.")


@dataclass(frozen=True, slots=True, kw_only=True)
class ChatKeys:
    """Where listeners talk."""

    server: str = key(text(), doc="Its domain.")
    protocol: str = key(choice(*CHATS))
    account_id: str = key(text(), "", doc="Yours there.")
    space: str = key(text(), "", doc="The room.")


@dataclass(frozen=True, slots=True, kw_only=True)
class TxtKeys:
    """A text for a service."""

    purpose: str = key(text(128), "", doc="`verify`, `release`…")
    text: str = key(text(4000), doc="What the service asks for.")


@dataclass(frozen=True, slots=True, kw_only=True)
class FrequencyKeys:
    """How often episodes come."""

    text: str = key(text(128), doc="In words.")
    rrule: str = key(rrule, "", doc="As `FREQ=WEEKLY`.")
    start: date | None = key(moment, None, doc="From when.")
    complete: bool = key(boolean, False, doc="Whether none will follow.")


@dataclass(frozen=True, slots=True, kw_only=True)
class SoundbiteKeys:
    """A passage worth hearing first."""

    start: float = key(seconds, doc="When it begins.")
    duration: float = key(seconds, doc="How long it lasts: best 15 to 120 seconds.")
    title: str = key(text(128), "", doc="Default: the episode's.")


@dataclass(frozen=True, slots=True, kw_only=True)
class AlternateKeys:
    """The same recording in another file."""

    file: str = key(file_name, doc="Beside the recording.")
    title: str = key(text(32), "", doc="Such as `Basse qualité`.")
    language: LanguageTag | None = key(language, None, doc="Where it is another.")
    rel: str = key(text(32), "", doc="Files of one kind share a word.")


@dataclass(frozen=True, slots=True, kw_only=True)
class ImageKeys:
    """A picture beside the artwork."""

    file: str = key(file_name, doc="In the same folder.")
    alt: str = key(text(1000), "", doc="What it shows, for those who do not see it.")
    purpose: str = key(tokens, "", doc="`social`, `banner`, `canvas`, `circular`…")


@dataclass(frozen=True, slots=True, kw_only=True)
class LiveKeys:
    """A live stream."""

    name: str = key(slug, doc="A name of its own, which stays the same as long as it is the same stream.")
    title: str = key(text())
    start: date = key(moment, doc="When it is to begin.")
    end: date | None = key(moment, None, doc="When it is to end.")
    status: str = key(choice("pending", "live", "ended"), "pending")
    url: str = key(address, doc="The stream.")
    type: str = key(stream_type, "audio/mpeg", doc="Its media type.")
    links: tuple[LinkKeys, ...] = key(ListOf(Record(LinkKeys)), doc="Where to follow it without an app.")
    summary: str = key(text(4000), "")


LOCATIONS = ListOf(Made(LocationKeys, Location, short="name"))
TXTS = ListOf(Made(TxtKeys, Txt))
SOCIALS = ListOf(Made(SocialKeys, SocialInteract))
CHAT = Made(ChatKeys, Chat)
SOUNDBITES = ListOf(Made(SoundbiteKeys, Soundbite))
IMAGES = ListOf(Record(ImageKeys, short="file"))
ALTERNATES = ListOf(Record(AlternateKeys, short="file"))
