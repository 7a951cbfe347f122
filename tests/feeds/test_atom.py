from __future__ import annotations

from typing import Any

import feedparser
from lxml import etree

from antenne.feeds import notes_atom
from antenne.model import Catalog
from tests.feeds import samples
from tests.support.changed import replace


def made(catalog: Catalog | None = None, **settings: Any) -> bytes:
    routes = samples.routes(**settings)
    return notes_atom(catalog or samples.catalog(), routes, routes.settings)


def test_feedparser_reads_every_note_back_newest_first() -> None:
    catalog = samples.catalog()
    read = feedparser.parse(made(catalog))
    assert not read.bozo
    assert (read.version, read.feed.title, read.feed.language) == ("atom10", "L’antenne", "fr")
    assert {link.rel: link.href for link in read.feed.links} == {
        "self": "https://antenne.example/flux/notes.atom.xml",
        "alternate": "https://antenne.example/",
    }
    assert read.feed.updated_parsed == catalog.notes[0].pub_date.utctimetuple()
    for entry, note in zip(read.entries, catalog.notes, strict=True):
        assert (entry.title, entry.summary) == (note.title, note.summary)
        assert entry.link == f"https://antenne.example/notes/{note.pub_date.year}/{note.slug}/"
        assert entry.published_parsed == entry.updated_parsed == note.pub_date.utctimetuple()
        assert (entry.author, entry.tags[0].term) == ("François", "Livres")
        (content,) = entry.content
        assert content.type == "text/html"
        assert content.value == (
            '<p>Une note, <a href="https://antenne.example/livres/essai/">un livre</a> &amp; une image.</p>'
        )


def test_ids_are_the_same_when_the_site_moves_and_differ_between_notes() -> None:
    def ids(**settings: Any) -> list[str]:
        return [entry.id for entry in feedparser.parse(made(**settings)).entries]

    here = ids()
    assert ids(site_url="https://ailleurs.example/sous") == here
    assert len(set(here)) == 2
    assert all(one.startswith("urn:uuid:") for one in here)


def test_the_id_of_a_note_is_for_life() -> None:
    (first, *_) = feedparser.parse(made()).entries
    assert first.id == "urn:uuid:3bab3865-f14e-5938-aaf4-3bb3ed5937c8"


def test_a_site_without_notes_has_a_feed_that_says_so() -> None:
    root = etree.fromstring(made(replace(samples.catalog(), notes=())))
    assert root.find("{*}entry") is None
    assert root.findtext("{*}updated") == "1970-01-01T00:00:00+00:00"


def test_a_note_without_anything_but_a_title_has_its_link() -> None:
    note = samples.note(author="", category="", summary="", body=type(samples.note().body)())
    (entry,) = feedparser.parse(made(samples.catalog(notes=(note,)))).entries
    assert entry.link == "https://antenne.example/notes/2015/rupture/"


def test_two_builds_are_the_same_bytes() -> None:
    assert made() == made()
