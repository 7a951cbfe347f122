"""Converters of the values that the podcast namespace lists or shapes."""

from __future__ import annotations

import re

from antenne.fields import OneText, Unfit, pattern
from antenne.problems import nearest

MEDIA = ("podcast", "music", "video", "film", "audiobook", "newsletter", "blog", "course")
"""What a feed with recordings can be; `publisher` and the lists (`podcastL`…) hold no recordings."""
SOCIAL = ("disabled", "activitypub", "twitter", "lightning", "bluesky", "hive", "matrix", "nostr")
CHATS = ("irc", "xmpp", "nostr", "matrix")
SERVICES = frozenset(
    (
        "acast",
        "amazon",
        "anchor",
        "apple",
        "audioboom",
        "backtracks",
        "bitcoin",
        "blubrry",
        "buzzsprout",
        "captivate",
        "castos",
        "fireside",
        "google",
        "hypercatcher",
        "libsyn",
        "mastodon",
        "megafono",
        "megaphone",
        "omnystudio",
        "overcast",
        "paypal",
        "pinecast",
        "podbean",
        "podcastaddict",
        "podcastindex",
        "podcasts.com",
        "podchaser",
        "podfriend",
        "podiant",
        "podigee",
        "podnews",
        "podomatic",
        "podserve",
        "podverse",
        "redcircle",
        "relayfm",
        "resonate",
        "rss.com",
        "shoutengine",
        "simplecast",
        "slack",
        "soundcloud",
        "spotify",
        "spreaker",
        "transistor",
        "twitter",
        "whooshkaa",
        "zencast",
    )
)
"""The namespace's list of slugs of services."""

_RULE_PART = r"(?:UNTIL|COUNT|INTERVAL|BY[A-Z]+|WKST)=[0-9A-Za-z+:.,-]+"


def _service(typed: str) -> str:
    if typed not in SERVICES:
        guess = nearest(typed, SERVICES)
        raise Unfit("the namespace lists no such service", f"Did you mean `{guess}`?" if guess else "")
    return typed


service = OneText(
    "a service such as `spotify`", _service, hint="Take a slug of the namespace's list, such as apple or spotify."
)
country = pattern("a country's two letters", "[a-z]{2}", "Write the two letters in lower case, such as fr.")
osm = pattern(
    "an OpenStreetMap object",
    "[NWR][0-9]{1,15}(#[0-9]{1,9})?",
    "Write N, W or R (node, way, relation) and its number, such as R7444.",
)


def _geo(typed: str) -> str:
    found = re.fullmatch(r"(?:geo:)?(-?[0-9]{1,2}(?:\.[0-9]{1,9})?), ?(-?[0-9]{1,3}(?:\.[0-9]{1,9})?)", typed)
    if not found:
        raise Unfit("that is no latitude and longitude")
    latitude, longitude = found.groups()
    if abs(float(latitude)) > 90 or abs(float(longitude)) > 180:
        raise Unfit("latitude goes to 90 degrees, longitude to 180")
    return f"geo:{latitude},{longitude}"


geo = OneText(
    "a latitude and a longitude",
    _geo,
    hint="Write the degrees with points, latitude first, such as 48.8566,2.3522.",
)
rrule = pattern(
    "a rule of RFC 5545",
    f"FREQ=(?:DAILY|WEEKLY|MONTHLY|YEARLY)(?:;{_RULE_PART})*",
    "Write it like FREQ=WEEKLY or FREQ=MONTHLY;BYDAY=1TU.",
)
amount = pattern("an amount such as 0.00000005", r"[0-9]{1,9}(\.[0-9]{1,18})?", "Write digits with a point.")
stream_type = pattern(
    "a media type", r"(audio|video|application)/[A-Za-z0-9.+-]{1,60}", "Write it like audio/mpeg or video/mp4."
)
tokens = pattern(
    "one or more words",
    r"(?=.{1,128}$)[A-Za-z0-9/_.-]+( [A-Za-z0-9/_.-]+)*",
    "Write words such as social, banner, canvas or circular, with spaces between them.",
)
