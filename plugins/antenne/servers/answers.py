"""What a web server says about each file of a site, here as in production.

What depends on the kind of file stands here; what depends on the site stands in its own file of headers, which it is
built with.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct, field

from antenne.render.policy import HEADERS, everywhere
from antenne.servers.kinds import Kind, kind_of, suffix_of

XML = "application/xml; charset=utf-8"
"""Feeds have it too: for application/rss+xml Chromium shows source and Firefox saves a file; apps take either."""

TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".xsl": "application/xslt+xml; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".ics": "text/calendar; charset=utf-8",
    ".vtt": "text/vtt; charset=utf-8",
    ".srt": "application/x-subrip; charset=utf-8",
    ".xml": XML,
    ".atom": XML,
    ".json": "application/json; charset=utf-8",
    ".opml": "text/x-opml; charset=utf-8",
    ".webmanifest": "application/manifest+json",
    ".pdf": "application/pdf",
    ".woff2": "font/woff2",
    ".mp3": "audio/mpeg",
    ".m4a": "audio/x-m4a",
    ".ogg": "audio/ogg",
    ".opus": "audio/ogg",
    ".flac": "audio/flac",
    ".mp4": "video/mp4",
    ".webm": "video/webm",
    ".avif": "image/avif",
    ".webp": "image/webp",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".ico": "image/x-icon",
}
CHAPTERS = "application/json+chapters"

OPEN = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "Accept-Ranges, Content-Length, Content-Range",
}
"""What an answer to an app on another site says as well (Podcasting 2.0)."""


_DIGEST = re.compile(r"[.-][0-9a-f]{10,12}[.-]")


def type_of(path: str) -> str:
    """Return the media type of a file of the site."""
    if path.rpartition("/")[2] == "chapters.json":
        return CHAPTERS
    return TYPES.get(suffix_of(path).lower(), "application/octet-stream")


def is_open(path: str) -> bool:
    """Say whether players and apps on other sites read a file."""
    # A page of ours in a frame that is held apart from its own site asks for its scripts as a stranger does.
    kinds = ("audio/", "video/", "text/javascript")
    return kind_of(path) in (Kind.FEED, Kind.SIDECAR) or type_of(path).startswith(kinds)


def cache_of(path: str) -> str:
    """Return how long a file may be kept: for ever under a name that changes with its bytes, else until asked again."""
    named = _DIGEST.search(path.rpartition("/")[2]) and kind_of(path) in (Kind.MEDIA, Kind.ASSET)
    return "public, max-age=31536000, immutable" if named else "no-cache"


class Answers(Struct, frozen=True, kw_only=True):
    """The headers of a site's answers: those `everywhere`, and what `pages` change, by the paths of their files."""

    everywhere: Mapping[str, str] = field(default_factory=everywhere)
    pages: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    @classmethod
    def read(cls, folder: Path) -> Answers:
        """Read what a site was built with; one without its file of headers is answered as any page is."""
        try:
            return cls.parse((folder / HEADERS).read_bytes())
        except OSError:
            return cls()

    @classmethod
    def parse(cls, data: bytes) -> Answers:
        """Read the file of headers; what is none says nothing."""
        try:
            return cls(**json.loads(data))
        except (ValueError, TypeError):
            return cls()

    def headers(self, path: str) -> dict[str, str]:
        """Return the headers of a file of the site, besides those of its bytes and of its keeping."""
        return {**self.everywhere, **self.pages.get(path, {}), **(OPEN if is_open(path) else {})}
