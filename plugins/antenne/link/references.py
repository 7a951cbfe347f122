"""Judges the names by which content refers to other content."""

from __future__ import annotations

from collections.abc import Iterator

from antenne.problems import Problem, Rule, nearest
from antenne.problems.rules import UNKNOWN_BOOK, UNKNOWN_EPISODE, UNKNOWN_PERSON, UNKNOWN_SHOW
from antenne.read import Content

_KINDS: dict[str, tuple[Rule, str, str]] = {
    "book": (UNKNOWN_BOOK, "book", "content/books"),
    "person": (UNKNOWN_PERSON, "person", "content/people"),
    "episode": (UNKNOWN_EPISODE, "episode", "content/episodes"),
    "show": (UNKNOWN_SHOW, "show", "content/shows"),
}


def judge_references(content: Content) -> Iterator[Problem]:
    """Give a problem for every reference to something that does not exist, with the nearest name that does."""
    for reference in content.references:
        known = content.known.get(reference.kind, frozenset())
        if reference.key in known:
            continue
        rule, noun, folder = _KINDS[reference.kind]
        near = nearest(reference.key, known)
        hint = f"Did you mean {near}? " if near else ""
        yield rule.at(
            reference.where,
            f"No {noun} is called {reference.key}.",
            f"{hint}The name is that of a folder in {folder}; add the folder or correct the name.",
        )
