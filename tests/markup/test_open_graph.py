from __future__ import annotations

from pathlib import Path

import pytest

from antenne.markup import Card, SharedPicture, open_graph
from antenne.markup.open_graph import territory
from antenne.media import ShareCard, plan_card
from antenne.model import LanguageTag, RemoteVideo, Video, VideoFile, VideoType
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


def test_a_page_in_several_languages_names_the_others() -> None:
    card = Card(place=book(), title="Le livre", languages=("fr", "en", "x-default"))
    found = [pair for pair in open_graph(card, scene()) if pair[0].startswith("og:locale")]
    assert found == [("og:locale", "fr_FR"), ("og:locale:alternate", "en_US")]


def test_a_person_is_a_profile_and_a_group_is_none() -> None:
    ada, _, club = catalog().people
    kinds = [dict(open_graph(Card(place=p, title=p.name, subject=p), scene()))["og:type"] for p in (ada, club)]
    assert kinds == ["profile", "website"]


def test_a_film_of_the_sites_own_is_shared_with_its_size_and_one_elsewhere_is_not() -> None:
    file = VideoFile(
        source=Path("x.mp4"), digest="cd" * 32, length=9, type=VideoType.MP4, duration=3, width=640, height=360
    )
    remote = RemoteVideo.parse("https://www.youtube.com/watch?v=abcdefghijk")
    filmed = episode(videos=(Video(file=file), Video(remote=remote)))
    found = [pair for pair in open_graph(Card(place=filmed, title="x", subject=filmed), scene()) if "video" in pair[0]]
    assert [name for name, _ in found] == ["og:video", "og:video:type", "og:video:width", "og:video:height"]
    assert found[0][1].startswith("https://essai.example/sous/video/")


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
