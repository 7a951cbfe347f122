"""A show: its front matter and its artwork."""

from __future__ import annotations

from dataclasses import dataclass

from antenne.fields import (
    ListOf,
    Record,
    address,
    boolean,
    choice,
    email,
    file_name,
    key,
    language,
    text,
    uuid,
)
from antenne.model import Category, Chat, LanguageTag, Location, Owner, RemoteItem, Show, SocialInteract, Txt, Value
from antenne.read.categories import category
from antenne.read.desk import Desk
from antenne.read.directories import DirectoryKeys, directories_of
from antenne.read.folders import Bundle
from antenne.read.license import LICENSE, LicenseKeys, license_of
from antenne.read.names import Name
from antenne.read.opened import Opened, require_index
from antenne.read.person import HostKeys, LinkKeys, credits_of, links_of
from antenne.read.tag_keys import (
    CHAT,
    IMAGES,
    LOCATIONS,
    SOCIALS,
    TXTS,
    FrequencyKeys,
    ImageKeys,
    LiveKeys,
)
from antenne.read.tag_values import MEDIA, service
from antenne.read.tags import frequency_of, images_of, live_of, locations_of, publisher_of, social_of, value_of
from antenne.read.value_keys import REMOTE, VALUES

_ARTWORK = (".jpg", ".jpeg", ".png")


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnerKeys:
    """Who answers for a show."""

    name: str = key(text(), doc="")
    email: str = key(email, doc="Stands in the feed: directories write to it.")


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowKeys:
    """The front matter of a show."""

    title: str = key(text(), doc="The name alone.")
    subtitle: str = key(text(), "")
    summary: str = key(text(4000), doc="What the show is about, in plain sentences: at most 4000 bytes.")
    language: LanguageTag = key(language, doc="")
    author: str = key(text(), "", doc="The name that directories show.")
    owner: OwnerKeys | None = key(Record(OwnerKeys), None, doc="Who answers for the show.")
    categories: tuple[Category, ...] = key(ListOf(category), (), doc="The most important first.")
    explicit: bool = key(boolean, False, doc="Whether it is for adults only.")
    type: str = key(choice("episodic", "serial"), "episodic", doc="`serial`: to be heard in order.")
    people: tuple[HostKeys, ...] = key(ListOf(Record(HostKeys, short="person")), (), doc="The hosts.")
    artwork: str = key(
        file_name, "", doc="A square picture of 1400 to 3000 pixels, JPEG or PNG. Default: the file called `artwork`."
    )
    artwork_alt: str = key(text(1000), "", doc="What the artwork shows, for those who do not see it.")
    guid: str = key(uuid, "", doc="The podcast:guid, only for a show that had one elsewhere.")
    copyright: str = key(text(), "", doc="The owner of the rights, without © and year.")
    locked: bool = key(boolean, True, doc="Whether other hosts are asked not to import the feed.")
    funding: tuple[LinkKeys, ...] = key(ListOf(Record(LinkKeys)), (), doc="Where listeners can give.")
    license: str | LicenseKeys = key(LICENSE, "", doc="Under which the episodes stand.")
    new_feed_url: str = key(
        address, "", doc="Only for a show that moves, here or away: the new address of its feed (docs/guard.md)."
    )
    complete: bool = key(boolean, False, doc="Whether no episode will follow.")
    block: bool = key(boolean, False, doc="Whether directories are asked to leave it out.")
    blocked_services: tuple[str, ...] = key(ListOf(service), (), doc="Services that are asked to leave it out.")
    allowed_services: tuple[str, ...] = key(
        ListOf(service), (), doc="Services that may show it though `block` says no."
    )
    medium: str = key(choice(*MEDIA), "podcast", doc="What it is.")
    locations: tuple[Location, ...] = key(LOCATIONS, (), doc="Places that it is about, or where it is made.")
    value: tuple[Value, ...] = key(VALUES, (), doc="How listeners can pay while they listen.")
    txt: tuple[Txt, ...] = key(TXTS, (), doc="Texts that services ask for.")
    apple_verify: str = key(text(128), "", doc="The code by which Apple knows that the show is yours.")
    social: tuple[SocialInteract, ...] = key(SOCIALS, (), doc="Where the comments are.")
    chat: Chat | None = key(CHAT, None, doc="Where listeners talk.")
    images: tuple[ImageKeys, ...] = key(IMAGES, (), doc="Pictures for apps, beside the artwork.")
    podroll: tuple[RemoteItem, ...] = key(ListOf(REMOTE), (), doc="Podcasts that you recommend.")
    publisher: RemoteItem | None = key(REMOTE, None, doc="The publisher's own feed.")
    update_frequency: FrequencyKeys | None = key(Record(FrequencyKeys), None, doc="How often episodes come.")
    podping: bool = key(boolean, False, doc="Whether changes are announced through Podping.")
    live: tuple[LiveKeys, ...] = key(ListOf(Record(LiveKeys)), (), doc="Live streams.")
    atom: bool = key(boolean, False, doc="Whether there is an Atom feed of it as well.")
    directories: tuple[DirectoryKeys, ...] = key(
        ListOf(Record(DirectoryKeys, short="url")), (), doc="Its pages in directories, for those who subscribe there."
    )


def read_show(bundle: Bundle, name: Name, desk: Desk) -> Show | None:
    """Return the show of a bundle, or None having told what is wrong."""
    found = require_index(ShowKeys, bundle, desk)
    if found is None:
        return None
    keys, document = found
    at = Opened(desk=desk, bundle=bundle, document=document, language=keys.language)
    return Show(
        key=name.key,
        guid=keys.guid,
        title=at.words(keys.title),
        subtitle=at.words(keys.subtitle),
        summary=at.words(keys.summary),
        language=keys.language,
        author=at.words(keys.author),
        owner=Owner(name=at.words(keys.owner.name), email=keys.owner.email) if keys.owner else None,
        categories=keys.categories,
        explicit=keys.explicit,
        type=keys.type,
        people=credits_of(keys.people),
        artwork=at.picture("artwork", keys.artwork, keys.artwork_alt, _ARTWORK),
        copyright=at.words(keys.copyright),
        locked=keys.locked,
        funding=links_of(keys.funding, at),
        license=license_of(keys.license, at),
        new_feed_url=keys.new_feed_url,
        complete=keys.complete,
        block=keys.block,
        blocked_services=keys.blocked_services,
        allowed_services=keys.allowed_services,
        medium=keys.medium,
        locations=locations_of(keys.locations, at),
        value=value_of(keys.value, at),
        txt=keys.txt,
        apple_verify=keys.apple_verify,
        social=social_of(keys.social, at),
        chat=keys.chat,
        images=images_of(keys.images, at),
        podroll=keys.podroll,
        publisher=publisher_of(keys.publisher),
        update_frequency=frequency_of(keys.update_frequency, at),
        podping=keys.podping,
        live=live_of(keys.live, at),
        atom=keys.atom,
        directories=directories_of(keys.directories, at),
        body=at.body(),
    )
