"""A reader's letter becomes the file of a comment, beside the note that it is about."""

from __future__ import annotations

import json
import re
from pathlib import Path

from msgspec import Struct

from antenne.intake.letter import Letter, LetterRefused, read_letter
from antenne.problems import nearest
from antenne.settings import Settings


class Filed(Struct, frozen=True):
    """The file of a comment, and whether a letter that says the same was filed before."""

    file: Path
    existed: bool


def file_letter(path: Path, settings: Settings, *, author: str = "") -> Filed:
    """Write the comment that a saved letter is, under its writer's name or another one; raise LetterRefused."""
    letter = read_letter(path, named=author)
    notes = settings.content / "notes"
    if not (notes / f"{letter.note}.md").is_file():
        guess = nearest(letter.note, (note.stem for note in notes.glob("*.md")))
        hint = f"Did it change its name to {guess}? " if guess else ""
        raise LetterRefused(f"There is no note {letter.note}. {hint}Then write the comment's file by hand.")
    if not letter.words:
        raise LetterRefused("The letter has no words of its own. Write the comment's file by hand, if there is one.")
    folder = notes / f"{letter.note}.comments"
    text = _written(letter, settings, folder)
    there = next((file for file in sorted(folder.glob("*.md")) if file.read_bytes() == text.encode()), None)
    if there:
        return Filed(there, existed=True)
    folder.mkdir(exist_ok=True)
    file = folder / f"{_next(folder):03d}.md"
    with file.open("x", encoding="utf-8") as written:
        written.write(text)
    return Filed(file, existed=False)


def _written(letter: Letter, settings: Settings, folder: Path) -> str:
    answered = letter.comment if (folder / f"{letter.comment}.md").is_file() else ""
    lines = (
        "---",
        f"author: {json.dumps(letter.author, ensure_ascii=False)}",
        f"date: {letter.sent.astimezone(settings.timezone):%Y-%m-%d %H:%M}",
        *((f"reply_to: {answered}",) if answered else ()),
        "---",
        letter.words,
    )
    return "\n".join(lines) + "\n"


def _next(folder: Path) -> int:
    """Return the number after the highest that a file is called by."""
    numbers = (int(file.stem) for file in folder.glob("*.md") if re.fullmatch("[0-9]{1,6}", file.stem))
    return max(numbers, default=0) + 1
