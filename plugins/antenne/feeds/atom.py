"""Atom feeds by feedgen: the notes, whole or of a category, and a show where it is asked for."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from functools import partial
from typing import Any

from feedgen.feed import FeedGenerator
from msgspec import Struct
from msgspec.structs import replace

from antenne.channels import Channel, Part, parts
from antenne.feeds.atom_extension import NAME, EntryLinks, FeedLinks, link
from antenne.feeds.description import episode_content, episode_description, show_description
from antenne.feeds.links import absolute, with_pictures
from antenne.feeds.moments import feed_moment
from antenne.feeds.neighbours import neighbour_elements
from antenne.feeds.press import Press
from antenne.feeds.xml import shorten, xml_text
from antenne.model import Catalog, Episode, LanguageTag, Note, Section, Tag
from antenne.routes import Routes
from antenne.settings import Settings

NOTES_NAMESPACE = uuid.UUID("318b612b-32cc-44d5-b94e-82e635b3e04f")
"""The namespace of Atom ids, made for Antenne and never to change.

An id is a UUIDv5 of a note's key in it, and not of its address: an id made from the address would give every
subscriber all old notes again on the day when the site moves to another domain or below another path.
"""

_TITLE = 255
_BEFORE_ANY = datetime(1970, 1, 1, tzinfo=UTC)


class _Head(Struct, frozen=True, kw_only=True):
    """What an Atom feed says of itself; `page` and `path` are complete and relative addresses."""

    id: str
    title: str
    subtitle: str
    language: LanguageTag
    author: str
    page: str


def notes_atom(catalog: Catalog, routes: Routes, settings: Settings) -> bytes:
    """Return the document of the notes' Atom feed that people subscribe to."""
    press = Press(catalog=catalog, routes=routes, settings=settings, art=_no_art)
    return _notes_document(*next(_notes(press)), press)


def notes_documents(press: Press) -> Iterator[tuple[str, bytes | None]]:
    """Give the path and bytes of the Atom feed of all notes, newest first, then those of its archives.

    There are no bytes where they are as before; so it is with the other feeds.
    """
    yield from _documents(_notes(press), press)


def _notes(press: Press) -> Iterator[tuple[_Head, Part[Note]]]:
    settings = press.settings
    head = _Head(
        id=atom_id(f"feed:{settings.site_name}"),
        title=settings.site_name,
        subtitle=settings.description or settings.tagline,
        language=settings.language,
        author=settings.site_name,
        page=press.routes.address(""),
    )
    yield from _parts(head, press.catalog.notes, press.routes.notes_feed(), press)


def category_documents(category: Section | Tag, press: Press) -> Iterator[tuple[str, bytes | None]]:
    """Give the path and bytes of the Atom feed of a category's or a tag's notes, then those of its archives."""
    settings = press.settings
    kind = "tag/" if isinstance(category, Tag) else ""
    head = _Head(
        id=atom_id(f"feed:{settings.site_name}#{kind}{category.key}"),
        title=f"{category.name} · {settings.site_name}",
        subtitle="",
        language=settings.language,
        author=settings.site_name,
        page=press.page_or_home(category),
    )
    yield from _documents(_parts(head, category.notes, press.routes.category_feed(category), press), press)


def show_atom(channel: Channel, press: Press) -> tuple[str, bytes | None]:
    """Return the path and bytes of a show's newest items as Atom, each with its recording as an enclosure."""
    path, newest = press.routes.atom_feed(channel.show), channel.episodes[: press.settings.feeds.items]
    told = replace(channel, episodes=newest)
    return path, press.made(path, told, partial(_show_document, told, path, press))


def _show_document(channel: Channel, path: str, press: Press) -> bytes:
    show = channel.show
    head = _Head(
        id=f"urn:uuid:{show.guid}",
        title=show.title,
        subtitle=show_description(show),
        language=show.language,
        author=show.author or press.settings.site_name,
        page=press.routes.address(channel.page),
    )
    feed = _feed(head, path, max((one.pub_date for one in channel.episodes), default=_BEFORE_ANY), press)
    for episode in channel.episodes:
        _episode_entry(feed.add_entry(order="append"), episode, press)
    return press.styled(bytes(feed.atom_str(pretty=True)))


def atom_id(key: str) -> str:
    """Return the Atom id of a note's key, the same wherever the site stands."""
    return uuid.uuid5(NOTES_NAMESPACE, key).urn


def _parts(head: _Head, notes: Sequence[Note], path: str, press: Press) -> Iterator[tuple[_Head, Part[Note]]]:
    return ((head, part) for part in parts(notes, press.settings.feeds.items, path))


def _documents(found: Iterable[tuple[_Head, Part[Note]]], press: Press) -> Iterator[tuple[str, bytes | None]]:
    for head, part in found:
        yield part.path, press.made(part.path, (head, part), partial(_notes_document, head, part, press))


def _notes_document(head: _Head, part: Part[Note], press: Press) -> bytes:
    feed = _feed(head, part.path, max((note.pub_date for note in part.items), default=_BEFORE_ANY), press)
    feed.antenne.elements += neighbour_elements(part, press)
    for note in part.items:
        _note_entry(feed.add_entry(order="append"), note, press)
    document = bytes(feed.atom_str(pretty=True))
    return document if part.number else press.styled(document)


def _feed(head: _Head, path: str, updated: datetime, press: Press) -> Any:
    feed = FeedGenerator()
    feed.register_extension(NAME, FeedLinks, EntryLinks, atom=True, rss=False)
    feed.id(head.id)
    feed.title(shorten(head.title, _TITLE))
    if head.subtitle:
        feed.subtitle(xml_text(head.subtitle))
    feed.language(str(head.language))
    feed.generator("Antenne")
    feed.author(name=xml_text(head.author))
    feed.link(href=head.page, rel="alternate", type="text/html")
    feed.link(href=press.routes.address(path), rel="self", type="application/atom+xml")
    feed.updated(feed_moment(updated))
    return feed


def _note_entry(entry: Any, note: Note, press: Press) -> None:
    page = press.routes.address(note)
    entry.id(atom_id(note.key))
    entry.title(shorten(note.title, _TITLE))
    entry.published(feed_moment(note.pub_date))
    entry.updated(feed_moment(note.pub_date))
    # feedgen writes no `rel`; a link without one is the alternate.
    entry.link(href=page, rel="alternate")
    if note.author:
        entry.author(name=xml_text(press.catalog.person(note.author).name))
    for term in dict.fromkeys((note.category, *note.tags)):
        if term:
            entry.category(term=xml_text(term))
    if note.summary:
        entry.summary(xml_text(note.summary))
    if note.body:
        entry.content(xml_text(absolute(with_pictures(note.body, press), page)), type="html")


def _episode_entry(entry: Any, episode: Episode, press: Press) -> None:
    entry.id(_uri(episode.guid))
    entry.title(shorten(episode.title, _TITLE))
    entry.published(feed_moment(episode.pub_date))
    entry.updated(feed_moment(episode.pub_date))
    entry.link(href=press.routes.address(episode), rel="alternate")
    for term in episode.tags:
        entry.category(term=xml_text(term))
    entry.summary(episode_description(episode))
    if content := episode_content(episode, press.catalog, press.routes):
        entry.content(content, type="html")
    audio = episode.audio
    address = press.routes.enclosure_address(episode.enclosure_path)
    entry.antenne.elements.append(link("enclosure", address, type=audio.type.mime, length=str(audio.length)))


def _uri(guid: str) -> str:
    """Return a guid as the address that Atom wants an id to be."""
    try:
        return uuid.UUID(guid).urn
    except ValueError:
        return guid if ":" in guid else atom_id(f"guid:{guid}")


def _no_art(_: object) -> Any:
    raise AssertionError("a feed of notes has no artwork")
