"""The parts of a long feed (RFC 5005): the newest items to subscribe to, and archives that never change.

Archives are numbered from the oldest, so that a full one holds the same items for ever, and names the same
neighbours: the next one is there from the start, open and growing. What is in it is in the subscribed part too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Generic, TypeVar

from msgspec import Struct

T = TypeVar("T")


class Part(Struct, Generic[T], frozen=True, kw_only=True):
    """One document of a feed: `number` is 0 for the subscribed one; a `closed` one is an archive that is full.

    The others are paths: `older` and `newer` neighbours, the `oldest` archive, and the subscribed document.
    """

    items: Sequence[T]
    path: str
    current: str
    number: int = 0
    closed: bool = False
    older: str = ""
    newer: str = ""
    oldest: str = ""


def part_path(path: str, number: int) -> str:
    """Return the path of an archive of the feed at a path: `flux/emission.xml` → `flux/archives/emission/1.xml`."""
    folder, _, name = path.partition("/")
    stem, _, extension = name.partition(".")
    return f"{folder}/archives/{stem}/{number}.{extension}"


def parts(items: Sequence[T], size: int, path: str) -> Iterator[Part[T]]:
    """Give the documents of a feed whose items are newest first: the subscribed one, then archives from the oldest."""
    count = len(items)
    full = count // size if count > size else 0
    newest_archive, oldest = (part_path(path, full), part_path(path, 1)) if full else ("", "")
    yield Part(items=items[:size], path=path, current=path, older=newest_archive, oldest=oldest)
    for number in range(1, full + 1):
        yield Part(
            items=items[count - number * size : count - (number - 1) * size],
            path=part_path(path, number),
            current=path,
            number=number,
            closed=True,
            older=part_path(path, number - 1) if number > 1 else "",
            newer=part_path(path, number + 1),
            oldest=oldest,
        )
    if full:
        yield Part(
            items=items[: count - full * size],
            path=part_path(path, full + 1),
            current=path,
            number=full + 1,
            older=newest_archive,
            oldest=oldest,
        )
