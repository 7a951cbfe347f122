"""What stands above a text, when the text does not say the same."""

from __future__ import annotations

from antenne.model import Book, Person, Publisher


def lead(one: Book | Person | Publisher) -> str:
    """Return a summary to show above its text: none where the text begins with these very words."""
    said, text = _plain(one.summary), _plain(one.body.plain)
    return "" if said and text.startswith(said.removesuffix("…")) else one.summary


def is_short(one: Book | Person | Publisher) -> bool:
    """Say whether a text is but what the summary says, so that it can stand in its place."""
    return bool(one.body) and not one.body.pictures and _plain(one.body.plain) == _plain(one.summary)


def _plain(text: str) -> str:
    """Return words as one line, whatever blanks their typography has."""
    return " ".join(text.split())
