from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from antenne.search.words import Words

WORDS = Words()
LETTERS = st.text(alphabet=st.characters(categories=("L", "N")), min_size=1, max_size=12)


def found(text: str) -> set[str]:
    return set(WORDS.count(text))


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("L’île d’Ouessant", "ile"),
        ("L’île d’Ouessant", "ouessant"),
        ("L'île d'Ouessant", "OUESSANT"),
        ("l’été", "été"),
        ("l’été", "ete"),
        ("l’e\u0301te\u0301", "été"),
        ("le cœur", "coeur"),
        ("le coeur", "cœur"),
        ("l’œuvre", "oeuvre"),
        ("l’ŒUVRE", "œuvre"),
        ("ex æquo", "aequo"),
        ("jusqu’à Brest", "a"),
        ("lorsqu’elle", "elle"),
        ("puisqu’il", "il"),
        ("qu’Ouessant", "ouessant"),
        ("c’est-à-dire", "dire"),
        ("peut-être", "peut"),
        ("peut-être", "peut-être"),
        ("peut-être", "peutetre"),
        ("l’e‑réputation", "réputation"),
        ("l’e‑réputation", "ereputation"),
        ("une presqu’île", "île"),
        ("aujourd’hui", "aujourdhui"),
        ("the author’s rights", "author"),
        ("don’t", "don't"),
        ("naïveté", "naivete"),
        ("978-2-07-036822-8", "9782070368228"),
        ("snake_case", "snake"),
        ("Straße", "strasse"),
        ("ΟΔΟΣ", "οδος"),
    ],
)
def test_a_word_is_found_however_it_is_written(text: str, asked: str) -> None:
    assert found(asked) <= found(text)
    assert found(asked)


@pytest.mark.parametrize(
    ("plural", "singular"),
    [
        ("chevaux", "cheval"),
        ("livres", "livre"),
        ("entretiens", "entretien"),
        ("œuvres", "œuvre"),
        ("étés", "été"),
        ("îles", "île"),
        ("cœurs", "cœur"),
        ("bateaux", "bateau"),
        ("jeux", "jeu"),
        ("bijoux", "bijou"),
        ("books", "book"),
    ],
)
def test_the_plural_finds_the_singular_and_the_other_way_round(plural: str, singular: str) -> None:
    assert found(plural) == found(singular)


@pytest.mark.parametrize("elided", ["c", "d", "j", "l", "m", "n", "s", "t", "qu", "jusqu", "lorsqu", "puisqu"])
@pytest.mark.parametrize("mark", ["'", "’"])
def test_what_is_elided_is_no_word(elided: str, mark: str) -> None:
    assert found(f"{elided}{mark}Ouessant") == {"ouessant"}


@pytest.mark.parametrize("kept", ["express", "bus", "été", "os", "voix", "prix", "paix"])
def test_words_that_only_look_like_plurals_keep_their_end(kept: str) -> None:
    assert found(kept) == {WORDS.fold(kept)}


@given(st.text(max_size=200))
def test_every_word_is_small_bare_and_bounded(text: str) -> None:
    for word in found(text):
        assert word == word.lower() or not word.isascii()
        assert all(character.isalnum() for character in word)
        assert 0 < len(word) <= 41


@given(st.text(max_size=60))
def test_folding_twice_changes_nothing(text: str) -> None:
    once = WORDS.fold(text)
    assert WORDS.fold(once) == once


@given(LETTERS)
def test_a_stem_never_loses_a_short_word_nor_all_of_one(word: str) -> None:
    folded = WORDS.fold(word)
    assert bool(WORDS.stem(folded)) == bool(folded)
    if len(folded) < 4:
        assert WORDS.stem(folded) == folded


@given(st.lists(LETTERS, min_size=1, max_size=5))
def test_each_word_of_a_text_is_found_in_it(words: list[str]) -> None:
    for word in words:
        assert found(word) <= found(" ".join(words))


@given(LETTERS)
def test_capitals_and_apostrophes_do_not_matter(word: str) -> None:
    assert found(f"l’{word}") == found(f"L'{word}")
