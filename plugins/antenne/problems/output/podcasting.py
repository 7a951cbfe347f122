"""Rules on the tags of the podcast namespace, as its documentation has them."""

from __future__ import annotations

from antenne.problems.problem import Rule, Severity

_UNSEEN = "Apps leave out a tag that is not written so."


def _tag(name: str, summary: str, remedy: str, why: str = _UNSEEN) -> Rule:
    """Return the rule of one tag of the namespace."""
    code = "podcast-" + "".join(f"-{c.lower()}" if c.isupper() else c for c in name)
    return Rule(code, summary, f"Podcasting 2.0, {name}", why=why, remedy=remedy)


FEED_HTTPS = Rule(
    "feed-https",
    "Addresses of the podcast tags begin with https.",
    "Podcasting 2.0",
    Severity.WARNING,
    why="Apps on telephones refuse to ask for anything without encryption.",
    remedy="Write the address with https:// if its server answers there.",
)
PODCAST_UNKNOWN = Rule(
    "podcast-unknown",
    "A tag of the podcast namespace is one that it has.",
    "Podcasting 2.0",
    Severity.WARNING,
    why="No app looks for it: it is mostly a slip of the pen.",
    remedy="Correct the tag's name: capitals count.",
)
PODCAST_LOCKED = _tag(
    "locked", "podcast:locked says yes or no.", "Write yes or no.", "Hosts ask it before they take a show over."
)
PODCAST_FUNDING = _tag(
    "funding",
    "podcast:funding has an address and words.",
    'Write <podcast:funding url="https://…">…</podcast:funding>.',
)
PODCAST_PERSON = _tag(
    "person",
    "podcast:person has a name, and a group of the taxonomy.",
    'Write <podcast:person role="guest" group="cast">Name</podcast:person>.',
)
PODCAST_HOST = Rule(
    "podcast-host",
    "An item that names people names its show's hosts again.",
    "Podcasting 2.0, person",
    Severity.ADVICE,
    why="An item's people replace the show's: apps would show the guest alone.",
    remedy="Name the host in the item as well.",
)
PODCAST_LOCATION = _tag(
    "location",
    "podcast:location has words, and rightly written coordinates.",
    'Write <podcast:location geo="geo:48.85,2.35" osm="R7444" country="FR">Paris</podcast:location>.',
)
PODCAST_TRAILER = _tag(
    "trailer",
    "podcast:trailer has an address, a date by RFC 2822 and words.",
    'Write <podcast:trailer url="https://…" pubdate="Tue, 05 Nov 2013 11:41:00 +0100">…</podcast:trailer>.',
)
PODCAST_LICENSE = _tag(
    "license",
    "podcast:license is an identifier in lower case, or a name with an address.",
    "Write an identifier such as cc-by-4.0, or give the address of your own license as url.",
)
PODCAST_SOUNDBITE = _tag(
    "soundbite",
    "podcast:soundbite has a start and a duration in seconds.",
    'Write <podcast:soundbite startTime="73.0" duration="60.0"/>.',
)
PODCAST_SOUNDBITE_LENGTH = Rule(
    "podcast-soundbite-length",
    "A soundbite has 15 to 120 seconds.",
    "Podcasting 2.0, soundbite",
    Severity.ADVICE,
    why="It is what apps play to make somebody curious.",
    remedy="Choose a passage of 15 to 120 seconds.",
)
PODCAST_UPDATE_FREQUENCY = _tag(
    "updateFrequency",
    "podcast:updateFrequency has words, and a rule and a date that calendars read.",
    'Write <podcast:updateFrequency rrule="FREQ=WEEKLY">…</podcast:updateFrequency>.',
)
PODCAST_MEDIUM = _tag(
    "medium",
    "podcast:medium is one of the list.",
    "Write podcast, music, video, film, audiobook, newsletter, blog, publisher, course or mixed.",
    "Apps for music or films look for their medium alone.",
)
PODCAST_PODROLL = _tag(
    "podroll", "A podroll names one show or more.", "Put a <podcast:remoteItem feedGuid=…/> for each show into it."
)
PODCAST_PUBLISHER = _tag(
    "publisher",
    "podcast:publisher names exactly one publisher's feed.",
    'Put one <podcast:remoteItem medium="publisher" feedGuid=…/> into it.',
)
PODCAST_REMOTE_ITEM = _tag(
    "remoteItem",
    "podcast:remoteItem gives the guid of a feed.",
    "Write the podcast:guid of the other show as feedGuid.",
)
PODCAST_SOCIAL_INTERACT = _tag(
    "socialInteract",
    "podcast:socialInteract has a protocol and, unless that is disabled, an address.",
    'Write <podcast:socialInteract protocol="activitypub" uri="https://…"/>.',
)
PODCAST_ALTERNATE_ENCLOSURE = _tag(
    "alternateEnclosure",
    "podcast:alternateEnclosure has a type and at least one source with an address.",
    'Put <podcast:source uri="https://…"/> into it, and say type="audio/opus" or what it is.',
)
PODCAST_INTEGRITY = _tag(
    "integrity",
    "podcast:integrity is a digest (sri) or a signature, and the file's own.",
    "Make it again from the published file: sha256- and the digest in base64.",
    "Apps refuse a file that does not agree with its digest.",
)
PODCAST_TXT = _tag(
    "txt", "podcast:txt has words, and a purpose of at most 128 characters.", "Write what the service asked you for."
)
PODCAST_IMAGE = _tag(
    "image",
    "podcast:image has an address; width, height and aspect-ratio are numbers.",
    'Write <podcast:image href="https://…" alt="…" aspect-ratio="1/1" width="1400"/>.',
)
PODCAST_BLOCK = _tag(
    "block",
    "podcast:block says yes or no, and names a service by its id.",
    "Write yes or no; id is a word such as google.",
    "A word that is neither hides the show from nobody.",
)
PODCAST_VALUE = _tag(
    "value",
    "podcast:value has a type and a method, and recipients with an address and a whole split.",
    'Put <podcast:valueRecipient type="node" address="…" split="100"/> into it.',
    "Payments go wrong, or nowhere.",
)
PODCAST_LIVE_ITEM = _tag(
    "liveItem",
    "podcast:liveItem has a status and a start, and ends after it starts.",
    'Write status="pending", "live" or "ended", and start="2026-11-23T20:00:00+01:00".',
)
PODCAST_CONTENT_LINK = _tag(
    "contentLink", "podcast:contentLink has an address and words.", 'Write href="https://…" and what is found there.'
)
PODCAST_CHAT = _tag("chat", "podcast:chat has a server and a protocol.", 'Write server="…" protocol="irc" or another.')
PODCAST_PODPING = _tag("podping", "podcast:podping says usesPodping true or false.", 'Write usesPodping="true".')
