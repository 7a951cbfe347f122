"""A podcast app: it reads a feed again and again, and looks at each recording that it names."""

from __future__ import annotations

import http.client
import json
import os
import signal
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree

FEED = "flux/emission.xml"


@dataclass(slots=True, kw_only=True)
class Seen:
    """What an app saw: how many feeds it read, how many recordings it asked for, and what was wrong."""

    feeds: int = 0
    recordings: int = 0
    wrong: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class App:
    """`pages` and `media` are where feeds and recordings really stand, `named` what the feed's addresses begin with."""

    pages: str
    media: str
    named: str
    feed: str = FEED

    def look(self) -> Seen:
        """Read the feed once, and ask for each recording that it names: the whole length, and the last byte of it."""
        seen = Seen()
        try:
            feed = self._ask(f"{self.pages}/{self.feed}")
        except OSError:
            return seen
        if feed.status != 200:
            return seen
        seen.feeds = 1
        try:
            enclosures = [dict(item.attrib) for item in etree.fromstring(feed.body).iter("enclosure")]
        except etree.XMLSyntaxError as error:
            seen.wrong.append(f"a torn feed: {error}")
            return seen
        for enclosure in enclosures:
            seen.recordings += 1
            address = str(enclosure["url"]).replace(self.named, self.media)
            if fault := self._fault(address, int(enclosure["length"])):
                seen.wrong.append(f"{address}: {fault}")
        return seen

    def _fault(self, address: str, length: int) -> str:
        try:
            head = self._ask(address, method="HEAD")
            part = self._ask(address, part=f"bytes={length - 1}-{length - 1}")
        except OSError:
            return ""
        if head.status >= 500 or part.status >= 500:
            return ""
        if head.status != 200 or head.length != str(length):
            return f"{head.status}, {head.length} bytes instead of {length}"
        if part.status != 206 or not part.range.endswith(f"/{length}") or len(part.body) != 1:
            return f"{part.status}, {part.range}"
        return ""

    def _ask(self, address: str, method: str = "GET", part: str = "") -> Said:
        asked = urllib.request.Request(address, method=method, headers={"Range": part} if part else {})
        try:
            with urllib.request.urlopen(asked, timeout=30) as said:
                return Said(said.status, said.read(), said.headers.get("Content-Length"), said.headers["Content-Range"])
        except urllib.error.HTTPError as error:
            with error:
                return Said(error.code, b"", error.headers.get("Content-Length"), error.headers["Content-Range"])
        except http.client.HTTPException as error:
            # A server that was killed in the midst of an answer.
            raise OSError(str(error)) from error


class Said:
    """An answer."""

    def __init__(self, status: int, body: bytes, length: str | None, part: str | None) -> None:
        self.status, self.body, self.length, self.range = status, body, length, part or ""


@contextmanager
def polling(app: App, folder: Path, pause: float = 0.02) -> Iterator[Seen]:
    """Let an app poll in a process of its own while the block lasts; what it saw is known afterwards."""
    told, seen = folder / f"seen-{time.monotonic_ns()}.json", Seen()
    child = os.fork()
    if child == 0:
        _poll(app, told, pause)
    try:
        yield seen
    finally:
        os.kill(child, signal.SIGTERM)
        os.waitpid(child, 0)
        found = json.loads(told.read_text()) if told.exists() else {}
        seen.feeds, seen.recordings = found.get("feeds", 0), found.get("recordings", 0)
        seen.wrong += found.get("wrong", ["the app died"])


def _poll(app: App, told: Path, pause: float) -> None:
    over: list[int] = []
    signal.signal(signal.SIGTERM, lambda *_: over.append(1))
    feeds = recordings = 0
    wrong: list[str] = []
    try:
        while not over:
            seen = app.look()
            feeds, recordings, wrong = feeds + seen.feeds, recordings + seen.recordings, wrong + seen.wrong
            time.sleep(pause)
        told.write_text(json.dumps({"feeds": feeds, "recordings": recordings, "wrong": wrong}))
    finally:
        os._exit(0)
