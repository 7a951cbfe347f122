"""The words of all documents in small files: a browser asks for the few that a question needs."""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterable, Iterator

from antenne.search.weights import MOST

LARGEST = 24_000
"""How many characters a file of words holds: some 10 KB compressed."""

COMMON = 3_000
"""Of a word that is in more documents than this only so many are named, the weightiest."""

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


class Postings:
    """Gathers which documents have a word, and with what weight; documents come in order of their numbers."""

    def __init__(self) -> None:
        self._found: dict[str, array[int]] = {}

    def add(self, number: int, weights: Iterable[tuple[str, int]]) -> None:
        """Remember the words of a document."""
        found, first = self._found, number * (MOST + 1)
        for word, weight in weights:
            if word not in found:
                found[word] = array("I")
            found[word].append(first + weight)

    def shards(self) -> Iterator[tuple[str, bytes]]:
        """Give each file with the letters at which it begins, in order: JSON, of postings by word."""
        before, start, entries, size = "", "", dict[str, str](), 0
        for word in sorted(self._found, key=_order):
            text = _written(self._found[word])
            if entries and size + len(word) + len(text) > LARGEST:
                yield start, _json(entries)
                entries, size = {}, 0
                start = _apart(before, word)
            entries[word] = text
            size += len(word) + len(text) + 6
            before = word
        if entries:
            yield start, _json(entries)


def _order(word: str) -> bytes:
    """Sort as browsers do, which compare units of UTF-16."""
    return word.encode("utf-16-be")


def _apart(before: str, word: str) -> str:
    """Return the fewest letters of a word that come after the word before it."""
    return next(word[:length] for length in range(1, len(word) + 1) if not before.startswith(word[:length]))


def _json(entries: dict[str, str]) -> bytes:
    return json.dumps(entries, ensure_ascii=False, separators=(",", ":")).encode()


def _written(found: array[int]) -> str:
    """Return postings as text: before each weight, a capital letter, the step to its document in base 36 but for 1.

    A word that is common begins with the number of its documents and `!`.
    """
    pairs = [divmod(one, MOST + 1) for one in found]
    head = ""
    if len(pairs) > COMMON:
        head = f"{len(pairs)}!"
        # The last written come first where weights are equal.
        pairs = sorted(sorted(pairs, key=lambda pair: (-pair[1], -pair[0]))[:COMMON])
    text, last = [head], -1
    for number, weight in pairs:
        text.append((_base36(number - last) if number - last > 1 else "") + chr(ord("A") + weight - 1))
        last = number
    return "".join(text)


def _base36(number: int) -> str:
    digits = ""
    while number:
        number, digit = divmod(number, 36)
        digits = _DIGITS[digit] + digits
    return digits
