"""Rules on transcripts: the tag, and the captions in the file."""

from __future__ import annotations

import itertools
import json
import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from antenne.check.chapters import LARGEST, duration_of, seconds_of
from antenne.check.feed import Feed, find_all, name_of
from antenne.check.site import Site
from antenne.problems import Problem, Rule
from antenne.problems.output.sidecars import (
    TRANSCRIPT_LINES,
    TRANSCRIPT_MISSING,
    TRANSCRIPT_ORDER,
    TRANSCRIPT_TAG,
    TRANSCRIPT_UNREADABLE,
)

VTT, SRT, JSON = "text/vtt", "application/x-subrip", "application/json"
TYPES = (VTT, SRT, "application/srt", JSON, "text/html", "text/plain")
_HINT = "Build again; when it stays so, look at the episode's transcript."
_CUE = {
    VTT: re.compile(
        r"((?:\d{2,}:)?[0-5]\d:[0-5]\d\.\d{3})[ \t]+-->[ \t]+((?:\d{2,}:)?[0-5]\d:[0-5]\d\.\d{3})(?:\s.*)?"
    ),
    SRT: re.compile(r"(\d{2,}:[0-5]\d:[0-5]\d[,.]\d{3})[ \t]+-->[ \t]+(\d{2,}:[0-5]\d:[0-5]\d[,.]\d{3})\s*"),
}
_WIDTH = {VTT: 65, SRT: 32}
_MOST_LINES = 2
_MARKUP = re.compile(r"<[^>]*>")


class Unreadable(Exception):
    """A transcript is not what its type says: the text is the end of a sentence."""


class Caption(Struct, frozen=True):
    """When a caption is shown, in seconds, and its lines."""

    start: float
    end: float
    lines: tuple[str, ...]


def transcript_tags(feed: Feed) -> Iterator[Problem]:
    """P2: a transcript has an address and a type that apps read."""
    for item in feed.items:
        for element in find_all(item, "podcast:transcript"):
            said = element.get("type", "")
            if said not in TYPES or not element.get("url"):
                fault = f"the type “{said}”, which apps do not read" if element.get("url") else "no address"
                yield feed.at(TRANSCRIPT_TAG, element, f"The transcript of {name_of(item)} has {fault}.", _HINT)


def transcript_files(feed: Feed, site: Site) -> Iterator[Problem]:
    """P2: a transcript is there, is what its type says, and its captions are in order, short and not too late."""
    for item in feed.items:
        for element in find_all(item, "podcast:transcript"):
            url, said = element.get("url", ""), element.get("type", "")
            path = site.local(url)
            if path is None:
                missing = (TRANSCRIPT_MISSING, f"is not among the files of the site: {url}")
                faults = [missing] if site.belongs(url) else []
            else:
                with site.at(path).open("rb") as file:
                    faults = list(_faults(file.read(LARGEST), said, duration_of(item)))
            for rule, fault in faults:
                yield feed.at(rule, element, f"The transcript of {name_of(item)} {fault}.", _HINT)


def captions(data: bytes, media_type: str) -> tuple[Caption, ...]:
    """Return the captions of WebVTT, SRT or JSON, none of another type; raise Unreadable."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Unreadable("is not text in UTF-8") from None
    if media_type == JSON:
        return _json(text)
    kind = SRT if media_type == "application/srt" else media_type
    if kind not in _CUE:
        return ()
    if kind == VTT and not re.match(r"WEBVTT([ \t\r\n]|$)", text):
        raise Unreadable("does not begin with WEBVTT")
    found = tuple(_cues(text.splitlines(), _CUE[kind]))
    if not found:
        raise Unreadable("has no caption")
    return found


def _cues(lines: Sequence[str], pattern: re.Pattern[str]) -> Iterator[Caption]:
    for number, line in enumerate(lines):
        if "-->" not in line:
            continue
        found = pattern.fullmatch(line)
        if not found:
            raise Unreadable(f"has a time that cannot be read, “{line[:60]}”")
        start, end = (seconds_of(time.replace(",", ".")) or 0.0 for time in found.groups())
        words = itertools.takewhile(lambda text: text.strip() and "-->" not in text, lines[number + 1 : number + 50])
        yield Caption(start, end, tuple(words))


def _json(text: str) -> tuple[Caption, ...]:
    try:
        segments = json.loads(text)["segments"]
        return tuple(Caption(float(s["startTime"]), float(s["endTime"]), (str(s["body"]),)) for s in segments)
    except (ValueError, KeyError, TypeError, OverflowError, RecursionError):
        raise Unreadable("cannot be read as the JSON of transcripts") from None


def _faults(data: bytes, media_type: str, duration: float) -> Iterator[tuple[Rule, str]]:
    try:
        found = captions(data, media_type)
    except Unreadable as unreadable:
        yield TRANSCRIPT_UNREADABLE, str(unreadable)
        return
    starts = [caption.start for caption in found]
    late = next((c for c in found if c.end < c.start or c.start > duration + 1), None)
    if starts != sorted(starts):
        yield TRANSCRIPT_ORDER, "has captions that are not in order"
    elif late:
        fault = "ends before it begins" if late.end < late.start else "comes after the end of the recording"
        yield TRANSCRIPT_ORDER, f"has a caption at {late.start:g} seconds that {fault}"
    width = _WIDTH.get(media_type)
    long = [c for c in found if width and any(len(_MARKUP.sub("", line)) > width for line in c.lines)]
    many = [c for c in found if media_type == SRT and len(c.lines) > _MOST_LINES]
    if long or many:
        yield TRANSCRIPT_LINES, f"has {len(long or many)} captions with lines too long or too many"
