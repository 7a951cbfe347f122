"""What judging found out about a page or a feed, kept for as long as it would find the same."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Set
from dataclasses import dataclass, field, replace

from antenne.check.facts import Facts, read_facts
from antenne.check.site import Site
from antenne.kept import Form, Keep
from antenne.problems import Problem


@dataclass(frozen=True, slots=True)
class Judged:
    """What is wrong with a feed of a site, and which files were asked about: whether they were there."""

    site: tuple[str | bool, ...]
    problems: tuple[Problem, ...]
    asked: dict[str, bool]


_PAGE: Form[tuple[bytes, Facts]] = Form(tuple[bytes, Facts])
_FEED: Form[Judged] = Form(Judged)


@dataclass(slots=True)
class FactsMemo:
    """The facts of a site's pages with the digests of their bytes, and the judgements of its feeds, by their paths."""

    pages: Keep[tuple[bytes, Facts]] = field(default_factory=lambda: Keep.of(_PAGE))
    feeds: Keep[Judged] = field(default_factory=lambda: Keep.of(_FEED))
    _same: Set[str] = frozenset()

    def begin(self, same: Set[str] = frozenset()) -> None:
        """Begin to judge; `same` are the paths of files that are what they were when the last good build was judged."""
        self._same = same
        self.pages.begin()
        self.feeds.begin()

    def commit(self) -> None:
        """Let what was found now hold for the next judgement."""
        self.pages.commit()
        self.feeds.commit()

    def page(self, site: Site, path: str) -> Facts:
        """Return the facts of a page of a site."""
        known = self.pages.before(path)
        if known is None or path not in self._same:
            data = site.at(path).read_bytes()
            digest = hashlib.blake2b(data, digest_size=20).digest()
            if known is None or known[0] != digest:
                known = digest, read_facts(path, data)
        return self.pages.keep(path, known)[1]

    def feed(self, site: Site, path: str, judge: Callable[[Site], Iterable[Problem]]) -> tuple[Problem, ...]:
        """Return what is wrong with a feed of a site: `judge` says it, and asks the site about no other files."""
        known, told = self.feeds.before(path), _told_of(site)
        if known is None or path not in self._same or known.site != told or not self._holds(known, site):
            noting = replace(site, noted=set())
            problems = tuple(judge(noting))
            known = Judged(told, problems, {one: one in site.files for one in sorted(noting.noted or ())})
        return self.feeds.keep(path, known).problems

    def _holds(self, known: Judged, site: Site) -> bool:
        """Say whether the files that a judgement has asked about are those of before, and no others have come."""
        return all(path in self._same if there else path not in site.files for path, there in known.asked.items())


def _told_of(site: Site) -> tuple[str | bool, ...]:
    """Return what a site says of itself, whatever its files."""
    return site.root, site.own, site.private, site.media, site.prefix, site.cards
