"""People and groups, and the parts they take in a recording or a book."""

from __future__ import annotations

import re

from msgspec import Struct

from antenne.model.image import Image
from antenne.model.text import RichText
from antenne.model.translation import Translation

_ARTICLE = re.compile(r"^(?:(?:les?|la|the|an?|une?)(?=\s)|l['’](?=\w))\s*", re.IGNORECASE)
"""A French or English article at the head of a name, by which nobody would look it up."""


class Link(Struct, frozen=True, kw_only=True):
    """An address elsewhere with the words that name it."""

    label: str
    url: str


class Person(Struct, frozen=True, kw_only=True):
    """A person or a group (`kind` is `person` or `group`; `members` are keys of people).

    `feed` asks for a feed of the episodes in which the person is heard.
    """

    key: str
    name: str
    sort_name: str = ""
    kind: str = "person"
    members: tuple[str, ...] = ()
    summary: str = ""
    url: str = ""
    links: tuple[Link, ...] = ()
    portrait: Image | None = None
    feed: bool = False
    body: RichText = RichText()
    translation: Translation | None = None

    @property
    def initials(self) -> str:
        """The first letters of the first and last words of the name without its article, at most two."""
        words = _words(_ARTICLE.sub("", self.name.strip(), count=1)) or _words(self.name)
        return "".join(w[0].upper() for w in (words[:1] + words[-1:] if len(words) > 1 else words))


class Publisher(Struct, frozen=True, kw_only=True):
    """A publisher of books, known by its name alone where nobody wrote more of it; `place` is where it has its seat."""

    key: str
    name: str
    place: str = ""
    summary: str = ""
    url: str = ""
    links: tuple[Link, ...] = ()
    logo: Image | None = None
    body: RichText = RichText()
    translation: Translation | None = None


class Credit(Struct, frozen=True, kw_only=True):
    """A person's part in a show or episode, in the words of the Podcasting 2.0 taxonomy (lower case)."""

    person: str
    role: str = "host"
    group: str = "cast"


class Contributor(Struct, frozen=True, kw_only=True):
    """A person's part in a book, by ONIX code list 17 (A01 author, B01 editor, B06 translator…)."""

    person: str
    role: str = "A01"


def _words(name: str) -> list[str]:
    return [word for word in name.replace("-", " ").split() if word[:1].isalpha()]
