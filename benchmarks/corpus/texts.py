"""Made-up sentences, titles and Markdown texts of some 500 words, as notes of an episode have them."""

from __future__ import annotations

import unicodedata
from random import Random

from benchmarks.corpus.words import FIRST_NAMES, LONG_WORDS, SURNAMES, WORDS

_MARKS = ("*{}*", "**{}**", "`{}`", "[{}](https://example.com/{number})")


def sentence(by: Random, least: int = 8, most: int = 22) -> str:
    """Return a sentence of a number of words."""
    words = by.choices(WORDS, k=by.randint(least, most))
    if len(words) > 12:
        words[len(words) // 2] += ","
    return " ".join(words).capitalize() + by.choice("....?!")


def title(by: Random, least: int = 3, most: int = 7) -> str:
    """Return a title of a number of words."""
    return " ".join(by.choices(LONG_WORDS, k=by.randint(least, most))).title()


def person_name(by: Random) -> str:
    """Return a first name and a surname."""
    return f"{by.choice(FIRST_NAMES)} {by.choice(SURNAMES)}"


def slug_of(text: str) -> str:
    """Return a text in the letters of addresses."""
    plain = unicodedata.normalize("NFKD", text.lower()).encode("ascii", "ignore").decode()
    return "-".join("".join(c if c.isalnum() else " " for c in plain).split())


def markdown(by: Random, sections: int) -> str:
    """Return a text with headings, a list, a quotation, marked words and numbered references."""
    blocks = [_paragraph(by)]
    for number in range(sections):
        if number % 2 == 0:
            blocks.append(f"## {title(by, 2, 5)}")
        blocks.append(_paragraph(by))
        if number == 1:
            blocks.append("\n".join(f"- {sentence(by, 4, 10)}" for _ in range(5)))
        if number == 2:
            blocks.append(f"> {sentence(by, 12, 20)}\n> {sentence(by, 8, 14)}")
    blocks.append("\n".join(_reference(by, number) for number in range(1, 5)))
    return "\n\n".join(blocks) + "\n"


def _reference(by: Random, number: int) -> str:
    return f"{number}. [{title(by, 2, 4)}](https://example.com/ref/{by.randrange(99999)})"


def _paragraph(by: Random) -> str:
    """Return three to six sentences, one of which has a marked word."""
    sentences = [sentence(by) for _ in range(by.randint(3, 6))]
    which = by.randrange(len(sentences))
    words = sentences[which].split()
    place = by.randrange(len(words))
    words[place] = by.choice(_MARKS).format(words[place], number=by.randrange(9999))
    sentences[which] = " ".join(words)
    return " ".join(sentences)
