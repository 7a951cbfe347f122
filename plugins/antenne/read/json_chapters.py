"""Chapters as a file: JSON chapters of Podcasting 2.0, version 1.2.0."""

from __future__ import annotations

import json
import math

from antenne.model import Chapter
from antenne.read.marks import LONGEST_TITLE, MOST_CHAPTERS, BadChapters, Mark, link


def parse_json_chapters(source: str) -> tuple[Mark, ...]:
    """Return the chapters of a JSON text in the file's order, titles as they stand; raise BadChapters."""
    try:
        data = json.loads(source, parse_constant=_no_constant)
    except json.JSONDecodeError as error:
        raise BadChapters(f"The file is not JSON: {error.msg}.", error.lineno) from error
    except (RecursionError, ValueError) as error:
        raise BadChapters("The file is not JSON that can be read.") from error
    chapters = data.get("chapters") if isinstance(data, dict) else None
    if not isinstance(chapters, list):
        raise BadChapters("The file holds no list `chapters`.")
    if len(chapters) > MOST_CHAPTERS:
        raise BadChapters(f"The file holds more than {MOST_CHAPTERS} chapters.")
    return tuple(Mark(_chapter(item, f"chapter {number}")) for number, item in enumerate(chapters, 1))


def _chapter(item: object, which: str) -> Chapter:
    if not isinstance(item, dict):
        raise BadChapters(f"{which.capitalize()} is no group of keys.")
    start = json_seconds(item.get("startTime"))
    if start is None:
        raise BadChapters(f"The `startTime` of {which} is not a number of seconds.")
    title = item.get("title", "")
    return Chapter(
        start=start,
        title=title[:LONGEST_TITLE] if isinstance(title, str) else "",
        url=link(item.get("url"), "url", which),
        img=link(item.get("img"), "img", which),
        toc=item.get("toc") is not False,
        end=json_seconds(item.get("endTime")),
    )


def json_seconds(value: object) -> float | None:
    """Return a JSON value as seconds, or None when it is none."""
    # A bool is an int to Python, and no time to anybody.
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value < 10_000_000:
        return None
    return float(value) if math.isfinite(value) else None


def _no_constant(name: str) -> float:
    raise ValueError(name)
