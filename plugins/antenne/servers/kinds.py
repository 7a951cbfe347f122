"""What each file of a site is."""

from __future__ import annotations

from enum import IntEnum

from antenne.model import AudioType, VideoType

PICTURES = {".avif", ".webp", ".jpg", ".jpeg", ".png", ".gif", ".svg", ".ico"}
ASSETS = {".css", ".xsl", ".js", ".mjs", ".woff2", ".woff", ".webmanifest"}
SIDECARS = {".vtt", ".srt"}
SIDECAR_NAMES = {"chapters.json", "transcript.json", "transcript.html", "transcript.txt"}
"""Files that feeds name, whose endings feeds or other files of a site have too."""
FEEDS = {".xml", ".atom", ".opml", ".json"}


FOR_HOSTS = frozenset(("_headers", "_redirects"))
"""Files that hosts of static sites read, and do not give to anybody."""


class Kind(IntEnum):
    """What a published file is, in the order in which files go out."""

    MEDIA = 0
    ASSET = 1
    SIDECAR = 2
    PAGE = 3
    FEED = 4


def kind_of(path: str) -> Kind:
    """Return what a file of the site is, by its path."""
    suffix, name = suffix_of(path).lower(), path.rpartition("/")[2]
    if is_recording(path) or is_picture(path):
        return Kind.MEDIA
    if suffix in ASSETS:
        return Kind.ASSET
    if suffix in SIDECARS or name in SIDECAR_NAMES:
        return Kind.SIDECAR
    if suffix in FEEDS and not name.startswith(("sitemap", "_")):
        return Kind.FEED
    return Kind.PAGE


def is_recording(path: str) -> bool:
    """Say whether a file of the site is a recording or a video."""
    suffix = suffix_of(path)
    return (AudioType.of(suffix) or VideoType.of(suffix)) is not None


def is_picture(path: str) -> bool:
    """Say whether a file of the site is a picture."""
    return suffix_of(path).lower() in PICTURES


def suffix_of(path: str) -> str:
    """Return the ending of a path with slashes, as pathlib has it: every file of a site is asked for it many times."""
    name = path[path.rfind("/") + 1 :]
    place = name.rfind(".")
    return name[place:] if 0 < place < len(name) - 1 else ""
