"""What the search knows of a document, kept for as long as the document says the same."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping

from msgspec import Struct, field

from antenne.kept import Form, Keep, packed
from antenne.search.document import Document

_BEFORE_A = ord("A") - 1


class Indexed(Struct, frozen=True):
    """A document: the name of all that it says, the digest of the file that shows it, and its words with their weights.

    A word stands before a capital letter, A for the weight 1: words have no capitals and no blanks.
    """

    said: bytes
    digest: str
    words: str

    @classmethod
    def of(cls, said: bytes, digest: str, weights: Mapping[str, int]) -> Indexed:
        """Return what is kept of a document with the weights of its words."""
        return cls(said, digest, " ".join(f"{word}{chr(_BEFORE_A + weight)}" for word, weight in weights.items()))

    @property
    def weights(self) -> Iterator[tuple[str, int]]:
        """The words of the document, each with its weight."""
        return ((one[:-1], ord(one[-1]) - _BEFORE_A) for one in self.words.split(" ") if one)


_FORM: Form[Indexed] = Form(Indexed)


class SearchMemo(Struct):
    """What is known of the documents of the last good build."""

    documents: Keep[Indexed] = field(default_factory=lambda: Keep.of(_FORM))

    def recall(self, key: str, said: bytes) -> Indexed | None:
        """Return what is known of a document that says the same."""
        known = self.documents.before(key)
        return self.documents.keep(key, known) if known and known.said == said else None

    def keep(self, key: str, indexed: Indexed) -> Indexed:
        """Keep what was found out about a document."""
        return self.documents.keep(key, indexed)


def said_in(document: Document) -> bytes:
    """Return a name for all that a document says."""
    return hashlib.blake2b(packed(document), digest_size=16).digest()
