from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from antenne.model import Cue, Transcript
from antenne.render.transcript import shown_paragraphs
from antenne.text.paragraphs import LONG
from tests.render.samples import FR


def cue(start: float, text: str, speaker: str = "") -> Cue:
    return Cue(start=start, end=start + 1, text=text, speaker=speaker)


def shown(*cues: Cue, starts: frozenset[float] = frozenset()) -> list[tuple[float | None, str, str]]:
    return [(p.start, p.speaker, p.text) for p in shown_paragraphs(Transcript(cues=cues, language=FR), starts)]


def test_captions_of_one_voice_make_one_paragraph() -> None:
    assert shown(cue(0, "Bonjour", "Zoé"), cue(1, "à tous."), cue(2, "Merci.", "Ada")) == [
        (0, "Zoé", "Bonjour à tous."),
        (2, "Ada", "Merci."),
    ]


def test_a_chapter_begins_a_paragraph_without_naming_the_voice_again() -> None:
    assert shown(cue(0, "Un.", "Zoé"), cue(5, "Deux.", "Zoé"), starts=frozenset({4.0})) == [
        (0, "Zoé", "Un."),
        (5, "", "Deux."),
    ]


def test_a_long_speech_breaks_after_a_sentence() -> None:
    sentence = "Un mot après l’autre, sans fin."
    cues = [cue(i, sentence) for i in range(40)]
    found = shown(*cues)
    assert len(found) > 1
    assert all(text.endswith(".") and len(text) < LONG + 2 * len(sentence) for _, _, text in found)


def test_words_get_the_typography_of_their_language() -> None:
    assert shown(cue(0, "L'été !")) == [(0, "", "L’été\u202f!")]


@settings(max_examples=40)
@given(st.lists(st.tuples(st.text("ab ", min_size=1), st.sampled_from(["", "Ada", "Zoé"])), max_size=30))
def test_no_caption_is_lost_or_moved(said: list[tuple[str, str]]) -> None:
    cues = [cue(i, text, speaker) for i, (text, speaker) in enumerate(said)]
    words = " ".join(text for _, _, text in shown(*cues)).split()
    assert words == " ".join(text for text, _ in said).split()
