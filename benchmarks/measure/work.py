"""How much a tool has made: unless all made the same, their times say nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

PAGES = {
    "episodes": re.compile(r"episodes/[^/]+/index\.html"),
    "notes": re.compile(r"notes/\d{4}/[^/]+/index\.html"),
    "books": re.compile(r"books/[^/]+/index\.html"),
    "index": re.compile(r"(index|(.*/)?page/\d+/index)\.html"),
}
"""The kinds of pages that every tool makes, by their paths."""

_ITEM = re.compile(rb"<item>.*?<link>([^<]+)</link>", re.DOTALL)
_FEEDS = (".xml", ".rss")
_TEXTS = (".html", ".xml", ".rss", ".atom", ".json", ".css", ".txt")
LEEWAY = 0.05
"""By how much the bytes of two tools may differ."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """The pages of each kind, the different items of all feeds with recordings, and the files and bytes of texts."""

    pages: dict[str, int]
    items: int
    files: int
    bytes: int


def count_work(output: Path) -> Work:
    """Count what stands in a folder; recordings and pictures, which not every tool publishes, do not count."""
    texts = {path.relative_to(output).as_posix(): path for path in _texts(output)}
    feeds = (path.read_bytes() for name, path in texts.items() if name.endswith(_FEEDS))
    return Work(
        pages={kind: sum(1 for name in texts if form.fullmatch(name)) for kind, form in PAGES.items()},
        items=len({link for feed in feeds for link in _ITEM.findall(feed)}),
        files=len(texts),
        bytes=sum(path.stat().st_size for path in texts.values()),
    )


def differences(name: str, work: Work, base_name: str, base: Work) -> Iterator[str]:
    """Give a sentence for each thing in which the work of a tool is not that of another one.

    A tool may have one index page more: one that numbers from the oldest has a short first page.
    """
    for kind, count in work.pages.items():
        if abs(count - base.pages[kind]) > (1 if kind == "index" else 0):
            yield f"{name} made {count} pages of the kind “{kind}”, {base_name} {base.pages[kind]}."
    if work.items != base.items:
        yield f"The feeds of {name} hold {work.items} items, those of {base_name} {base.items}."
    if abs(work.bytes / base.bytes - 1) > LEEWAY:
        yield f"{name} wrote {work.bytes} bytes, {base_name} {base.bytes}: that is {work.bytes / base.bytes:.2f} times."


def _texts(output: Path) -> Iterator[Path]:
    return (path for path in output.rglob("*") if path.suffix in _TEXTS and path.is_file())
