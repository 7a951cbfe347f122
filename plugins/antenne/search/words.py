"""From a text to the words that it is found by, whatever its accents, apostrophes and plurals."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass, field

from antenne.search.table import Table

_ACCENTS = re.compile("[\u0300-\u036f]")
_LETTER = "[\\w\u0300-\u036f\u00ad]"
_COMPOUND = re.compile(f"{_LETTER}+(?:['-]{_LETTER}+)*")
_PARTS = re.compile("(['-])")
_MOST_KEPT = 200_000


@dataclass(frozen=True, slots=True)
class Words:
    """Makes words by a table; what it has made once it remembers, up to a bound."""

    table: Table = field(default_factory=Table)
    _made: dict[str, tuple[str, ...]] = field(default_factory=dict, repr=False)

    def count(self, text: str) -> Counter[str]:
        """Return how often each word stands in a text.

        `L’île d’Ouessant` has `ile` and `ouessant`; `peut-être` has `peut`, `etre` and `peutetre`.
        """
        plain = text.translate({ord(character): other for character, other in self.table.same.items()})
        counts: Counter[str] = Counter()
        for compound, times in Counter(_COMPOUND.findall(plain)).items():
            for word in self._words(compound):
                counts[word] += times
        return counts

    def fold(self, part: str) -> str:
        """Return a part of a word in small letters and digits without accents: `Cœur` gives `coeur`."""
        small = _ACCENTS.sub("", unicodedata.normalize("NFKD", part)).lower()
        letters = "".join(self.table.letters.get(character, character) for character in small)
        return "".join(character for character in letters if character.isalnum())[: self.table.longest]

    def stem(self, word: str) -> str:
        """Return a folded word without the mark of the plural: `chevaux` gives `cheval`, `livres` gives `livre`."""
        if len(word) >= self.table.shortest:
            for ending, other in self.table.endings:
                if word.endswith(ending):
                    return word.removesuffix(ending) + other
        return word

    def _words(self, compound: str) -> tuple[str, ...]:
        known = self._made.get(compound)
        if known is None:
            if len(self._made) >= _MOST_KEPT:
                self._made.clear()
            known = self._made[compound] = tuple(self._parts(compound))
        return known

    def _parts(self, compound: str) -> list[str]:
        pieces = _PARTS.split(compound)
        marks = [*pieces[1::2], ""]
        folded = [self.fold(piece) for piece in pieces[::2]]
        kept = [
            word
            for at, word in enumerate(folded)
            if word
            and not (marks[at] == "'" and word in self.table.elided)
            and not (at and at == len(folded) - 1 and marks[at - 1] == "'" and word == self.table.possessive)
        ]
        whole = "".join(kept)
        if len(kept) > 1 and len(whole) <= self.table.longest:
            kept.append(whole)
        return [self.stem(word) for word in kept]
