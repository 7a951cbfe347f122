"""Chapters as a file marks them, each with its line, before they are judged."""

from __future__ import annotations

from msgspec import Struct

from antenne.fields import address
from antenne.model import Chapter

MOST_CHAPTERS = 1000
LONGEST_TITLE = 1000


class BadChapters(ValueError):
    """A file of chapters that cannot be taken: a sentence, and the line where it is known."""

    def __init__(self, message: str, line: int = 0) -> None:
        super().__init__(message)
        self.line = line


class Mark(Struct, frozen=True):
    """A chapter, and the line that it stands on where that is known."""

    chapter: Chapter
    line: int = 0


def bounded(marks: list[Mark]) -> tuple[Mark, ...]:
    """Return marks, or raise BadChapters when there is none or there are more than anybody would make."""
    if not marks:
        raise BadChapters("The file holds no chapter.")
    if len(marks) > MOST_CHAPTERS:
        raise BadChapters(f"The file holds more than {MOST_CHAPTERS} chapters.")
    return tuple(marks)


def link(value: object, name: str, which: str, line: int = 0) -> str:
    """Return an address that a chapter gives under a name, or nothing; raise BadChapters for another thing."""
    try:
        return address.read(value) if isinstance(value, str) and value else ""
    except ValueError as error:
        message = f"The `{name}` of {which} is not an address: it begins with https://."
        raise BadChapters(message, line) from error
