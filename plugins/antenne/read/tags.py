"""From the keys behind the podcast namespace's tags to the model, where files, words or dates are in play."""

from __future__ import annotations

from datetime import date, datetime

from msgspec.structs import replace

from antenne.media import MediaError
from antenne.model import (
    Alternate,
    FeedImage,
    LiveItem,
    Location,
    RemoteItem,
    SocialInteract,
    Soundbite,
    UpdateFrequency,
    Value,
)
from antenne.problems import Rule, Where, rules
from antenne.read.moments import moment_in
from antenne.read.opened import Opened
from antenne.read.person import links_of
from antenne.read.strays import PICTURES
from antenne.read.tag_keys import AlternateKeys, FrequencyKeys, ImageKeys, LiveKeys


def locations_of(given: tuple[Location, ...], at: Opened) -> tuple[Location, ...]:
    """Return places with their names typeset."""
    return tuple(replace(place, name=at.words(place.name)) for place in given)


def images_of(given: tuple[ImageKeys, ...], at: Opened) -> tuple[FeedImage, ...]:
    """Return the pictures beside the artwork."""
    found = ((one, at.picture("images", one.file, one.alt, PICTURES)) for one in given)
    return tuple(FeedImage(image=image, purpose=one.purpose) for one, image in found if image)


def alternates_of(given: tuple[AlternateKeys, ...], at: Opened) -> tuple[Alternate, ...]:
    """Return the other files of a recording, or tell which cannot be read."""
    found = (_alternate(one, at) for one in given)
    return tuple(one for one in found if one)


def _alternate(keys: AlternateKeys, at: Opened) -> Alternate | None:
    path = at.file("alternates", keys.file)
    if path is None:
        return None
    try:
        audio = at.desk.probe(path).file
    except MediaError as error:
        at.desk.tell_media(rules.UNREADABLE_AUDIO, path, error)
        return None
    return Alternate(audio=audio, title=at.words(keys.title), language=keys.language, rel=keys.rel)


def soundbites_of(given: tuple[Soundbite, ...], duration: float, at: Opened) -> tuple[Soundbite, ...]:
    """Return passages with their titles typeset; one that ends after the recording is told."""
    for bite in given:
        if bite.duration <= 0 or bite.start + bite.duration > duration + 1:
            message = f"A soundbite ends {bite.start + bite.duration:g} s from the beginning, outside the recording."
            _tell(rules.BAD_VALUE, "soundbites", message, "Correct its `start` or `duration`.", at)
    return tuple(replace(bite, title=at.words(bite.title)) for bite in given)


def value_of(given: tuple[Value, ...], at: Opened) -> tuple[Value, ...]:
    """Return how listeners can pay; a time at which it is not said who is paid is told."""
    for split in (split for value in given for split in value.time_splits):
        if bool(split.recipients) == bool(split.remote):
            message = "A time split names neither recipients nor a remote item, or both."
            _tell(rules.BAD_VALUE, "value", message, "Write `recipients:` or `remote:` in it.", at)
    return given


def social_of(given: tuple[SocialInteract, ...], at: Opened) -> tuple[SocialInteract, ...]:
    """Return where the comments are; one without an address that is not the disabled one is told."""
    for one in given:
        if (one.protocol == "disabled") == bool(one.uri):
            message = f"`social` says {one.protocol}, {'and' if one.uri else 'but not'} where the first post is."
            hint = "Add `uri: …`, the post's address; `protocol: disabled` stands alone."
            _tell(rules.BAD_VALUE, "social", message, hint, at)
    return given


def publisher_of(given: RemoteItem | None) -> RemoteItem | None:
    """Return the publisher's feed, which is always of that medium."""
    return replace(given, medium="publisher") if given else None


def frequency_of(keys: FrequencyKeys | None, at: Opened) -> UpdateFrequency | None:
    """Return how often episodes come; a rule that counts needs to say from when."""
    if keys is None:
        return None
    if "COUNT=" in keys.rrule and keys.start is None:
        message = "The rule of `update_frequency` counts episodes, and does not say from when."
        _tell(rules.BAD_VALUE, "update_frequency", message, "Add `start: 2026-01-01` to it.", at)
    start = _moment(keys.start, at) if keys.start else None
    return UpdateFrequency(text=at.words(keys.text), rrule=keys.rrule, start=start, complete=keys.complete)


def live_of(given: tuple[LiveKeys, ...], at: Opened) -> tuple[LiveItem, ...]:
    """Return the live streams; a name that stands twice is told."""
    names = [one.name for one in given]
    for name in sorted({name for name in names if names.count(name) > 1}):
        message = f"Two live streams are called {name}, so apps would take them for one."
        _tell(rules.BAD_VALUE, "live", message, "Give each a `name` of its own.", at)
    return tuple(_live(one, at) for one in given)


def _live(keys: LiveKeys, at: Opened) -> LiveItem:
    return LiveItem(
        key=keys.name,
        title=at.words(keys.title),
        start=_moment(keys.start, at),
        end=_moment(keys.end, at) if keys.end else None,
        status=keys.status,
        url=keys.url,
        media_type=keys.type,
        links=links_of(keys.links, at),
        summary=at.words(keys.summary),
    )


def _moment(given: date, at: Opened) -> datetime:
    return moment_in(at.desk.settings.timezone, given)


def _tell(rule: Rule, key: str, message: str, hint: str, at: Opened) -> None:
    at.desk.tell(rule, at.document.place(key) if at.document else Where(), message, hint)
