"""Gathers notes into series and categories."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from itertools import pairwise

from antenne.model import Note, Section, Series
from antenne.problems import Problems
from antenne.problems.rules import BAD_SLUG, SAME_ADDRESS, SAME_PART
from antenne.read import Content
from antenne.text import slugify


def gather_series(notes: tuple[Note, ...], content: Content, problems: Problems) -> tuple[Series, ...]:
    """Return the series in order of their names; a part without a number stands by its date, after the numbered."""
    series = []
    for key, name, members in _gathered(notes, lambda note: note.series, content, problems):
        ordered = sorted(members, key=lambda n: (n.part is None, n.part or 0, n.pub_date, n.key))
        for one, two in pairwise(ordered):
            if one.part is not None and one.part == two.part:
                problems.add(
                    SAME_PART.at(
                        content.places[("note", two.key)],
                        f"Two notes are part {two.part} of the series “{name}”: {one.key} and {two.key}.",
                        "Give each note of a series a number of its own in its line part.",
                    )
                )
        series.append(Series(key=key, name=name, notes=tuple(ordered)))
    return tuple(series)


def gather_categories(notes: tuple[Note, ...], content: Content, problems: Problems) -> tuple[Section, ...]:
    """Return the categories in order of their names, each with its notes newest first."""
    gathered = _gathered(notes, lambda note: note.category, content, problems)
    return tuple(Section(key=key, name=name, notes=tuple(members)) for key, name, members in gathered)


def _gathered(
    notes: tuple[Note, ...], name_of: Callable[[Note], str], content: Content, problems: Problems
) -> list[tuple[str, str, list[Note]]]:
    """Group notes by a name; two spellings that make one address are a problem at the first note of the second."""
    groups: defaultdict[str, list[Note]] = defaultdict(list)
    for note in notes:
        if name_of(note):
            groups[name_of(note)].append(note)
    taken: dict[str, str] = {}
    gathered = []
    for name, members in sorted(groups.items()):
        key = slugify(name)
        if not key:
            message = f"“{name}” has no letters or digits to make an address of."
            problems.add(BAD_SLUG.at(content.places[("note", members[0].key)], message, "Write a word instead."))
        elif key in taken:
            problems.add(
                SAME_ADDRESS.at(
                    content.places[("note", members[0].key)],
                    f"“{name}” and “{taken[key]}” would have the same address.",
                    "Write the name in the same way in all notes.",
                )
            )
        taken[key] = name
        gathered.append((key, name, members))
    return gathered
