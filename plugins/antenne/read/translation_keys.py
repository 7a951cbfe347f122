"""What a translation may say, by kind: words alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from antenne.fields import key, text
from antenne.read.book_keys import BookKeys
from antenne.read.episode_keys import EpisodeKeys
from antenne.read.note import NoteKeys, PageKeys
from antenne.read.person import PersonKeys
from antenne.read.publisher import PublisherKeys
from antenne.read.show import ShowKeys


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkWords:
    """What a translation of a book or an episode may say."""

    title: str = key(text(), "", doc="Where the work goes by another title there.")
    subtitle: str = key(text(), "")
    summary: str = key(text(4000), "", doc="Default: the body's first sentences, where it has a body.")
    cover_alt: str = key(text(1000), "", doc="What the cover shows.")


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowWords:
    """What a translation of a show may say."""

    title: str = key(text(), "")
    subtitle: str = key(text(), "")
    summary: str = key(text(4000), "")
    artwork_alt: str = key(text(1000), "", doc="What the artwork shows.")


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonWords:
    """What a translation of a person may say."""

    name: str = key(text(), "", doc="Where a name is written otherwise there.")
    summary: str = key(text(4000), "", doc="Default: the body's first sentences, where it has a body.")
    portrait_alt: str = key(text(1000), "", doc="What the portrait shows.")


@dataclass(frozen=True, slots=True, kw_only=True)
class PublisherWords:
    """What a translation of a publisher may say."""

    summary: str = key(text(4000), "", doc="Default: the body's first sentences, where it has a body.")


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteWords:
    """What a translation of a note may say."""

    title: str = key(text(), "")
    category: str = key(text(), "", doc="The category's name there.")
    series: str = key(text(), "", doc="The series' name there.")
    summary: str = key(text(4000), "", doc="Default: the body's first sentences, where it has a body.")
    cover_alt: str = key(text(1000), "", doc="What the picture shows.")


@dataclass(frozen=True, slots=True, kw_only=True)
class PageWords:
    """What a translation of a page may say."""

    title: str = key(text(), "")
    summary: str = key(text(4000), "", doc="Default: the body's first sentences, where it has a body.")


DECLARED: Mapping[str, tuple[type[Any], type[Any]]] = {
    "book": (WorkWords, BookKeys),
    "episode": (WorkWords, EpisodeKeys),
    "show": (ShowWords, ShowKeys),
    "person": (PersonWords, PersonKeys),
    "publisher": (PublisherWords, PublisherKeys),
    "note": (NoteWords, NoteKeys),
    "page": (PageWords, PageKeys),
}
"""By kind, what a translation may say, and all that the original may."""
