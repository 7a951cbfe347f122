"""What a web server says about each kind of file, here as in production."""

from __future__ import annotations

from pathlib import PurePosixPath

from antenne.deploy import Kind, kind_of

XML = "application/xml; charset=utf-8"
"""Feeds have it too: for application/rss+xml Chromium shows source and Firefox saves a file; apps take either."""

TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".xsl": "application/xslt+xml; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
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
    ".avif": "image/avif",
    ".webp": "image/webp",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".ico": "image/x-icon",
}
CHAPTERS = "application/json+chapters"

HEADERS = {
    "Cache-Control": "no-cache",
    "Content-Security-Policy": (
        "default-src 'self'; base-uri 'none'; object-src 'none'; form-action 'self'; frame-ancestors 'none'"
    ),
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "X-Content-Type-Options": "nosniff",
}
"""What every answer says; the policy is the one that the theme is written for."""

OPEN = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "Accept-Ranges, Content-Length, Content-Range",
}
"""What an answer to an app on another site says as well (Podcasting 2.0)."""


def type_of(path: str) -> str:
    """Return the media type of a file of the site."""
    name = PurePosixPath(path)
    if name.name == "chapters.json":
        return CHAPTERS
    return TYPES.get(name.suffix.lower(), "application/octet-stream")


def headers_of(path: str) -> dict[str, str]:
    """Return the headers of a file of the site, besides those of its bytes."""
    kind = kind_of(path)
    is_open = kind in (Kind.FEED, Kind.SIDECAR) or type_of(path).startswith("audio/")
    return HEADERS | OPEN if is_open else dict(HEADERS)
