"""How long a text takes to read."""

from __future__ import annotations

import re

from antenne.model import LanguageTag

_PER_MINUTE = {
    "ar": 138,
    "de": 179,
    "en": 228,
    "es": 218,
    "fi": 161,
    "fr": 195,
    "he": 187,
    "it": 188,
    "nl": 202,
    "pl": 166,
    "pt": 181,
    "ru": 184,
    "sl": 180,
    "sv": 199,
    "tr": 166,
}
"""Words a minute by language (Trauzettel-Klosinski and Dietz, IReST, 2012)."""

_ELSEWHERE = 184
"""Their mean over all languages."""

_WORD = re.compile(r"\w\S*")
"""From the first letter or digit to the next blank: what stands before it belongs to the word and is passed over."""


def count_words(text: str) -> int:
    """Return how many words a plain text has, as a typist counts them: what stands between blanks."""
    return len(_WORD.findall(text))


def reading_minutes(text: str, language: LanguageTag) -> int:
    """Return the minutes that a plain text takes to read, at least 1; 0 for no words."""
    words = count_words(text)
    return max(1, round(words / _PER_MINUTE.get(language.language, _ELSEWHERE))) if words else 0
