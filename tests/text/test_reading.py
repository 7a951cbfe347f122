from __future__ import annotations

import pytest

from antenne.model import LanguageTag
from antenne.text import count_words, reading_minutes


@pytest.mark.parametrize(
    ("text", "words"),
    [("", 0), ("«\u202f…\u202f»", 0), ("L’été — « déjà » !", 2), ("un\ndeux\u00a0trois", 3), ("10\u202f000 pages", 3)],
)
def test_a_word_is_what_stands_between_blanks_and_has_a_letter(text: str, words: int) -> None:
    assert count_words(text) == words


@pytest.mark.parametrize(
    ("words", "language", "minutes"),
    [(0, "fr", 0), (1, "fr", 1), (195, "fr", 1), (585, "fr", 3), (585, "fr-CA", 3), (684, "en", 3), (552, "eo", 3)],
)
def test_minutes_go_by_the_pace_of_the_language(words: int, language: str, minutes: int) -> None:
    assert reading_minutes("mot " * words, LanguageTag.parse(language)) == minutes
