"""Reads the feeds of a site and looks for every recording that they name."""

from __future__ import annotations

from pathlib import Path

from antenne.deploy.enclosures import Enclosure, Unreadable, feeds_of, read_enclosures


def verify_release(folder: Path, media: str = "") -> list[str]:
    """Return what is wrong with a site's feeds, in sentences: each enclosure is a file of the site, of that length."""
    named = [one for feed in feeds_of(folder) for one in read_enclosures(folder, feed, media)]
    return [sentence for one in named if (sentence := _fault(folder, one))]


def _fault(folder: Path, named: Enclosure | Unreadable) -> str:
    if isinstance(named, Unreadable):
        return f"{named.feed} cannot be read as XML ({named.why})."
    if not named.path:
        return f"{named.feed} names {named.url}, which is not in the site."
    size = (folder / named.path).stat().st_size
    if named.length not in (-1, size):
        return f"{named.feed} gives {named.url} a length of {named.length} bytes; the file has {size}."
    return ""
