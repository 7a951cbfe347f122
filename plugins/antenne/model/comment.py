"""What readers say of a note."""

from __future__ import annotations

from datetime import datetime

from msgspec import Struct

from antenne.model.text import RichText
from antenne.model.values import LanguageTag


class Comment(Struct, frozen=True, kw_only=True):
    """A comment: `key` is its own within its note, `reply_to` the key of the comment that it answers, or empty.

    `timed` says whether its date came with an hour.
    """

    key: str
    author: str
    pub_date: datetime
    timed: bool = False
    url: str = ""
    reply_to: str = ""
    language: LanguageTag
    body: RichText
