from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from antenne.model import LanguageTag
from antenne.problems import ProblemsFound
from antenne.settings import RouteSettings, Settings, read_settings
from antenne.settings.languages import ENGLISH

FILES = {"feeds", "audio", "images", "video", "theme"}
"""What stands in one place for all languages."""


def read(tmp_path: Path, *languages: object, own: str = "fr", **ours: object) -> Settings:
    (tmp_path / "theme/templates").mkdir(parents=True)
    (tmp_path / "theme/templates/base.html").write_text("")
    given = {"SITENAME": "Essai", "SITEURL": "https://antenne.example", "DEFAULT_LANG": own}
    return read_settings({**given, "ANTENNE": {"languages": list(languages), **ours}}, tmp_path)


def told(tmp_path: Path, *languages: object, **more: object) -> list[str]:
    with pytest.raises(ProblemsFound) as raised:
        read(tmp_path, *languages, **more)  # type: ignore[arg-type]
    return [f"{problem.where} {problem.code} {problem.message}" for problem in raised.value.problems]


def test_every_kind_of_page_has_an_english_word_for_its_address() -> None:
    assert {field.name for field in dataclasses.fields(RouteSettings)} == {*ENGLISH, *FILES}
    assert len(set(ENGLISH.values())) == len(ENGLISH)


def test_a_further_language_has_the_sites_words_its_own_addresses_and_the_same_files(tmp_path: Path) -> None:
    spoken = {"language": "en", "tagline": "Books, voices", "routes": {"people": "voices"}}
    settings = read(tmp_path, spoken, tagline="Des livres", routes={"feeds": "fils", "books": "ouvrages"})
    english = settings.in_language(settings.languages[0])
    assert (english.site_name, english.tagline, english.prefix) == ("Essai", "Books, voices", "en/")
    assert (english.routes.books, english.routes.people, english.routes.feeds) == ("books", "voices", "fils")
    assert english.language == LanguageTag("en")
    assert english.own == settings
    assert (settings.routes.books, settings.prefix) == ("ouvrages", "")


def test_a_change_of_the_sites_own_language_moves_no_page(tmp_path: Path) -> None:
    assert read(tmp_path, own="en").routes == RouteSettings()


def test_a_language_that_stands_twice_or_is_the_sites_own_is_told(tmp_path: Path) -> None:
    assert told(tmp_path, {"language": "en"}, {"language": "EN"}, {"language": "fr"}) == [
        "ANTENNE.languages bad-value “en” is one of the languages already.",
        "ANTENNE.languages bad-value “fr” is the site's own language already.",
    ]


def test_a_language_at_the_address_of_a_section_is_told(tmp_path: Path) -> None:
    assert told(tmp_path, {"language": "en"}, routes={"books": "en"}) == [
        "ANTENNE.languages same-address The pages in “en” would stand at the address of the section `books`."
    ]


def test_a_language_whose_dates_nobody_knows_is_told(tmp_path: Path) -> None:
    assert told(tmp_path, {"language": "tlh"}, own="fr-AF") == [
        "ANTENNE.languages bad-language Nobody has written down how “tlh” writes dates and numbers.",
        "DEFAULT_LANG bad-language Nobody has written down how “fr-AF” writes dates and numbers.",
    ]
