"""A large made-up corpus: transcripts as long as real ones, whose words are as frequent as those of French."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate
from random import Random

from antenne.model import LanguageTag
from antenne.search.document import Document, Passage

SMALL = (
    "de la le et les des en un une du que est pour qui dans a par plus pas au sur ne se ce il sont on avec nous vous je"
    " mais ou comme tout bien fait cette ses même elle si leur deux très y quand donc alors sans être faire parce aussi"
)
ONSETS = "b bl br c ch cl cr d dr f fl fr g gl gr j l m n p pl pr qu r s st t tr v" + " s t l r m p c d v n" * 3
VOWELS = "a e i o u é è ê ou on an in eu au oi ai ui œu"
ENDS = ["", "", "", "", "r", "l", "s", "t", "que", "me", "ment", "tion", "ge", "x", "ne"]
WORDS_IN_TEXT = 4_500
WORDS_IN_PARAGRAPH = 75


def lexicon(size: int, chance: Random) -> list[str]:
    """Return words from the most to the least frequent: those that carry grammar, then made-up ones."""
    onsets, vowels = ONSETS.split(), VOWELS.split()
    words = dict.fromkeys(SMALL.split())
    while len(words) < size:
        syllables = chance.choices((1, 2, 3, 4), (15, 45, 30, 10))[0]
        words[
            "".join(chance.choice(onsets) + chance.choice(vowels) for _ in range(syllables)) + chance.choice(ENDS)
        ] = None
    return list(words)


def transcripts(count: int, *, vocabulary: int = 60_000, seed: int = 4) -> Iterator[Document]:
    """Give documents of 4,500 words each, oldest first, with a time for each paragraph."""
    chance = Random(seed)
    words = lexicon(vocabulary, chance)
    frequencies = list(accumulate(1 / (rank + 3) ** 1.05 for rank in range(len(words))))
    for number in range(count):
        spoken = chance.choices(words, cum_weights=frequencies, k=WORDS_IN_TEXT)
        # A conversation comes back to what it is about.
        subject = chance.choices(words[len(SMALL.split()) :], k=12)
        for at in range(0, len(spoken), 19):
            spoken[at] = chance.choice(subject)
        paragraphs = [
            " ".join(spoken[at : at + WORDS_IN_PARAGRAPH]) for at in range(0, len(spoken), WORDS_IN_PARAGRAPH)
        ]
        yield Document(
            kind="episode",
            path=f"episodes/entretien-{number}/",
            title=f"Entretien {number} sur {subject[0]} et {subject[1]}",
            summary=" ".join(subject[2:]),
            date=f"{2000 + number // 336:04}-{number // 28 % 12 + 1:02}-{number % 28 + 1:02}",
            language=LanguageTag("fr"),
            passages=tuple(Passage(f"{text.capitalize()}.", 30.0 * at) for at, text in enumerate(paragraphs)),
        )
