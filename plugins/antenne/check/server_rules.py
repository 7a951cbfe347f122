"""Rules on what a server answers for one file that a feed names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from antenne.fetch import Answer, Fetch, FetchRefused
from antenne.problems import Problem, Rule, Where
from antenne.problems.output.server import (
    SERVER_ANSWER,
    SERVER_CORS,
    SERVER_HEAD,
    SERVER_LENGTH,
    SERVER_RANGE,
    SERVER_REDIRECTS,
    SERVER_TYPE,
)

ORIGIN = "https://player.example"
"""The site on which a player in a browser would stand."""

_MOST_REDIRECTS = 4
_RANGE = re.compile(r"bytes 0-1/(\d+)")


class Named(Struct, frozen=True, kw_only=True):
    """A file that a feed names: what it is in words, its address, and what the feed and the rules ask of it.

    `length` is in bytes and 0 where nothing is said; `is_open` files are read by players in a browser.
    """

    what: str
    address: str
    types: tuple[str, ...]
    length: int = 0
    is_open: bool = False
    seekable: bool = False

    def at(self, rule: Rule, fault: str) -> Problem:
        """Return a rule's problem at the file's address; the fault is the end of a sentence."""
        return rule.at(Where(self.address), f"{self.what} {fault}.")


def file_problems(named: Named, fetch: Fetch) -> Iterator[Problem]:
    """S1–S4: the file is there for GET, HEAD and, where one jumps in it, for a part; with its type and open."""
    asked = {"Origin": ORIGIN} | ({"Range": "bytes=0-1"} if named.seekable else {})
    try:
        answer = fetch(named.address, headers=asked, most=3)
    except FetchRefused as refused:
        yield named.at(SERVER_ANSWER, f"cannot be had: {str(refused).rstrip('.')}")
        return
    if answer.status not in (200, 206):
        yield named.at(SERVER_ANSWER, f"is answered with {answer.status}")
        return
    yield from answer_problems(named, answer)
    yield from _part(named, answer) if named.seekable else ()
    yield from head_problems(named, fetch)


def answer_problems(named: Named, answer: Answer) -> Iterator[Problem]:
    """S2–S4: an answer has the right type, is open, and was reached over few redirects."""
    if answer.media_type not in named.types:
        yield named.at(SERVER_TYPE, f"comes as “{answer.media_type}” and not as {named.types[0]}")
    if named.is_open and answer.headers.get("access-control-allow-origin") not in ("*", ORIGIN):
        yield named.at(SERVER_CORS, "may not be read by players in a browser")
    if len(answer.hops) > _MOST_REDIRECTS:
        yield named.at(SERVER_REDIRECTS, f"is reached over {len(answer.hops)} redirects")


def head_problems(named: Named, fetch: Fetch) -> Iterator[Problem]:
    """S1: HEAD is answered, for a recording with its length."""
    try:
        answer = fetch(named.address, method="HEAD", headers={"Origin": ORIGIN})
    except FetchRefused as refused:
        yield named.at(SERVER_HEAD, f"cannot be asked by HEAD: {str(refused).rstrip('.')}")
        return
    if answer.status != 200:
        yield named.at(SERVER_HEAD, f"is answered with {answer.status} when HEAD asks, and by GET it is there")
    elif named.seekable and not answer.headers.get("content-length", "").isdecimal():
        yield named.at(SERVER_HEAD, "has no length when HEAD asks for it")


def _part(named: Named, answer: Answer) -> Iterator[Problem]:
    found = _RANGE.fullmatch(answer.headers.get("content-range", ""))
    if answer.status != 206 or not found:
        said = "no right Content-Range" if answer.status == 206 else "the whole file"
        yield named.at(SERVER_RANGE, f"is asked for its first two bytes, and {said} comes back")
    elif len(answer.body) != 2:
        yield named.at(SERVER_RANGE, "is asked for its first two bytes, and more come back")
    elif named.length and int(found[1]) != named.length:
        yield named.at(SERVER_LENGTH, f"has {found[1]} bytes on the server, and {named.length} in the feed")
