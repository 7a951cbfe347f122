"""The directories and apps that list a show, under the names by which people know them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

from antenne.fields import address, key, text
from antenne.model import Link
from antenne.read.opened import Opened

_KNOWN = (
    ("Apple Podcasts", "podcasts.apple.com", "itunes.apple.com"),
    ("Spotify", "open.spotify.com", "podcasters.spotify.com"),
    ("Deezer", "deezer.com", "link.deezer.com"),
    ("YouTube Music", "music.youtube.com"),
    ("YouTube", "youtube.com", "youtu.be"),
    ("Amazon Music", "music.amazon.fr", "music.amazon.com", "music.amazon.ca", "music.amazon.co.uk"),
    ("Pocket Casts", "pca.st", "pocketcasts.com", "play.pocketcasts.com"),
    ("Overcast", "overcast.fm"),
    ("Castbox", "castbox.fm"),
    ("Podcast Addict", "podcastaddict.com"),
    ("Podcast Index", "podcastindex.org"),
)
"""Names with their hosts, in the order in which pages list them: the most used in French first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DirectoryKeys:
    """A page about the show elsewhere."""

    url: str = key(address, doc="The show's own page there.")
    name: str = key(
        text(64), "", doc="Only for one that Antenne does not know: Apple Podcasts, Spotify, Deezer… it does."
    )


def directories_of(given: Iterable[DirectoryKeys], at: Opened) -> tuple[Link, ...]:
    """Return the pages elsewhere, each once: the known first, under their own names, then as the author has them."""
    links = {one.url: Link(label=_label(at.words(one.name), one.url), url=one.url) for one in given}
    return tuple(sorted(links.values(), key=_rank))


def _label(name: str, url: str) -> str:
    host = _host(url)
    wanted = name.casefold()
    known = (label for label, *hosts in _KNOWN if (label.casefold() == wanted if wanted else host in hosts))
    return next(known, name or host)


def _rank(link: Link) -> int:
    labels = [label for label, *_ in _KNOWN]
    return labels.index(link.label) if link.label in labels else len(labels)


def _host(url: str) -> str:
    return (urlsplit(url).hostname or "").removeprefix("www.")
