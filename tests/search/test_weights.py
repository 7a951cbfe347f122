from __future__ import annotations

from antenne.model import LanguageTag
from antenne.search.document import Document, Passage
from antenne.search.weights import MOST, weigh
from antenne.search.words import Words


def weight(word: str = "phare", *, title: str = "", names: str = "", summary: str = "", text: str = "") -> int:
    document = Document(
        kind="note",
        path="notes/une/",
        title=title,
        names=(names,),
        summary=summary,
        language=LanguageTag("fr"),
        passages=(Passage(text),),
    )
    return weigh(document, Words()).get(word, 0)


def test_a_title_weighs_more_than_a_chapter_than_a_summary_than_a_text_full_of_the_word() -> None:
    weights = [
        weight(title="Le phare"),
        weight(names="Le phare"),
        weight(summary="Le phare"),
        weight(text="phare " * 50),
    ]
    assert weights == sorted(weights, reverse=True)
    assert len(set(weights)) == 4


def test_more_of_a_word_weighs_more_and_ever_less_so() -> None:
    once, twice, often = (weight(text=f"{'phare ' * times}{'mer ' * 400}") for times in (1, 4, 40))
    assert once < twice < often < MOST


def test_a_word_weighs_more_in_a_short_text_than_in_a_long_one() -> None:
    assert weight(text=f"phare phare {'mer ' * 50}") > weight(text=f"phare phare {'mer ' * 4000}")


def test_what_is_not_there_weighs_nothing() -> None:
    assert weight("navire", title="Le phare") == 0
