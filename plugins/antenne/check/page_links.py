"""Rules on what pages and style sheets lead to; each address is told once, however many pages have it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeVar

from msgspec import Struct, field

from antenne.check.facts import Facts
from antenne.check.references import Reference, is_id
from antenne.check.site import Site
from antenne.problems import Problem, Where
from antenne.problems.output.pages import BROKEN_FRAGMENT, BROKEN_LINK, OUTSIDE_REQUEST

K = TypeVar("K")

_ASTRAY = "The site stands below a path: begin the address with that path, or make it relative to the page."


class Sighting(Struct):
    """The first place of an address, and on how many files it stands."""

    where: Where
    files: int = 0
    last: str = ""


class Links(Struct, kw_only=True):
    """Every address of a site, gathered file by file, so that each is judged once."""

    site: Site
    broken: dict[str, Sighting] = field(default_factory=dict)
    outside: dict[str, Sighting] = field(default_factory=dict)
    fragments: dict[tuple[str, str], Sighting] = field(default_factory=dict)

    def add(self, path: str, reference: Reference) -> None:
        """Take one reference of the file `path` in."""
        address = reference.address
        target = self.site.lead(address, path)
        if target is None:
            return
        if target.outside:
            if reference.fetched:
                _see(self.outside, address, path, reference.line)
        elif target.astray or not self.site.has(target):
            _see(self.broken, address, path, reference.line)
        elif target.fragment and target.file:
            _see(self.fragments, (target.file, target.fragment), path, reference.line)

    def problems(self, ids: Mapping[str, frozenset[str]]) -> Iterator[Problem]:
        """Give what is wrong, once the `ids` of every page are known."""
        for address, sighting in self.outside.items():
            message = f"The page asks another site for {address}{_elsewhere(sighting)}."
            hint = "Keep a copy among the site's own files, or make it a link that one clicks."
            yield OUTSIDE_REQUEST.at(sighting.where, message, hint)
        for address, sighting in self.broken.items():
            message = f"The link to {address or 'nothing'} leads to no page or file of the site{_elsewhere(sighting)}."
            yield BROKEN_LINK.at(sighting.where, message, self._hint(address, sighting.where.path))
        for (file, fragment), sighting in self.fragments.items():
            if _is_missing(file, fragment, ids):
                message = f"Nothing on {file} has the id “{fragment}” to which a link leads{_elsewhere(sighting)}."
                yield BROKEN_FRAGMENT.at(sighting.where, message, "Correct the part after # or give the heading {#id}.")

    def _hint(self, address: str, path: str) -> str:
        target = self.site.target(address, path)
        if target is not None and target.astray:
            return _ASTRAY
        return "Correct the link in the text or the theme, or add what it leads to."


def is_suspect(page: Facts, site: Site, ids: Mapping[str, frozenset[str]]) -> bool:
    """Say whether any address of a page may be a problem, once the `ids` of every page are known.

    Most pages have none, so that their addresses need not be looked at one by one.
    """
    return (
        page.loose
        or not site.files.issuperset(page.leads)
        or any(_is_missing(file, fragment, ids) for file, fragment in page.fragments)
    )


def _is_missing(file: str, fragment: str, ids: Mapping[str, frozenset[str]]) -> bool:
    return file in ids and fragment not in ids[file] and is_id(fragment)


def _see(seen: dict[K, Sighting], key: K, path: str, line: int) -> None:
    sighting = seen.setdefault(key, Sighting(Where(path, line)))
    if sighting.last != path:
        sighting.files += 1
        sighting.last = path


def _elsewhere(sighting: Sighting) -> str:
    others = sighting.files - 1
    return f" (and {others} other {'file has' if others == 1 else 'files have'} it)" if others else ""
