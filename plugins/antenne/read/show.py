"""A show: its front matter and its artwork."""

from __future__ import annotations

from dataclasses import dataclass

from antenne.fields import (
    Either,
    ListOf,
    Record,
    address,
    boolean,
    choice,
    email,
    file_name,
    key,
    language,
    pattern,
    text,
    uuid,
)
from antenne.model import Category, LanguageTag, License, Owner, Show
from antenne.read.categories import category
from antenne.read.desk import Desk
from antenne.read.folders import Bundle
from antenne.read.names import Name
from antenne.read.opened import Opened, require_index
from antenne.read.person import HostKeys, LinkKeys, credits_of, links_of

_ARTWORK = (".jpg", ".jpeg", ".png")
_SPDX = pattern(
    "an SPDX identifier",
    "[A-Za-z0-9][A-Za-z0-9.+-]{0,60}",
    "Write it like CC-BY-4.0; a licence of another kind is written `{name: …, url: …}`.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnerKeys:
    """Who answers for a show."""

    name: str = key(text(), doc="")
    email: str = key(email, doc="Stands in the feed: directories write to it.")


@dataclass(frozen=True, slots=True, kw_only=True)
class LicenseKeys:
    """A licence of another kind."""

    name: str = key(text(128), doc="")
    url: str = key(address, doc="Where it can be read.")


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
    license: str | LicenseKeys = key(Either(_SPDX, Record(LicenseKeys)), "", doc="Under which the episodes stand.")
    new_feed_url: str = key(address, "", doc="Only for a show that has moved away: its new feed.")
    complete: bool = key(boolean, False, doc="Whether no episode will follow.")
    block: bool = key(boolean, False, doc="Whether directories are asked to leave it out.")


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
        license=_license(keys.license, at),
        new_feed_url=keys.new_feed_url,
        complete=keys.complete,
        block=keys.block,
        body=at.body(),
    )


def _license(given: str | LicenseKeys, at: Opened) -> License | None:
    if isinstance(given, LicenseKeys):
        return License(identifier=at.words(given.name), url=given.url)
    return License(identifier=given) if given else None
