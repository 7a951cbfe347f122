"""Judges that no two things of the site want the same address."""

from __future__ import annotations

import dataclasses
from collections.abc import Hashable, Iterator, Sequence

from antenne.problems import Problem, Where
from antenne.problems.rules import SAME_ADDRESS
from antenne.read import Content
from antenne.settings import RouteSettings, Settings

_YIELDING = frozenset(("legal", "privacy"))
"""Sections in whose place an author's own page may stand."""


def judge_addresses(content: Content, settings: Settings) -> Iterator[Problem]:
    """Give a problem for every second note, episode or page at an address that is taken."""
    episodes = [(episode.slug, ("episode", episode.key)) for episode in content.episodes]
    yield from _judge(episodes, content, "Rename one of the folders: the part after the date makes the address.")
    notes = [((note.pub_date.year, note.slug), ("note", note.key)) for note in content.notes]
    yield from _judge(notes, content, "Rename one of the files: the year and the part after the date make the address.")
    taken = {word: f"/{word}/" for word in _words(settings.routes)}
    taken |= {one.prefix.rstrip("/"): f"/{one.prefix}" for one in settings.languages}
    told = {(one.language, one.key) for one in content.translations if one.kind == "page"}
    for page in content.pages:
        # A page has one name in all of its languages.
        others = {
            word: f"/{one.prefix}{word}/"
            for one in settings.languages
            if (one.language, page.key) in told
            for word in _words(one.routes)
        }
        if address := taken.get(page.key) or others.get(page.key):
            yield SAME_ADDRESS.at(
                content.places[("page", page.key)],
                f"The address {address} is that of a section of the site.",
                "Rename this file: its name makes the page's address.",
            )


def _words(routes: RouteSettings) -> set[str]:
    return {getattr(routes, field.name) for field in dataclasses.fields(routes) if field.name not in _YIELDING}


def _judge(named: Sequence[tuple[Hashable, tuple[str, str]]], content: Content, hint: str) -> Iterator[Problem]:
    first: dict[Hashable, Where] = {}
    for address, place in sorted(named, key=lambda pair: pair[1]):
        where = content.places[place]
        if address in first:
            yield SAME_ADDRESS.at(where, f"The address of this page is taken by {first[address].path}.", hint)
        first.setdefault(address, where)
