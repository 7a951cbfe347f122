"""A table of contents: chapters, and the moments of recordings that speak of them."""

from __future__ import annotations

from dataclasses import dataclass

from msgspec import Struct

from antenne.fields import (
    ListOf,
    Node,
    Reading,
    Record,
    Ref,
    Reference,
    TextNode,
    integer,
    key,
    seconds,
    text,
)
from antenne.model import ContentItem, Mention
from antenne.read.opened import Opened

_EPISODE: Ref = Ref("episode")


class Heard(Struct, frozen=True):
    """A converter of a moment: an episode's slug, and after `#` the time from which it is heard."""

    label: str = "an episode's slug, then `#` and a time: `mon-entretien#12:30`"
    parts: None = None

    def __call__(self, node: Node, reading: Reading) -> Mention:
        """Return the moment, having noted the episode as a reference with its time."""
        if not isinstance(node, TextNode):
            return Mention(episode=_EPISODE(node, reading))
        slug, _, typed = node.text.strip().partition("#")
        if not typed:
            return Mention(episode=_EPISODE(TextNode(where=node.where, name=node.name, text=slug), reading))
        start = seconds(TextNode(where=node.where, name=node.name, text=typed), reading)
        reading.references.append(Reference("episode", slug, node.where, start))
        return Mention(episode=slug, start_time=start)


_TITLE = "Its title."
_AUTHORS = "Who wrote it, in a book of several hands."
_HEARD = "The moments of episodes that speak of it."
_MOMENTS = ListOf(Heard(), most=100)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChapterKeys:
    """A chapter within a part of a book."""

    title: str = key(text(), doc=_TITLE)
    page: int | None = key(integer(), None, doc="On which it begins.")
    authors: tuple[str, ...] = key(ListOf(Ref("person")), (), doc=_AUTHORS)
    heard: tuple[Mention, ...] = key(_MOMENTS, (), doc=_HEARD)


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentKeys(ChapterKeys):
    """A chapter of a book, or a part with its chapters."""

    contents: tuple[ChapterKeys, ...] = key(
        ListOf(Record(ChapterKeys, short="title")), (), doc="The chapters of a part."
    )


def contents_of(lines: tuple[ContentKeys, ...], at: Opened) -> tuple[ContentItem, ...]:
    """Return a table of contents with its words typeset."""
    return tuple(_item(line, tuple(_item(below, (), at) for below in line.contents), at) for line in lines)


def _item(line: ChapterKeys, items: tuple[ContentItem, ...], at: Opened) -> ContentItem:
    return ContentItem(title=at.words(line.title), page=line.page, authors=line.authors, heard=line.heard, items=items)
