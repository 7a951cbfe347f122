"""How much a page is about a word: title, then names and chapters, then the summary, then the text."""

from __future__ import annotations

from collections import Counter

from antenne.search.document import Document
from antenne.search.words import Words

MOST = 26
"""Weights go from 1 to this, one capital letter each."""

_TITLE, _NAMES, _SUMMARY, _TEXT = 8.0, 4.0, 3.5, 3.0
_HALF = 4.0
_USUAL_LENGTH = 1000


def weigh(document: Document, words: Words) -> dict[str, int]:
    """Return the weight of every word of a document, from 1 to 26.

    The shape is BM25's: more of the same counts ever less, in a long text less than in a short one. It depends on this
    document alone, so that a new page leaves the others' weights as they are.
    """
    found: dict[str, float] = {}
    for factor, texts in (
        (_TITLE, (document.title,)),
        (_NAMES, (document.subtitle, *document.names)),
        (_SUMMARY, (document.summary,)),
    ):
        for word in words.count("\n".join(texts)):
            found[word] = found.get(word, 0) + factor
    text = words.count("\n".join(passage.text for passage in document.passages))
    for word, share in _shares(text).items():
        found[word] = found.get(word, 0) + _TEXT * share
    return {word: max(1, round(MOST * value / (value + _HALF))) for word, value in found.items()}


def _shares(counts: Counter[str]) -> dict[str, float]:
    """Return for each word of a text what it adds, between 0 and 1."""
    length = 0.4 + 0.6 * counts.total() / _USUAL_LENGTH
    return {word: times / (times + 2 * length) for word, times in counts.items()}
