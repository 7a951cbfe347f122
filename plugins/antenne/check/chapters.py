"""Rules on chapters: the tag, the JSON file, and the simple chapters within the feed."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from antenne.check.feed import Feed, find_all, name_of, text_of
from antenne.check.site import Site
from antenne.problems import Problem, Rule
from antenne.problems.output.sidecars import (
    CHAPTERS_MISSING,
    CHAPTERS_ORDER,
    CHAPTERS_TAG,
    CHAPTERS_UNREADABLE,
    DESCRIBED_CHAPTERS,
    SIMPLE_CHAPTERS,
)

LARGEST = 5_000_000
"""More bytes than these are not read of a file of chapters or a transcript."""

_TYPE = "application/json+chapters"
_TIME = re.compile(r"(?:(?:(\d+):)?(\d{1,2}):)?(\d{1,5}(?:\.\d+)?)")
_LISTED = re.compile(r"\s*[-–•(\[]?((?:\d{1,2}:)?\d{1,3}:[0-5]\d)[)\]]?\s+\S")
_HINT = "Build again; when it stays so, look at the episode's chapters."


def chapter_tags(feed: Feed) -> Iterator[Problem]:
    """P3: chapters have an address and their type."""
    for item in feed.items:
        for element in find_all(item, "podcast:chapters"):
            said = element.get("type", "")
            if said != _TYPE or not element.get("url"):
                fault = f"the type “{said}” and not {_TYPE}" if element.get("url") else "no address"
                yield feed.at(CHAPTERS_TAG, element, f"The chapters of {name_of(item)} have {fault}.", _HINT)


def simple_chapters(feed: Feed) -> Iterator[Problem]:
    """P3: Podlove's chapters begin one after the other, and have titles."""
    for item in feed.items:
        starts = []
        for element in find_all(item, "psc:chapters/psc:chapter"):
            start = seconds_of(element.get("start", ""))
            if start is None or not element.get("title", "").strip():
                fault = f"the start “{element.get('start', '')}”" if start is None else "no title"
                yield feed.at(SIMPLE_CHAPTERS, element, f"A simple chapter of {name_of(item)} has {fault}.", _HINT)
            starts.append(start or 0.0)
        if starts != sorted(starts):
            yield feed.at(SIMPLE_CHAPTERS, item, f"The simple chapters of {name_of(item)} are not in order.", _HINT)


def described_chapters(feed: Feed) -> Iterator[Problem]:
    """P3: a list of times in a description begins at 0:00, ascends, and has three lines at least."""
    for item in feed.items:
        found = [_LISTED.match(line) for line in text_of(item, "description").splitlines()]
        starts = [seconds_of(line[1]) or 0.0 for line in found if line]
        if len(starts) < 2:
            continue
        fault = "does not begin at 0:00" if starts[0] else "has fewer than three lines" if len(starts) < 3 else ""
        fault = fault or ("does not ascend" if sorted(set(starts)) != starts else "")
        if fault:
            message = f"The list of times in the description of {name_of(item)} {fault}."
            yield feed.at(DESCRIBED_CHAPTERS, item, message, _HINT)


def chapter_files(feed: Feed, site: Site) -> Iterator[Problem]:
    """P3: the chapters' file is there, can be read, and holds ascending times within the recording."""
    for item in feed.items:
        for element in find_all(item, "podcast:chapters"):
            url = element.get("url", "")
            path = site.local(url)
            if path is not None:
                with site.at(path).open("rb") as file:
                    fault = _fault(file.read(LARGEST), duration_of(item))
            else:
                missing = (CHAPTERS_MISSING, f"are not among the files of the site: {url}")
                fault = missing if site.belongs(url) else None
            if fault:
                yield feed.at(fault[0], element, f"The chapters of {name_of(item)} {fault[1]}.", _HINT)


def duration_of(item: etree._Element) -> float:
    """Return the seconds that an item says it lasts, without an end when it does not say."""
    said = text_of(item, "itunes:duration")
    return float(said) if said.isdecimal() and len(said) < 10 else float("inf")


def seconds_of(time: str) -> float | None:
    """Return the seconds of a time such as 1:02:03.5, or None when it is none."""
    found = _TIME.fullmatch(time.strip())
    return int(found[1] or 0) * 3600 + int(found[2] or 0) * 60 + float(found[3]) if found else None


def _fault(data: bytes, duration: float) -> tuple[Rule, str] | None:
    try:
        document = json.loads(data)
        starts = [chapter["startTime"] for chapter in document["chapters"]]
        version = str(document["version"])
    except (ValueError, KeyError, TypeError, RecursionError):
        return CHAPTERS_UNREADABLE, "cannot be read as JSON chapters"
    if not re.fullmatch(r"1\.[0-2](\.\d+)?", version):
        return CHAPTERS_UNREADABLE, f"say version {version[:20]} and not 1.2.0"
    if not all(_is_time(start) for start in starts):
        return CHAPTERS_UNREADABLE, "have a time that is no number of seconds"
    if starts != sorted(starts):
        return CHAPTERS_ORDER, "do not begin one after the other"
    if starts and starts[-1] > duration + 1:
        return CHAPTERS_ORDER, f"go on at {starts[-1]} seconds, after the end of the recording"
    return None


def _is_time(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value < float("inf")
