"""What judging found out about a page or a feed, kept for as long as it would find the same."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping, Set
from dataclasses import replace
from typing import Any

from msgspec import Struct, field

from antenne.check.facts import Facts, read_facts
from antenne.check.site import Site
from antenne.kept import Form, Keep
from antenne.problems import Problem


class Judged(Struct, frozen=True):
    """What is wrong with a feed, which files were asked about and whether they were there, and which were opened."""

    site: tuple[str | bool, ...]
    problems: tuple[Problem, ...]
    asked: dict[str, bool]
    opened: tuple[str, ...]


_PAGE: Form[tuple[bytes, Facts]] = Form(tuple[bytes, Facts])
_FEED: Form[Judged] = Form(Judged)

Shape = tuple[int, int] | None
"""The width and height of a picture in pixels."""

_SHAPE: Form[Shape] = Form(Shape)


class FactsMemo(Struct):
    """What is known of pages with the digests of their bytes, of feeds, and of pictures, each by its path."""

    pages: Keep[tuple[bytes, Facts]] = field(default_factory=lambda: Keep.of(_PAGE))
    feeds: Keep[Judged] = field(default_factory=lambda: Keep.of(_FEED))
    shapes: Keep[Shape] = field(default_factory=lambda: Keep.of(_SHAPE))
    _same: Set[str] = frozenset()
    _site: tuple[str | bool, ...] | None = None

    def begin(self, same: Set[str] = frozenset()) -> None:
        """Begin to judge; `same` are the paths of files that are what they were when the last good build was judged."""
        self._same = same
        for keep in self.keeps.values():
            keep.begin()

    def commit(self) -> None:
        """Let what was found now hold for the next judgement."""
        for keep in self.keeps.values():
            keep.commit()

    @property
    def keeps(self) -> Mapping[str, Keep[Any]]:
        """All that is kept, by short names."""
        return {"facts": self.pages, "feeds": self.feeds, "shapes": self.shapes}

    def page(self, site: Site, path: str) -> Facts:
        """Return the facts of a page of a site, which hold for as long as the site says the same of itself."""
        if self._site is not None and self._site != _told_of(site):
            self.pages.clear()
        self._site = _told_of(site)
        known = self.pages.before(path)
        if known is None or path not in self._same:
            data = site.at(path).read_bytes()
            digest = hashlib.blake2b(data, digest_size=20).digest()
            if known is None or known[0] != digest:
                known = digest, read_facts(path, data, site)
        return self.pages.keep(path, known)[1]

    def shape(self, site: Site, path: str) -> Shape:
        """Return the width and height of a picture of a site, None for what is neither JPEG nor PNG."""
        known = self.shapes.before(path) if path in self._same else None
        if known is None:
            facts = site.picture(path)
            known = (facts.width, facts.height) if facts else None
        return self.shapes.keep(path, known)

    def feed(self, site: Site, path: str, judge: Callable[[Site], Iterable[Problem]]) -> tuple[Problem, ...]:
        """Return what is wrong with a feed of a site: `judge` says it, and asks the site about no other files."""
        known, told = self.feeds.before(path), _told_of(site)
        if known is None or path not in self._same or known.site != told or not self._holds(known, site):
            noted, opened = set[str](), set[str]()
            problems = tuple(judge(replace(site, noted=noted, opened=opened)))
            known = Judged(told, problems, {one: one in site.files for one in sorted(noted)}, tuple(sorted(opened)))
        return self.feeds.keep(path, known).problems

    def _holds(self, known: Judged, site: Site) -> bool:
        """Say whether the files that were opened are as they were, and those asked about are there as before."""
        here = all((path in site.files) == there for path, there in known.asked.items())
        return here and self._same >= set(known.opened)


def _told_of(site: Site) -> tuple[str | bool, ...]:
    """Return what a site says of itself, whatever its files."""
    return site.root, site.own, site.private, site.media, site.prefix, site.cards
