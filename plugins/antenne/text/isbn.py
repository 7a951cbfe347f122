"""ISBNs as people read them."""

from __future__ import annotations

from antenne.model import Isbn13


def hyphenated(isbn: Isbn13) -> str:
    """Return an ISBN with hyphens where the International ISBN Agency's ranges have them: `978-2-10-059000-1`.

    One of a range that was opened since stays whole after its prefix.
    """
    # Few builds read a book, and this loads what speaks to servers of numbers.
    from stdnum import isbn as ranges

    return str(ranges.format(isbn.digits))
