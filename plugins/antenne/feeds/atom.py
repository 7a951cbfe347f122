"""The Atom feed of the notes, by feedgen."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime
from typing import Any

from feedgen.feed import FeedGenerator

from antenne.feeds.links import absolute
from antenne.feeds.moments import feed_moment
from antenne.feeds.xml import shorten, xml_text
from antenne.model import Catalog, Note
from antenne.routes import Routes
from antenne.settings import Settings

NOTES_NAMESPACE = uuid.UUID("318b612b-32cc-44d5-b94e-82e635b3e04f")
"""The namespace of Atom ids, made for Antenne and never to change.

An id is a UUIDv5 of a note's key in it, and not of its address: an id made from the address would give every
subscriber all old notes again on the day when the site moves to another domain or below another path.
"""

_TITLE = 255
_BEFORE_ANY_NOTE = datetime(1970, 1, 1, tzinfo=UTC)


def notes_atom(catalog: Catalog, routes: Routes, settings: Settings) -> bytes:
    """Return the notes as an Atom feed in UTF-8, whole and newest first; the same content gives the same bytes."""
    feed = FeedGenerator()
    feed.id(atom_id(f"feed:{settings.site_name}"))
    feed.title(shorten(settings.site_name, _TITLE))
    if settings.description or settings.tagline:
        feed.subtitle(xml_text(settings.description or settings.tagline))
    feed.language(str(settings.language))
    feed.generator("Antenne")
    feed.author(name=xml_text(settings.site_name))
    feed.link(href=routes.address(""), rel="alternate", type="text/html")
    feed.link(href=routes.address(routes.notes_feed()), rel="self", type="application/atom+xml")
    feed.updated(feed_moment(max((note.pub_date for note in catalog.notes), default=_BEFORE_ANY_NOTE)))
    for note in catalog.notes:
        _entry(feed.add_entry(order="append"), note, catalog, routes)
    return bytes(feed.atom_str(pretty=True))


def atom_id(key: str) -> str:
    """Return the Atom id of a note's key, the same wherever the site stands."""
    return uuid.uuid5(NOTES_NAMESPACE, key).urn


def _entry(entry: Any, note: Note, catalog: Catalog, routes: Routes) -> None:
    page = routes.address(note)
    entry.id(atom_id(note.key))
    entry.title(shorten(note.title, _TITLE))
    entry.published(feed_moment(note.pub_date))
    entry.updated(feed_moment(note.pub_date))
    # feedgen writes no `rel`; a link without one is the alternate.
    entry.link(href=page, rel="alternate")
    if note.author:
        entry.author(name=xml_text(catalog.person(note.author).name))
    if note.category:
        entry.category(term=xml_text(note.category))
    if note.summary:
        entry.summary(xml_text(note.summary))
    if note.body:
        entry.content(xml_text(absolute(note.body.html, page)), type="html")
