"""Chapters as a file of lines: WebVTT, labels of Audacity, or a plain list of times."""

from __future__ import annotations

import re

from antenne.model import Chapter
from antenne.read.captions import captions_in
from antenne.read.marks import LONGEST_TITLE, BadChapters, Mark, bounded
from antenne.read.script import BadTranscript
from antenne.text import timed_line

_LABEL = re.compile(r"(\d{1,7}(?:[.,]\d{1,9})?)\t(\d{1,7}(?:[.,]\d{1,9})?)(?:\t(.*))?")


def parse_vtt_chapters(source: str) -> tuple[Mark, ...]:
    """Return the cues of a WebVTT text as chapters with their ends; raise BadChapters."""
    try:
        found = [
            Mark(Chapter(start=one.start, title=one.words[:LONGEST_TITLE], end=one.end), one.line)
            for one in captions_in(source)
        ]
    except BadTranscript as error:
        raise BadChapters("The times of this chapter cannot be read.", error.line) from error
    return bounded(found)


def parse_plain_chapters(source: str) -> tuple[Mark, ...]:
    """Return the chapters of Audacity's labels, else of a list `00:00 Title`; raise BadChapters."""
    lines = [(number, line) for number, line in enumerate(source.split("\n"), 1) if line.strip()]
    read = _label if any(_LABEL.fullmatch(line.strip(" ")) for _, line in lines) else _timed
    # Below a label with a range of frequencies Audacity writes that range, after a backslash.
    return bounded([read(line, number) for number, line in lines if not line.startswith("\\")])


def _label(line: str, number: int) -> Mark:
    found = _LABEL.fullmatch(line.strip(" ")[: LONGEST_TITLE * 2])
    if not found:
        raise BadChapters("This line is no label of Audacity: start, tab, end, tab, title.", number)
    start, end = (float(part.replace(",", ".")) for part in found.groups()[:2])
    title = (found[3] or "").strip()[:LONGEST_TITLE]
    return Mark(Chapter(start=start, title=title, end=end if end != start else None), number)


def _timed(line: str, number: int) -> Mark:
    timed = timed_line(line, number)
    if timed is None:
        raise BadChapters("This line does not begin with a time and go on with a title.", number)
    return Mark(Chapter(start=timed.start, title=timed.title[:LONGEST_TITLE]), number)
