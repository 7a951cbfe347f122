"""Rules on the files that a feed names beside the recordings: chapters, transcripts and artwork."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from antenne.check.feed import Feed, find, find_all, name_of
from antenne.check.magic import picture_facts, picture_faults
from antenne.check.site import Site
from antenne.problems import Problem
from antenne.problems.rules import FEED_ARTWORK, FEED_CHAPTERS, FEED_TRANSCRIPT

_CUE = re.compile(r"(?:\d{2,}:)?\d{2}:\d{2}\.\d{3} --> (?:\d{2,}:)?\d{2}:\d{2}\.\d{3}( .*)?")
_BUILD_AGAIN = "Build again; when it stays so, check SITEURL and the episode's folder."


def chapters(feed: Feed, site: Site) -> Iterator[Problem]:
    """P3: the chapters' file is there and holds ascending times."""
    for item in feed.items:
        for element in find_all(item, "podcast:chapters"):
            path = site.local(element.get("url", ""))
            fault = (
                _chapters_fault((site.folder / path).read_bytes()) if path else "are not among the files of the site"
            )
            if element.get("type") != "application/json+chapters":
                fault = f"have the type “{element.get('type', '')}” and not application/json+chapters"
            if fault:
                yield feed.at(FEED_CHAPTERS, element, f"The chapters of {name_of(item)} {fault}.", _BUILD_AGAIN)


def transcripts(feed: Feed, site: Site) -> Iterator[Problem]:
    """P2: the transcript is there and is WebVTT with captions."""
    for item in feed.items:
        for element in find_all(item, "podcast:transcript"):
            path = site.local(element.get("url", ""))
            fault = _vtt_fault((site.folder / path).read_bytes()) if path else "is not among the files of the site"
            if element.get("type") != "text/vtt":
                fault = f"has the type “{element.get('type', '')}” and not text/vtt"
            if fault:
                yield feed.at(FEED_TRANSCRIPT, element, f"The transcript of {name_of(item)} {fault}.", _BUILD_AGAIN)


def artwork(feed: Feed, site: Site) -> Iterator[Problem]:
    """W1, W2: square, 1400 to 3000 px, JPEG or PNG as its address ends, RGB without transparency."""
    for node in (feed.channel, *feed.items):
        element = find(node, "itunes:image")
        if element is None:
            continue
        url = element.get("href", "")
        path = site.local(url)
        faults = (
            picture_faults(picture_facts(site.folder / path), url) if path else ["is not among the files of the site"]
        )
        for fault in faults:
            hint = (
                "Give a square JPEG or PNG of 3000 by 3000 pixels in RGB as the show's artwork or the episode's cover."
            )
            yield feed.at(FEED_ARTWORK, element, f"The picture {url} {fault}.", hint)


def _chapters_fault(data: bytes) -> str:
    try:
        document = json.loads(data)
        starts = [chapter["startTime"] for chapter in document["chapters"]]
        version = str(document["version"])
    except (ValueError, KeyError, TypeError):
        return "cannot be read as JSON chapters"
    if not all(isinstance(start, int | float) and start >= 0 for start in starts) or starts != sorted(starts):
        return "do not begin one after the other"
    return "" if version.startswith("1.2") else f"say version {version} and not 1.2.0"


def _vtt_fault(data: bytes) -> str:
    try:
        lines = data.decode().splitlines()
    except UnicodeDecodeError:
        return "is not text in UTF-8"
    if not lines or not re.fullmatch(r"WEBVTT([ \t].*)?", lines[0]):
        return "does not begin with WEBVTT"
    times = [line for line in lines if "-->" in line]
    if not times:
        return "has no caption"
    wrong = next((line for line in times if not _CUE.fullmatch(line)), "")
    return f"has a time that cannot be read, “{wrong}”" if wrong else ""


FILE_RULES = (chapters, transcripts, artwork)
"""Every rule on the files that a feed names beside the recordings."""
