from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from antenne.link import link
from antenne.model import (
    AudioFile,
    AudioType,
    Book,
    Contributor,
    Credit,
    Episode,
    LanguageTag,
    Note,
    Page,
    Person,
    Show,
)
from antenne.problems import Problems, Where
from antenne.read import Content, Reference
from antenne.settings import Settings
from tests.support.changed import replace

FRENCH = LanguageTag("fr")
SETTINGS = Settings(
    site_name="Essai",
    site_url="https://essai.example",
    language=FRENCH,
    timezone=ZoneInfo("Europe/Paris"),
    project=Path("/site"),
    content=Path("/site/content"),
    output=Path("/site/output"),
    theme=Path("/site/theme"),
    cache=Path("/site/.antenne"),
)
SHOW = Show(key="emission", guid="", title="Émission", summary="Une émission.", language=FRENCH)


def episode(key: str, slug: str, **values: Any) -> Episode:
    audio = AudioFile(
        source=Path("a.mp3"),
        digest="0" * 64,
        length=1,
        type=AudioType.MP3,
        duration=1,
        bitrate=1,
        channels=1,
        sample_rate=1,
    )
    filled: dict[str, Any] = {
        "show": "",
        "guid": "",
        "title": slug,
        "pub_date": datetime(2013, 11, 5, tzinfo=UTC),
        "language": FRENCH,
        "audio": audio,
        "enclosure_path": "",
    }
    return Episode(key=key, slug=slug, **(filled | values))


def note(key: str, day: int = 1, **values: Any) -> Note:
    filled: dict[str, Any] = {"slug": key, "title": key, "pub_date": datetime(2013, 10, day, tzinfo=UTC)}
    return Note(key=key, **(filled | values))


def content(**values: Any) -> Content:
    whole = Content(shows=(SHOW,), **values)
    kinds = {"book": whole.books, "person": whole.people, "episode": whole.episodes, "note": whole.notes}
    kinds |= {"page": whole.pages, "show": whole.shows}
    known = {kind: frozenset(o.key for o in objects) for kind, objects in kinds.items()}
    known["episode"] |= {e.slug for e in whole.episodes}
    places = {(kind, o.key): Where(f"content/{kind}/{o.key}") for kind, objects in kinds.items() for o in objects}
    return replace(whole, known=whole.known or known, places=places)


def codes(problems: Problems) -> list[str]:
    return [problem.code for problem in problems.sorted()]


def test_a_reference_to_nothing_names_the_nearest_name_and_the_line() -> None:
    problems = Problems()
    where = Where("content/notes/a.md", 4)
    book = Book(key="rupture-vous-avez-disrupture", title="Rupture", language=FRENCH)
    link(
        content(books=(book,), references=(Reference("book", "rupture-vous-avez-disruptur", where),)),
        SETTINGS,
        problems,
    )
    (problem,) = problems.sorted()
    assert (problem.code, problem.where) == ("unknown-book", where)
    assert "rupture-vous-avez-disrupture?" in problem.hint


def test_a_name_whose_own_file_is_broken_is_no_second_problem() -> None:
    problems = Problems()
    broken = Content(
        shows=(SHOW,),
        references=(Reference("book", "casse", Where("content/notes/a.md", 4)),),
        known={"book": frozenset({"casse"}), "show": frozenset({"emission"})},
    )
    link(broken, SETTINGS, problems)
    assert codes(problems) == []


def test_an_episode_without_a_show_is_of_the_only_one() -> None:
    problems = Problems()
    catalog = link(content(episodes=(episode("2013-11-05-a", "a"),)), SETTINGS, problems)
    assert catalog.episodes[0].show == "emission"
    assert codes(problems) == []


def test_an_episode_without_a_show_is_a_problem_when_there_are_two_or_none() -> None:
    two, none = Problems(), Problems()
    one = content(episodes=(episode("2013-11-05-a", "a"),))
    known = dict(one.known)
    link(replace(one, known=known | {"show": frozenset({"emission", "autre"})}), SETTINGS, two)
    link(replace(one, shows=(), known=known | {"show": frozenset()}), SETTINGS, none)
    assert codes(two) == codes(none) == ["show-not-said"]


@pytest.mark.parametrize(
    "values",
    [
        {"episodes": (episode("2013-11-05-a", "a"), episode("2014-11-05-a", "a"))},
        {"notes": (note("2013-10-01-a", slug="a"), note("2013-10-02-a", slug="a"))},
        {"notes": (note("a", category="Livres"), note("b", category="livres"))},
        {"pages": (Page(key="livres", title="Livres"),)},
    ],
    ids=["episodes", "notes of a year", "categories", "page and section"],
)
def test_two_things_at_one_address_are_a_problem(values: dict[str, Any]) -> None:
    problems = Problems()
    link(content(**values), SETTINGS, problems)
    assert codes(problems) == ["same-address"]


def test_an_authors_own_page_may_stand_in_the_place_of_one_that_the_law_asks_for() -> None:
    problems = Problems()
    link(content(pages=(Page(key="mentions-legales", title="Mentions légales"),)), SETTINGS, problems)
    assert codes(problems) == []


def test_a_series_stands_in_the_order_of_its_parts_whatever_the_dates() -> None:
    problems = Problems()
    notes = (note("deux", 1, series="S", part=2), note("un", 9, series="S", part=1), note("fin", 2, series="S"))
    (series,) = link(content(notes=notes), SETTINGS, problems).series
    assert [n.key for n in series.notes] == ["un", "deux", "fin"]
    assert codes(problems) == []


def test_two_notes_with_one_part_are_a_problem() -> None:
    problems = Problems()
    link(content(notes=(note("a", series="S", part=1), note("b", series="S", part=1))), SETTINGS, problems)
    assert codes(problems) == ["same-part"]


def test_a_note_may_name_an_episode_by_its_folder() -> None:
    carried = note("a", episodes=("2013-11-05-widoobiz",))
    catalog = link(
        content(episodes=(episode("2013-11-05-widoobiz", "widoobiz"),), notes=(carried,)), SETTINGS, Problems()
    )
    assert [e.slug for e in catalog.episodes_in(catalog.notes[0])] == ["widoobiz"]
    assert catalog.notes_with(catalog.episodes[0]) == catalog.notes


def test_the_catalogue_follows_keys_both_ways() -> None:
    person = Person(key="ada", name="Ada")
    book = Book(key="livre", title="Livre", language=FRENCH, contributors=(Contributor(person="ada"),))
    talk = episode("2013-11-05-a", "a", books=("livre",), people=(Credit(person="ada", role="guest"),))
    about = note("n", books=("livre",), author="ada", people=("ada",))
    catalog = link(content(people=(person,), books=(book,), episodes=(talk,), notes=(about,)), SETTINGS, Problems())
    appears = catalog.appearances(person)
    assert [(role, b.key) for role, b in appears.books] == [("A01", "livre")]
    assert [(role, e.slug) for role, e in appears.episodes] == [("guest", "a")]
    assert [n.key for n in appears.notes] == ["n"]
    assert catalog.episodes_about(book) == catalog.episodes
    assert catalog.notes_about(book) == catalog.notes


def test_lists_are_newest_first() -> None:
    notes = (note("a", 1), note("b", 3), note("c", 2))
    assert [n.key for n in link(content(notes=notes), SETTINGS, Problems()).notes] == ["b", "c", "a"]


def book(key: str, **values: Any) -> Book:
    return Book(key=key, title=key, language=FRENCH, **values)


def test_a_tag_holds_books_episodes_and_notes_whichever_way_it_is_written() -> None:
    problems = Problems()
    catalog = link(
        content(
            books=(book("livre", tags=("PME",)),),
            episodes=(episode("2013-11-05-a", "a", tags=("e-réputation", "PME")),),
            notes=(note("b", 2, tags=("pme", "E-reputation")), note("a", 1, tags=("e-réputation", "PME", "pme"))),
        ),
        SETTINGS,
        problems,
    )
    assert codes(problems) == []
    assert [(tag.key, tag.name, tag.size) for tag in catalog.tags] == [
        ("e-reputation", "e-réputation", 3),
        ("pme", "PME", 4),
    ]
    (_, pme) = catalog.tags
    assert ([b.key for b in pme.books], [e.slug for e in pme.episodes]) == (["livre"], ["a"])
    assert [n.key for n in pme.notes] == ["b", "a"]
    assert catalog.notes[1].tags == ("e-réputation", "PME")
    assert catalog.tags_of(catalog.notes[0]) == (pme, catalog.tags[0])


@pytest.mark.parametrize(
    ("tags", "code", "said"),
    [
        (("C++", "C"), "same-address", "“C++” and “C”"),
        (("日本",), "bad-slug", "“日本” has no letters or digits"),
    ],
)
def test_a_tag_without_an_address_of_its_own_is_a_problem(tags: tuple[str, ...], code: str, said: str) -> None:
    problems = Problems()
    catalog = link(content(notes=(note("a", 1, tags=tags),)), SETTINGS, problems)
    (problem,) = problems.sorted()
    assert (problem.code, problem.where.path) == (code, "content/note/a")
    assert said in problem.message
    assert len(catalog.tags) == len(tags) - 1


def test_a_category_without_letters_is_a_problem() -> None:
    problems = Problems()
    link(content(notes=(note("a", 1, category="…"),)), SETTINGS, problems)
    assert codes(problems) == ["bad-slug"]
