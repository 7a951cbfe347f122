"""Notes that are about the same things as another: by the books and tags that both name."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec import Struct

from antenne.model import Catalog, Note

MOST = 4
"""How many related notes a page names."""

_BOOK, _TAG = 3, 2
_REACH = 25
"""How far, in notes to each side, one book or tag is followed: a tag that all notes have costs no more than another."""


class Related(Struct, frozen=True):
    """The related notes of a site; `ranks` are the places of its notes in the catalogue, by key."""

    catalog: Catalog
    ranks: dict[str, int]

    def of(self, note: Note) -> tuple[Note, ...]:
        """Return at most four notes that share books or tags with a note, those that share most first.

        A shared book counts three, a shared tag two. Of equals the one nearest in time comes first, then the newer
        one. The other parts of the note's series are left out: they have a list of their own.
        """
        here = self.ranks[note.key]
        scores: Counter[int] = Counter()
        for notes, weight in self._shared(note):
            for other in self._near(notes, here):
                scores[other] += weight
        ranked = sorted(scores, key=lambda rank: (-scores[rank], abs(rank - here), rank))
        found = (self.catalog.notes[rank] for rank in ranked)
        return tuple(one for one, _ in zip(self._others(found, note), range(MOST), strict=False))

    def older(self, note: Note) -> Note | None:
        """Return the note before a note, or None for the first."""
        rank = self.ranks[note.key] + 1
        return self.catalog.notes[rank] if rank < len(self.catalog.notes) else None

    def newer(self, note: Note) -> Note | None:
        """Return the note after a note, or None for the latest."""
        rank = self.ranks[note.key]
        return self.catalog.notes[rank - 1] if rank else None

    def _shared(self, note: Note) -> Iterator[tuple[Sequence[Note], int]]:
        yield from ((self._told(self.catalog.notes_about(book)), _BOOK) for book in self.catalog.books_in(note))
        yield from ((self._told(tag.notes), _TAG) for tag in self.catalog.tags_of(note))

    def _told(self, notes: Sequence[Note]) -> Sequence[Note]:
        """Return the notes that are told in the catalogue's language."""
        return [one for one in notes if one.key in self.ranks] if self.catalog.whole else notes

    def _near(self, notes: Sequence[Note], here: int) -> Iterator[int]:
        """Give the places of the notes that stand nearest to a place, itself left out."""
        middle = bisect_left(notes, here, key=lambda one: self.ranks[one.key])
        around = notes[max(0, middle - _REACH) : middle + _REACH + 1]
        yield from (rank for one in around if (rank := self.ranks[one.key]) != here)

    @staticmethod
    def _others(found: Iterator[Note], note: Note) -> Iterator[Note]:
        return (one for one in found if not note.series or one.series != note.series)


def related_notes(catalog: Catalog) -> Related:
    """Return what answers for the related notes of a catalogue."""
    return Related(catalog, {note.key: rank for rank, note in enumerate(catalog.notes)})
