from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from antenne.markup import Crumb, Scene, Subject, iso_duration, json_ld
from antenne.media import WHOLE, plan_picture
from antenne.model import (
    Award,
    Book,
    Catalog,
    ContentItem,
    Contributor,
    Edition,
    Excerpt,
    LanguageTag,
    Link,
    Mention,
    Offer,
    PartialDate,
    Quote,
)
from antenne.routes import Routes
from antenne.settings import LegalSettings
from tests.render.samples import book, catalog, episode, show
from tests.render.samples import settings as site_settings
from tests.support.changed import replace


def scene(content: Catalog | None = None) -> Scene:
    facts = site_settings("https://essai.example/sous")
    return Scene(
        settings=facts,
        catalog=content or catalog(),
        routes=Routes(facts),
        whole=lambda image: plan_picture(image, WHOLE).fallback,
    )


def graph(subject: Subject, content: Catalog | None = None) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(json_ld(subject, scene(content)))["@graph"][0]
    return found


def subjects() -> list[Subject]:
    full = catalog()
    return [None, *full.books, *full.people, *full.shows, *full.episodes, *full.notes, *full.series, *full.categories]


def nodes(value: object) -> list[dict[str, Any]]:
    if isinstance(value, dict):
        return [value, *(node for part in value.values() for node in nodes(part))]
    return [node for part in value for node in nodes(part)] if isinstance(value, list) else []


def test_a_thing_has_one_identity_on_every_page() -> None:
    named: dict[str, tuple[str, str]] = {}
    for subject in subjects():
        for node in nodes(graph(subject)):
            if "@id" in node and ("name" in node or "headline" in node):
                facts = (node["@type"], node.get("name") or node["headline"])
                assert named.setdefault(node["@id"], facts) == facts
    assert len(named) >= len(subjects())


@pytest.mark.parametrize("subject", subjects(), ids=lambda s: type(s).__name__)
def test_nothing_that_is_not_known_is_told(subject: Subject) -> None:
    for node in nodes(graph(subject)):
        assert node["@type"]
        assert not [name for name, value in node.items() if value in ("", None, [], {})], node


def test_an_episode_tells_its_recording_its_books_and_its_station() -> None:
    found = graph(episode())
    assert found["@type"] == "PodcastEpisode"
    episode_page = "https://essai.example/sous/episodes/levier/"
    assert found["associatedMedia"] == [
        {
            "@type": "AudioObject",
            "contentUrl": "https://essai.example/sous/audio/2013-11-05-levier.abababababab.mp3",
            "encodingFormat": "audio/mpeg",
            "contentSize": "2100000 B",
            "duration": "PT3M12S",
            "transcript": f"{episode_page}transcript.txt",
            "caption": [
                {"@type": "MediaObject", "contentUrl": f"{episode_page}transcript.vtt", "encodingFormat": "text/vtt"},
                {
                    "@type": "MediaObject",
                    "contentUrl": f"{episode_page}transcript.srt",
                    "encodingFormat": "application/x-subrip",
                },
            ],
        }
    ]
    assert found["hasPart"] == [
        {"@type": "Clip", "url": f"{episode_page}#t=0", "startOffset": 0, "name": "Avant"},
        {"@type": "Clip", "url": f"{episode_page}#t=42.5", "startOffset": 42.5, "name": "Après"},
    ]
    assert found["about"][0]["@id"] == graph(book())["@id"]
    assert found["publication"]["publishedOn"]["name"] == "Widoobiz"
    assert found["datePublished"] == "2013-11-13T11:41:00+01:00"


def test_a_book_tells_its_people_by_part_and_its_editions() -> None:
    found = graph(book())
    assert [person["name"] for person in found["author"]] == ["Ada Lovelace"]
    assert [person["name"] for person in found["translator"]] == ["Zoé Noël"]
    edition = found["workExample"][0]
    assert edition["isbn"] == "9782100000005"
    assert edition["bookFormat"] == "https://schema.org/Paperback"
    assert edition["offers"] == [
        {
            "@type": "Offer",
            "availability": "https://schema.org/InStock",
            "price": "25.90",
            "priceCurrency": "EUR",
        }
    ]
    assert edition["@id"] == "https://essai.example/sous/livres/le-livre/#isbn-9782100000005"
    assert found["datePublished"] == "2013"


def test_a_group_is_an_organisation_with_members_and_a_member_says_so() -> None:
    ada, _, club = catalog().people
    assert graph(club)["@type"] == "Organization"
    assert graph(club)["member"][0]["@id"] == graph(ada)["@id"]
    assert graph(ada)["memberOf"][0]["@id"] == graph(club)["@id"]


def test_a_note_without_hour_tells_its_day_alone() -> None:
    timed, untimed = catalog().notes[:2]
    assert graph(timed)["datePublished"] == "2013-11-13T11:41:00+01:00"
    assert graph(untimed)["datePublished"] == "2013-10-21"
    assert [node["@type"] for node in graph(untimed)["isPartOf"]] == ["CreativeWorkSeries", "WebSite"]
    assert graph(untimed)["position"] == 3


def test_a_book_tells_all_that_is_known_of_it_and_no_stars() -> None:
    full = book(
        original_title="Marketing for the small",
        original_language=LanguageTag("en"),
        series="Petits essais",
        volume=2,
        contents=(
            ContentItem(
                title="I", items=(ContentItem(title="Un", page=9, heard=(Mention(episode="levier", start_time=42.5),)),)
            ),
        ),
        press=(
            Quote(text="Un livre.", source="Le Journal", date=PartialDate(2013, 6), url="https://journal.example/"),
        ),
        awards=(
            Award(name="Prix de l’essai", year=2014, result="finaliste"),
            Award(name="Prix du lac", category="Essai", year=2015),
            Award(name="Prix du pont", result="Lauréat"),
        ),
        editions=(Edition(form="AJ", duration=3600, status="out-of-print", price=Decimal(9)),),
        excerpt=Excerpt(audio=episode().audio),
    )
    found = graph(full)
    assert found["translationOfWork"] == {"@type": "Book", "name": "Marketing for the small", "inLanguage": "en"}
    assert (found["isPartOf"], found["position"]) == ({"@type": "BookSeries", "name": "Petits essais"}, 2)
    (chapter,) = found["hasPart"][0]["hasPart"]
    assert chapter["pageStart"] == 9
    assert chapter["subjectOf"][0]["url"] == "https://essai.example/sous/episodes/levier/#t=42.5"
    assert found["award"] == ["Prix du lac, Essai, 2015", "Prix du pont"], "who was a finalist won nothing"
    (review,) = found["review"]
    assert (review["reviewBody"], review["author"]["name"]) == ("Un livre.", "Le Journal")
    assert not {"reviewRating", "aggregateRating", "ratingValue"} & set(
        json_ld(full, scene()).replace('"', " ").split()
    )
    (edition,) = found["workExample"]
    assert (edition["@type"], edition["duration"]) == ("Audiobook", "PT1H")
    assert edition["offers"][0]["availability"] == "https://schema.org/Discontinued"
    assert found["audio"]["encodingFormat"] == "audio/mpeg"


def test_an_audiobook_names_who_reads_it() -> None:
    readers = (Contributor(person="ada", role="E07"),)
    read = book(contributors=readers, editions=(Edition(form="AJ"), Edition(form="BC")))
    audio, paper = graph(read)["workExample"]
    assert [reader["name"] for reader in audio["readBy"]] == ["Ada Lovelace"]
    assert "readBy" not in paper


def test_one_price_holds_in_every_shop_that_the_author_names() -> None:
    offers = (Offer(retailer="Une", url="https://une.example/1"), Offer(retailer="Deux", url="https://deux.example/1"))
    sold = Edition(form="BC", price=Decimal("9.50"), status="available", offers=offers)
    (edition,) = graph(book(editions=(sold,)))["workExample"]
    assert [(offer["seller"]["name"], offer["price"]) for offer in edition["offers"]] == [
        ("Une", "9.50"),
        ("Deux", "9.50"),
    ]


def test_a_list_is_a_page_of_the_site() -> None:
    trail = (Crumb("Accueil", ""), Crumb("Livres", "livres/"))
    found = json.loads(json_ld(None, scene(), trail))["@graph"][0]
    assert (found["@type"], found["name"]) == ("WebPage", "Livres")
    assert found["isPartOf"]["@id"] == graph(None)["@id"]


@pytest.mark.parametrize(("status", "kind"), [("person", "Person"), ("company", "Organization")])
def test_the_site_names_its_publisher_where_the_settings_do(status: str, kind: str) -> None:
    made = scene()
    said = replace(made, settings=replace(made.settings, legal=LegalSettings(status=status, publisher="Ada")))
    found = json.loads(json_ld(None, said))["@graph"][0]
    assert found["publisher"] == {"@type": kind, "name": "Ada"}
    hidden = replace(made, settings=replace(made.settings, legal=LegalSettings(status="anonymous", publisher="Ada")))
    assert "publisher" not in json.loads(json_ld(None, hidden))["@graph"][0]


def test_breadcrumbs_stand_in_order() -> None:
    trail = (Crumb("Accueil", ""), Crumb("Livres", "livres/"), Crumb("Le livre", book()))
    found = json.loads(json_ld(book(), scene(), trail))["@graph"][1]["itemListElement"]
    assert [(item["position"], item["item"]) for item in found] == [
        (1, "https://essai.example/sous/"),
        (2, "https://essai.example/sous/livres/"),
        (3, "https://essai.example/sous/livres/le-livre/"),
    ]


@settings(max_examples=60)
@given(st.text(st.characters(exclude_categories=["Cs"])) | st.sampled_from(["</script>", "<!--", "&amp;", "\u2028"]))
def test_no_text_ends_the_script_and_every_text_comes_back_whole(text: str) -> None:
    wicked: Book = replace(book(), title=f"x{text}")
    written = json_ld(wicked, scene())
    assert not set(written) & set("<>&\u2028\u2029")
    assert json.loads(written)["@graph"][0]["name"] == f"x{text}"


@pytest.mark.parametrize(
    ("seconds", "iso"), [(0, "PT0S"), (59.6, "PT1M"), (192.4, "PT3M12S"), (3600, "PT1H"), (3725, "PT1H2M5S")]
)
def test_durations_are_told_by_iso_8601(seconds: float, iso: str) -> None:
    assert iso_duration(seconds) == iso


def test_a_show_is_the_same_as_its_pages_in_directories() -> None:
    made = replace(show(), directories=(Link(label="Spotify", url="https://open.spotify.com/show/1"),))
    assert graph(made, replace(catalog(), shows=(made,)))["sameAs"] == ["https://open.spotify.com/show/1"]
