"""The tags of the podcast namespace and the shape of each, as its documentation has them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from antenne.check.shapes import (
    Shape,
    address,
    anything,
    iso_moment,
    mail_moment,
    number,
    one_of,
    short,
    true_or_false,
    uuid,
    whole,
    written,
    yes_or_no,
)
from antenne.problems.output.items import FEED_NUMBER
from antenne.problems.output.podcasting import (
    PODCAST_ALTERNATE_ENCLOSURE,
    PODCAST_BLOCK,
    PODCAST_CHAT,
    PODCAST_CONTENT_LINK,
    PODCAST_FUNDING,
    PODCAST_IMAGE,
    PODCAST_INTEGRITY,
    PODCAST_LICENSE,
    PODCAST_LIVE_ITEM,
    PODCAST_LOCATION,
    PODCAST_LOCKED,
    PODCAST_MEDIUM,
    PODCAST_PERSON,
    PODCAST_PODPING,
    PODCAST_PODROLL,
    PODCAST_PUBLISHER,
    PODCAST_REMOTE_ITEM,
    PODCAST_SOCIAL_INTERACT,
    PODCAST_SOUNDBITE,
    PODCAST_TRAILER,
    PODCAST_TXT,
    PODCAST_UPDATE_FREQUENCY,
    PODCAST_VALUE,
)

_MEDIA = ("podcast", "music", "video", "film", "audiobook", "newsletter", "blog", "publisher", "course")
medium = one_of(*_MEDIA, *(f"{name}L" for name in _MEDIA), "mixed")
media_type = written(r"[a-z]+/[A-Za-z0-9.+-]+(?:\s*;.*)?")
_GROUPS = (
    "creative direction|cast|writing|audio production|audio post-production|administration|visuals|community|misc[.]?"
    "|video production|video post-production"
)
group = written(f"(?i:{_GROUPS})")
_GEO = written(r"geo:-?\d+(?:\.\d+)?,-?\d+(?:\.\d+)?(?:,-?\d+(?:\.\d+)?)?(?:;.+)*")

PODCAST_TAGS: Mapping[str, Shape] = MappingProxyType(
    {
        "locked": Shape(rule=PODCAST_LOCKED, text=yes_or_no, may={"owner": written(r"[^@\s]+@[^@\s]+")}),
        "funding": Shape(rule=PODCAST_FUNDING, text=anything, needs={"url": address}),
        "person": Shape(rule=PODCAST_PERSON, text=anything, may={"group": group, "href": address, "img": address}),
        "location": Shape(
            rule=PODCAST_LOCATION,
            text=anything,
            may={
                "rel": one_of("subject", "creator"),
                "geo": _GEO,
                "osm": written(r"[NWR]\d+(?:#\d+)?"),
                "country": written(r"[A-Za-z]{2}"),
            },
        ),
        "trailer": Shape(
            rule=PODCAST_TRAILER,
            text=anything,
            needs={"url": address, "pubdate": mail_moment},
            may={"length": whole, "type": media_type, "season": whole},
        ),
        "soundbite": Shape(rule=PODCAST_SOUNDBITE, needs={"startTime": number, "duration": number}),
        "season": Shape(rule=FEED_NUMBER, text=whole, may={"name": short(128)}),
        "episode": Shape(rule=FEED_NUMBER, text=written(r"\d+(?:\.\d+)?"), may={"display": short(32)}),
        "medium": Shape(rule=PODCAST_MEDIUM, text=medium),
        "updateFrequency": Shape(
            rule=PODCAST_UPDATE_FREQUENCY,
            text=anything,
            may={
                "complete": true_or_false,
                "dtstart": iso_moment,
                "rrule": written(r"FREQ=(?:DAILY|WEEKLY|MONTHLY|YEARLY|HOURLY)(?:;[A-Z]+=[A-Z0-9,+:.-]+)*"),
            },
        ),
        "podroll": Shape(rule=PODCAST_PODROLL, children=("podcast:remoteItem",)),
        "publisher": Shape(rule=PODCAST_PUBLISHER, children=("podcast:remoteItem",)),
        "remoteItem": Shape(
            rule=PODCAST_REMOTE_ITEM, needs={"feedGuid": uuid}, may={"medium": medium, "feedUrl": address}
        ),
        "socialInteract": Shape(
            rule=PODCAST_SOCIAL_INTERACT,
            needs={"protocol": anything, "uri": anything},
            may={"priority": whole, "accountUrl": address},
            unless=("protocol", "disabled"),
        ),
        "alternateEnclosure": Shape(
            rule=PODCAST_ALTERNATE_ENCLOSURE,
            needs={"type": media_type},
            may={"length": whole, "bitrate": number, "height": whole, "default": true_or_false},
            children=("podcast:source",),
        ),
        "source": Shape(rule=PODCAST_ALTERNATE_ENCLOSURE, needs={"uri": anything}, may={"contentType": media_type}),
        "integrity": Shape(rule=PODCAST_INTEGRITY, needs={"type": one_of("sri", "pgp-signature"), "value": anything}),
        "txt": Shape(rule=PODCAST_TXT, text=anything, may={"purpose": short(128)}),
        "image": Shape(
            rule=PODCAST_IMAGE,
            needs={"href": address},
            may={
                "width": whole,
                "height": whole,
                "type": media_type,
                "aspect-ratio": written(r"\d+(?:\.\d+)?/\d+(?:\.\d+)?"),
            },
        ),
        "images": Shape(rule=PODCAST_IMAGE, needs={"srcset": anything}),
        "block": Shape(rule=PODCAST_BLOCK, text=yes_or_no, may={"id": written(r"[a-z0-9]+(?:[-.][a-z0-9]+)*")}),
        "license": Shape(rule=PODCAST_LICENSE, text=anything, may={"url": address}),
        "value": Shape(
            rule=PODCAST_VALUE,
            needs={"type": anything, "method": anything},
            may={"suggested": number},
            children=("podcast:valueRecipient",),
        ),
        "valueRecipient": Shape(
            rule=PODCAST_VALUE,
            needs={"type": anything, "address": anything, "split": written(r"\d+")},
            may={"fee": true_or_false},
        ),
        "valueTimeSplit": Shape(
            rule=PODCAST_VALUE,
            needs={"startTime": number, "duration": number},
            may={"remotePercentage": number},
            children=("podcast:remoteItem", "podcast:valueRecipient"),
        ),
        "liveItem": Shape(
            rule=PODCAST_LIVE_ITEM,
            needs={"status": one_of("pending", "live", "ended"), "start": iso_moment},
            may={"end": iso_moment},
        ),
        "contentLink": Shape(rule=PODCAST_CONTENT_LINK, text=anything, needs={"href": address}),
        "chat": Shape(
            rule=PODCAST_CHAT,
            needs={"server": anything, "protocol": written(r"[a-z0-9-]+")},
            may={"embedUrl": address},
        ),
        "podping": Shape(rule=PODCAST_PODPING, needs={"usesPodping": true_or_false}),
    }
)
"""The shape of every tag of the namespace that can be judged by itself."""

OTHER_TAGS = ("guid", "transcript", "chapters", "metaBoost", "hiveAccount")
"""Tags of the namespace that have rules of their own, or that nothing is known of."""
