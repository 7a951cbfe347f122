from __future__ import annotations

import pytest

from antenne.markup import Card, SharedPicture, open_graph
from antenne.markup.open_graph import territory
from antenne.media import ShareCard, plan_card
from antenne.model import LanguageTag
from tests.markup.test_json_ld import scene
from tests.render.samples import book, catalog, episode


def picture() -> SharedPicture:
    return SharedPicture(variant=plan_card(ShareCard(name="le-livre", title="Le livre")), alt="Un escalier.")


def test_a_shared_book_shows_its_cover_and_its_facts() -> None:
    card = Card(place=book(), title="Le livre", picture=picture(), subject=book())
    found = dict(open_graph(card, scene()))
    assert found["og:type"] == "book"
    assert found["og:url"] == "https://essai.example/sous/livres/le-livre/"
    assert found["og:image"].startswith("https://essai.example/sous/images/le-livre-")
    assert (found["og:image:width"], found["og:image:height"]) == ("1200", "630")
    assert found["og:image:alt"] == "Un escalier."
    assert found["book:isbn"] == "9782100000005"
    assert found["book:author"] == "https://essai.example/sous/personnes/ada/"


def test_a_shared_episode_brings_its_sound() -> None:
    found = dict(open_graph(Card(place=episode(), title="x", subject=episode()), scene()))
    assert found["og:audio"] == "https://essai.example/sous/audio/2013-11-05-levier.abababababab.mp3"
    assert found["og:audio:type"] == "audio/mpeg"


def test_a_shared_note_is_an_article_with_its_date() -> None:
    note = catalog().notes[0]
    found = dict(open_graph(Card(place=note, title=note.title, subject=note), scene()))
    assert (found["og:type"], found["article:section"]) == ("article", "Livres")
    assert found["article:published_time"] == "2013-11-13T11:41:00+01:00"


def test_nothing_empty_is_told() -> None:
    pairs = open_graph(Card(place="", title="L’antenne"), scene())
    assert all(content for _, content in pairs)
    assert "og:image" not in dict(pairs)
    assert "og:description" not in dict(pairs)


@pytest.mark.parametrize(("tag", "expected"), [("fr", "fr_FR"), ("fr-CA", "fr_CA"), ("en", "en_US"), ("zz", "")])
def test_a_language_gets_its_most_likely_territory(tag: str, expected: str) -> None:
    assert territory(LanguageTag(tag)) == expected
