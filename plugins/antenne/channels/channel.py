"""A feed with recordings: what it says of itself, and what is in it."""

from __future__ import annotations

from msgspec import Struct

from antenne.model import Episode, Show
from antenne.routes import Place


class Channel(Struct, frozen=True, kw_only=True):
    """A feed that people subscribe to: a show's own, or a view on the episodes of several shows.

    `show` says what the feed says of itself: a view's is made up from a book, a person or the site. `path` is where
    the feed stands, `page` what it leads to. `episodes` are newest first, and keep their guids in every feed.
    """

    show: Show
    episodes: tuple[Episode, ...]
    path: str
    page: Place
    view: bool = False
