"""The tags of the podcast namespace that may stand in a channel and in an item."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import gcd

from lxml import etree

from antenne.feeds.payments import value_elements
from antenne.feeds.press import Press
from antenne.feeds.tags import tag
from antenne.model import Chat, Credit, Episode, FeedImage, Image, ImageVariant, License, Location, Show, SocialInteract


def common_elements(thing: Show | Episode, press: Press) -> Iterator[etree._Element]:
    """Give the elements of a show's channel or an episode's item that either may have."""
    if thing.license:
        yield _license(thing.license)
    for link in thing.funding:
        yield tag("podcast:funding", link.label, url=link.url)
    yield from map(_location, thing.locations)
    for txt in thing.txt:
        yield tag("podcast:txt", txt.text, purpose=txt.purpose)
    yield from map(_social, thing.social)
    if thing.chat:
        yield _chat(thing.chat)
    yield from value_elements(thing.value)
    artwork = thing.artwork if isinstance(thing, Show) else thing.image
    yield from image_elements(artwork, thing.images, press)


def people_elements(credits_: Iterable[Credit], press: Press) -> Iterator[etree._Element]:
    """Give a podcast:person per part, with the person's page and portrait."""
    for credit in credits_:
        person = press.catalog.person(credit.person)
        portrait = press.other(person.portrait, "portrait") if press.other and person.portrait else None
        yield tag(
            "podcast:person",
            person.name,
            role=credit.role,
            group=credit.group,
            img=press.routes.address(portrait) if portrait else "",
            href=press.page_of(person),
        )


def image_elements(artwork: Image | None, more: Iterable[FeedImage], press: Press) -> Iterator[etree._Element]:
    """Give a podcast:image per picture: the artwork large and small, then the others in their own shape."""
    if artwork:
        yield _image(press.art(artwork), artwork.alt, "artwork", press)
    if not press.other:
        return
    if artwork:
        yield _image(press.other(artwork, "small"), artwork.alt, "artwork", press)
    for one in more:
        yield _image(press.other(one.image, "wide"), one.image.alt, one.purpose, press)


def _image(variant: ImageVariant, alt: str, purpose: str, press: Press) -> etree._Element:
    return tag(
        "podcast:image",
        href=press.routes.address(variant),
        alt=alt,
        **{"aspect-ratio": _ratio(variant.width, variant.height)},
        width=str(variant.width),
        height=str(variant.height),
        type=variant.media_type,
        purpose=purpose,
    )


def _ratio(width: int, height: int) -> str:
    shared = gcd(width, height)
    return f"{width // shared}/{height // shared}"


def _license(license_: License) -> etree._Element:
    # Without an address it is one of the identifiers of the namespace's list, which are in lower case.
    name = license_.identifier if license_.url else license_.identifier.lower()
    return tag("podcast:license", name, url=license_.url)


def _location(place: Location) -> etree._Element:
    return tag("podcast:location", place.name, rel=place.rel, geo=place.geo, osm=place.osm, country=place.country)


def _social(one: SocialInteract) -> etree._Element:
    return tag(
        "podcast:socialInteract",
        protocol=one.protocol,
        uri=one.uri,
        accountId=one.account_id,
        accountUrl=one.account_url,
        priority="" if one.priority is None else str(one.priority),
    )


def _chat(one: Chat) -> etree._Element:
    return tag("podcast:chat", server=one.server, protocol=one.protocol, accountId=one.account_id, space=one.space)
