"""Notes, the series they make, and the site's own pages."""

from __future__ import annotations

from datetime import datetime

from msgspec import Struct

from antenne.model.comment import Comment
from antenne.model.image import Image
from antenne.model.text import RichText
from antenne.model.translation import Translation
from antenne.model.video import Video


class Note(Struct, frozen=True, kw_only=True):
    """A note of the author's; `timed` says whether its date came with an hour that is worth showing.

    `comments` are oldest first; `comments_open` says whether readers may add to them.
    """

    key: str
    slug: str
    title: str
    pub_date: datetime
    timed: bool = False
    author: str = ""
    category: str = ""
    tags: tuple[str, ...] = ()
    books: tuple[str, ...] = ()
    episodes: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    series: str = ""
    part: int | None = None
    summary: str = ""
    cover: Image | None = None
    videos: tuple[Video, ...] = ()
    comments: tuple[Comment, ...] = ()
    comments_open: bool = True
    body: RichText = RichText()
    translation: Translation | None = None


class Series(Struct, frozen=True, kw_only=True):
    """Notes under one series' name, in order of their parts."""

    key: str
    name: str
    notes: tuple[Note, ...]
    translation: Translation | None = None


class Section(Struct, frozen=True, kw_only=True):
    """Notes under one category, newest first."""

    key: str
    name: str
    notes: tuple[Note, ...]
    translation: Translation | None = None


class Page(Struct, frozen=True, kw_only=True):
    """A page of the site's own; `menu` is its place in the menu, None to stay out of it."""

    key: str
    title: str
    summary: str = ""
    menu: int | None = None
    body: RichText = RichText()
    translation: Translation | None = None
