"""Rules on the recordings' own bytes, held against what the feed says of them."""

from __future__ import annotations

import os
from collections.abc import Iterator

from lxml import etree

from antenne.check.feed import Feed, name_of, text_of
from antenne.check.feed_enclosures import KINDS, enclosures, ending
from antenne.check.magic import file_kind
from antenne.check.mpeg import MpegFacts, read_mpeg
from antenne.check.site import Site
from antenne.problems import Problem
from antenne.problems.output.items import (
    AUDIO_BITRATE,
    AUDIO_DURATION,
    AUDIO_RATE,
    ENCLOSURE_BYTES,
    ENCLOSURE_LENGTH,
    ENCLOSURE_MISSING,
)

_RATES = (44100, 48000)
_BITRATES = {1: (96, 128), 2: (128, 256)}
"""Per number of channels: the least and the most kbit/s that Apple advises for MP3."""


def recordings(feed: Feed, site: Site) -> Iterator[Problem]:
    """I4, I5, M2: each recording is on the site, has the length told, and is what it is called."""
    for item, enclosure in enclosures(feed):
        url = enclosure.get("url", "")
        path = site.local(url)
        if path is None:
            if site.belongs(url):
                message = f"The recording of {name_of(item)}, {url}, is not among the files of the site."
                hint = "Build again; when it stays so, check SITEURL and the episode's folder."
                yield feed.at(ENCLOSURE_MISSING, enclosure, message, hint)
            continue
        with site.at(path).open("rb") as file:
            size = os.fstat(file.fileno()).st_size
            kind = file_kind(file)
            facts = read_mpeg(file, size) if kind == "mp3" else None
        yield from _length(feed, item, enclosure, size)
        if kind != KINDS.get(ending(url), (kind, ()))[0]:
            message = f"The recording of {name_of(item)}, {url}, holds {kind or 'no audio'} by its first bytes."
            hint = "Give the recording the ending that its bytes have: .mp3, .m4a…"
            yield feed.at(ENCLOSURE_BYTES, enclosure, message, hint)
        elif facts is not None:
            yield from _mpeg(feed, item, enclosure, facts)


def _length(feed: Feed, item: etree._Element, enclosure: etree._Element, size: int) -> Iterator[Problem]:
    said = enclosure.get("length", "")
    if said != str(size) or not size:
        message = f"The feed says that the recording of {name_of(item)} has “{said}” bytes, and it has {size}."
        yield feed.at(ENCLOSURE_LENGTH, enclosure, message, "Build again: the recording changed after it was read.")


def _mpeg(feed: Feed, item: etree._Element, enclosure: etree._Element, facts: MpegFacts) -> Iterator[Problem]:
    if facts.rate not in _RATES:
        message = f"The recording of {name_of(item)} has {facts.rate} samples a second."
        yield feed.at(AUDIO_RATE, enclosure, message)
    least, most = _BITRATES[facts.channels]
    if not least <= facts.kilobits <= most:
        sound = "mono" if facts.channels == 1 else "stereo"
        message = f"The recording of {name_of(item)} has {facts.kilobits} kbit/s in {sound}."
        yield feed.at(AUDIO_BITRATE, enclosure, message)
    said = text_of(item, "itunes:duration")
    # Headers count whole frames, and some writers forget the silence at the end.
    if said.isdecimal() and len(said) < 10 and abs(int(said) - facts.seconds) > max(2.0, 0.02 * facts.seconds):
        message = f"The feed says {said} seconds of {name_of(item)}, and the recording has {facts.seconds:.0f}."
        yield feed.at(AUDIO_DURATION, enclosure, message, "Build again: the recording changed after it was read.")


RECORDING_RULES = (recordings,)
"""Every rule on the recordings' bytes."""
