"""Judges the names by which content refers to other content."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from antenne.fields import Reference
from antenne.problems import Problem, Rule, nearest
from antenne.problems.rules import LATE_MOMENT, UNKNOWN_BOOK, UNKNOWN_EPISODE, UNKNOWN_PERSON, UNKNOWN_SHOW
from antenne.read import Content, clock

_KINDS: dict[str, tuple[Rule, str, str]] = {
    "book": (UNKNOWN_BOOK, "book", "content/books"),
    "person": (UNKNOWN_PERSON, "person", "content/people"),
    "episode": (UNKNOWN_EPISODE, "episode", "content/episodes"),
    "show": (UNKNOWN_SHOW, "show", "content/shows"),
}


def judge_references(content: Content) -> Iterator[Problem]:
    """Give a problem for every reference to something that does not exist, with the nearest name that does."""
    durations = {name: one.audio.duration for one in content.episodes for name in (one.key, one.slug)}
    for reference in content.references:
        known = content.known.get(reference.kind, frozenset())
        if reference.key in known:
            yield from _judge_moment(reference, durations)
            continue
        rule, noun, folder = _KINDS[reference.kind]
        near = nearest(reference.key, known)
        hint = f"Did you mean {near}? " if near else ""
        yield rule.at(
            reference.where,
            f"No {noun} is called {reference.key}.",
            f"{hint}The name is that of a folder in {folder}; add the folder or correct the name.",
        )


def _judge_moment(reference: Reference, durations: Mapping[str, float]) -> Iterator[Problem]:
    """Judge that a moment of an episode is within its recording; `durations` are in seconds."""
    duration = durations.get(reference.key)
    if reference.time is not None and duration is not None and reference.time >= duration:
        yield LATE_MOMENT.at(
            reference.where,
            f"The recording of {reference.key} ends at {clock(duration)}, before the moment {clock(reference.time)}.",
            "Write the time at which it begins to be spoken of: minutes and seconds, 12:30, or with hours, 1:02:30.",
        )
