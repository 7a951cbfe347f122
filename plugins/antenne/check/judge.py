"""Judges feeds that Antenne did not make: one by its bytes, or all in a folder that some program built."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

from lxml import etree

from antenne.check.documents import feed_problems
from antenne.check.feed import NAMESPACES, read_root, text_of
from antenne.check.output import page_problems
from antenne.check.site import Site, Whole, parts_of
from antenne.problems import Problem, Problems
from antenne.problems.output.pages import (
    CANONICAL_SELF,
    INLINE_CODE,
    LINKED_DATA,
    LINKED_FACTS,
    OUTSIDE_REQUEST,
    PICTURE_SIZE,
    SHARE_PICTURE,
)

LARGEST = 30_000_000
"""More bytes than these are not read of a feed that comes from anywhere."""

_ENDINGS = (".xml", ".rss", ".atom")
_PROMISED = (
    CANONICAL_SELF,
    INLINE_CODE,
    LINKED_DATA,
    LINKED_FACTS,
    OUTSIDE_REQUEST,
    PICTURE_SIZE,
    SHARE_PICTURE,
)
_OURS = frozenset(rule.code for rule in _PROMISED)
"""What Antenne promises of its own pages, and others need not keep."""


class NothingToJudge(Exception):
    """There is no feed: the text is a sentence that says so."""


def check_feed(data: bytes, name: str, address: str = "") -> tuple[Problem, ...]:
    """Return what is wrong with a feed by its bytes alone; `address` is where it was found on the web."""
    problems = Problems()
    problems.extend(feed_problems(data, name, address=address))
    return problems.sorted()


def check_folder(folder: Path) -> tuple[Problem, ...]:
    """Return what is wrong in a built site of any program, paths relative to it; raise NothingToJudge.

    Its address is taken from what its first feed says of itself.
    """
    feeds = {path.relative_to(folder).as_posix(): _read(path) for path in sorted(folder.rglob("*")) if _is_feed(path)}
    if not feeds:
        raise NothingToJudge(f"There is no feed in {folder}: no file {', '.join(_ENDINGS)} that holds RSS or Atom.")
    root = next((found for path, data in feeds.items() if (found := _root_of(data, path))), "")
    site = Site(whole=Whole.of(folder), root=root, own=False)
    problems = Problems()
    for path, data in feeds.items():
        problems.extend(feed_problems(data, path, address=site.address(path), site=site))
    problems.extend(problem for problem in page_problems(site) if problem.code not in _OURS)
    return problems.sorted()


def read_feed_file(path: Path) -> bytes:
    """Return the bytes of a feed; raise NothingToJudge for a file too large or that cannot be read."""
    try:
        return _read(path)
    except OSError:
        raise NothingToJudge(f"{path} cannot be read.") from None


def _read(path: Path) -> bytes:
    with path.open("rb") as file:
        data = file.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise NothingToJudge(f"{path} has more than {LARGEST // 1_000_000} million bytes: no app takes such a feed.")
    return data


def _is_feed(path: Path) -> bool:
    if path.suffix.lower() not in _ENDINGS or not path.is_file():
        return False
    with path.open("rb") as file:
        start = file.read(4096)
    return b"<rss" in start or b"<feed" in start


def _root_of(data: bytes, path: str) -> str:
    """Return the address of the site in which a feed stands at a path, as the feed itself says; empty when it does not.

    A feed that says another path than its own, as some hosts do, still says its host.
    """
    root = read_root(data, path)
    channel = None if isinstance(root, Problem) else root.find("channel")
    if channel is None:
        return ""
    own, page = _self_of(channel), text_of(channel, "link")
    if own.endswith(f"/{quote(path)}"):
        return own.removesuffix(f"/{quote(path)}")
    parts = parts_of(own or page)
    return f"{parts.scheme}://{parts.netloc}" if parts.netloc else ""


def _self_of(channel: etree._Element) -> str:
    link = channel.find("atom:link[@rel='self']", NAMESPACES)
    return "" if link is None else link.get("href", "")
