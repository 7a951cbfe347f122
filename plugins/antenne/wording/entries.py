"""One entry of a catalogue: whether it is translated, and whether its placeholders are those of the English words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from babel.messages import Message

_NAMED = re.compile(r"%%|%\((\w+)\)s")
_IN_SCRIPTS = re.compile(r"\{(\w+)\}")


def is_translated(message: Message) -> bool:
    """Say whether an entry has its words, every plural form of them; one that is marked as fuzzy has not."""
    return not message.fuzzy and all(_texts(message.string))


def faults(message: Message) -> Iterator[tuple[str, str]]:
    """Give what is wrong with a translated entry, as the message and the hint of a problem."""
    if not message.id or not is_translated(message):
        return
    english = _texts(message.id)
    known = {name for text in english for name in _placeholders(text)}
    needed = known if len(english) == 1 else set()
    for text in _texts(message.string):
        wrong = _wrong(text, known, needed) if known or "%" in text else ""
        if wrong:
            there = " ".join(sorted(known)) or "none"
            hint = f"Write the placeholders as the English words do (here: {there}), and any other per cent sign as %%."
            yield f"The translation of “{english[0][:60]}” {wrong}.", hint


def _wrong(text: str, known: set[str], needed: set[str]) -> str:
    found = _placeholders(text)
    if "%" in _NAMED.sub("", text):
        return "has a per cent sign that is part of no placeholder"
    if other := sorted(found - known):
        return f"has a placeholder that is not in the English words, {other[0]}"
    if missing := sorted(needed - found):
        return f"has lost the placeholder {missing[0]}"
    return ""


def _placeholders(text: str) -> set[str]:
    named = {match[0] for match in _NAMED.finditer(text) if match[1]}
    return named | {match[0] for match in _IN_SCRIPTS.finditer(text)}


def _texts(words: object) -> tuple[str, ...]:
    return tuple(map(str, words)) if isinstance(words, (list, tuple)) else (str(words),)
