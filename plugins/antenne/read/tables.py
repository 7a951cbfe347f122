"""The documentation of front matter, made from its declarations."""

from __future__ import annotations

from antenne.fields import describe
from antenne.read.book_keys import BookKeys
from antenne.read.comments import CommentKeys
from antenne.read.episode_keys import EpisodeKeys
from antenne.read.excerpt import ExcerptKeys
from antenne.read.note import NoteKeys, PageKeys
from antenne.read.person import PersonKeys
from antenne.read.publisher import PublisherKeys
from antenne.read.show import ShowKeys
from antenne.read.translation_keys import NoteWords, PageWords, PersonWords, PublisherWords, ShowWords, WorkWords

_KINDS = (
    ("Book", BookKeys),
    ("Excerpt", ExcerptKeys),
    ("Episode", EpisodeKeys),
    ("Note", NoteKeys),
    ("Comment", CommentKeys),
    ("Person", PersonKeys),
    ("Publisher", PublisherKeys),
    ("Show", ShowKeys),
    ("Page", PageKeys),
)
_TRANSLATED = (
    ("Translation of a book or an episode", WorkWords),
    ("Translation of a note", NoteWords),
    ("Translation of a person", PersonWords),
    ("Translation of a publisher", PublisherWords),
    ("Translation of a show", ShowWords),
    ("Translation of a page", PageWords),
)


def front_matter_tables() -> str:
    """Return the Markdown tables of all kinds, each under its heading."""
    return "\n".join(f"## {title}\n\n{describe(cls)}" for title, cls in (*_KINDS, *_TRANSLATED))
