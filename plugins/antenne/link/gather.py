"""Gathers notes into series and categories."""

from __future__ import annotations

from itertools import pairwise

from antenne.link.grouping import grouped
from antenne.model import Note, Section, Series
from antenne.problems import Problems
from antenne.problems.rules import SAME_PART
from antenne.read import Content


def gather_series(notes: tuple[Note, ...], content: Content, problems: Problems) -> tuple[Series, ...]:
    """Return the series in order of their names; a part without a number stands by its date, after the numbered."""
    series = []
    for key, name, members in grouped("note", notes, lambda note: note.series, content, problems):
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
    found = grouped("note", notes, lambda note: note.category, content, problems)
    return tuple(Section(key=key, name=name, notes=tuple(members)) for key, name, members in found)
