"""A subscriber's app: it follows a feed's address, knows episodes by guid, and downloads each once."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import feedparser


@dataclass
class Web:
    """The addresses of the world: one live site, and the hosts that its map of redirects leads to it."""

    live: Path
    host: str

    def get(self, address: str) -> tuple[str, bytes]:
        """Return what stands at an address after all redirects, and where; raise KeyError for nothing."""
        parts = urlsplit(address)
        if parts.netloc != self.host:
            for line in (self.live / "_redirects").read_text("ascii").splitlines():
                old, new, status = line.split()
                if status == "301" and old == f"https://{parts.netloc}/*":
                    return self.get(new.replace("/:splat", parts.path))
            raise KeyError(address)
        path = self.live / parts.path.lstrip("/")
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            raise KeyError(address)
        return address, path.read_bytes()


@dataclass
class Subscriber:
    """`heard` are the numbers of the episodes that were downloaded, in their order; `guids` those of the app."""

    address: str
    guids: set[str] = field(default_factory=set)
    heard: list[int] = field(default_factory=list)

    def refresh(self, web: Web) -> None:
        """Ask for the feed, go where it says that it has moved, and download what is new."""
        self.address, data = web.get(self.address)
        feed = feedparser.parse(data)
        assert not feed.bozo
        moved = feed.feed.get("itunes_new-feed-url") or feed.feed.get("newlocation") or ""
        if moved and moved != self.address:
            self.address, data = web.get(moved)
            feed = feedparser.parse(data)
        for entry in reversed(feed.entries):
            if entry.id not in self.guids:
                self.guids.add(entry.id)
                (enclosure,) = entry.enclosures
                assert len(web.get(enclosure.href)[1]) == int(enclosure.length)
                self.heard.append(int(entry.itunes_episode))
