"""Groups what goes by the same name, which makes one address."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from typing import TypeVar

from antenne.model import Book, Note
from antenne.problems import Problems
from antenne.problems.rules import BAD_SLUG, SAME_ADDRESS
from antenne.read import Content
from antenne.text import slugify

Work = TypeVar("Work", Book, Note)


def grouped(
    kind: str, works: tuple[Work, ...], name_of: Callable[[Work], str], content: Content, problems: Problems
) -> list[tuple[str, str, list[Work]]]:
    """Return keys, names and works by name; of two names that make one address the second is a problem."""
    groups: defaultdict[str, list[Work]] = defaultdict(list)
    for work in works:
        if name_of(work):
            groups[name_of(work)].append(work)
    taken: dict[str, str] = {}
    found = []
    for name, members in sorted(groups.items()):
        key = slugify(name)
        where = content.places[(kind, members[0].key)]
        if not key:
            message = f"“{name}” has no letters or digits to make an address of."
            problems.add(BAD_SLUG.at(where, message, "Write a word instead."))
        elif key in taken:
            message = f"“{name}” and “{taken[key]}” would have the same address."
            problems.add(SAME_ADDRESS.at(where, message, f"Write the name in the same way in all {kind}s."))
        taken[key] = name
        found.append((key, name, members))
    return found
