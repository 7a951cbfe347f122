from __future__ import annotations

from pathlib import Path

import pytest
from babel.messages import Catalog, Message
from babel.messages.pofile import read_po

from antenne.model import LanguageTag
from antenne.text import typeset
from antenne.wording.entries import faults, is_translated
from tools.write_words import THEME, asked

CATALOGUES = sorted((THEME / "locale").glob("*.po"))
ASKED = asked()
by_language = pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)


def entries(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, abort_invalid=True)


def words(message: Message) -> tuple[str, ...]:
    return message.string if isinstance(message.string, tuple) else (message.string,)


def test_french_is_there() -> None:
    assert "fr" in [path.stem for path in CATALOGUES]


@by_language
def test_every_word_of_the_interface_is_translated_and_no_other(path: Path) -> None:
    there = {message.id for message in entries(path) if message.id and is_translated(message)}
    assert {message.id for message in ASKED if message.id} == there


@by_language
def test_no_word_stands_twice(path: Path) -> None:
    ids = [line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("msgid ")]
    assert sorted(set(ids)) == sorted(ids)


@by_language
def test_placeholders_are_those_of_the_english_words(path: Path) -> None:
    assert [fault for message in entries(path) for fault in faults(message)] == []


@by_language
def test_words_have_the_typography_of_their_language(path: Path) -> None:
    language = LanguageTag.parse(path.stem)
    shown = [text for message in entries(path) if message.id for text in words(message)]
    assert [typeset(text, language) for text in shown] == shown


def test_the_interface_is_asked_for_in_english() -> None:
    texts = [text for m in ASKED for text in (m.id if isinstance(m.id, tuple) else (m.id,))]
    assert [typeset(text, LanguageTag("en")) for text in texts] == texts
    assert [text for text in texts if set(text) & set("éèàêçôîœÀÉ«»")] == []
    assert [text for text in texts if text != text.strip()] == [], "a word alone is no sentence"
