"""Chapters as a file: JSON chapters of Podcasting 2.0, version 1.2.0."""

from __future__ import annotations

import json
import math

from antenne.fields import address
from antenne.model import Chapter

MOST_CHAPTERS = 1000


class BadChapters(ValueError):
    """A file of chapters that cannot be taken: a sentence, and the line where it is known."""

    def __init__(self, message: str, line: int = 0) -> None:
        super().__init__(message)
        self.line = line


def parse_json_chapters(source: str) -> tuple[Chapter, ...]:
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
    return tuple(_chapter(item, number) for number, item in enumerate(chapters, 1))


def _chapter(item: object, number: int) -> Chapter:
    if not isinstance(item, dict):
        raise BadChapters(f"Chapter {number} is no group of keys.")
    start = _time(item.get("startTime"))
    if start is None:
        raise BadChapters(f"The `startTime` of chapter {number} is not a number of seconds.")
    title = item.get("title", "")
    return Chapter(
        start=start,
        title=title[:1000] if isinstance(title, str) else "",
        url=_link(item, "url", number),
        img=_link(item, "img", number),
        toc=item.get("toc") is not False,
        end=_time(item.get("endTime")),
    )


def _time(value: object) -> float | None:
    # A bool is an int to Python, and no time to anybody.
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value < 10_000_000:
        return None
    return float(value) if math.isfinite(value) else None


def _link(item: dict[object, object], name: str, number: int) -> str:
    value = item.get(name) or ""
    try:
        return address.read(value) if isinstance(value, str) and value else ""
    except ValueError as error:
        raise BadChapters(f"The `{name}` of chapter {number} is not an address: it begins with https://.") from error


def _no_constant(name: str) -> float:
    raise ValueError(name)
