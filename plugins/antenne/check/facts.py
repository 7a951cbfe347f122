"""What the rules on a whole site need to know of a page, so that it is parsed once, however often one judges."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Set
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from antenne.check.feed import line_of
from antenne.check.page import Page, parse_page
from antenne.check.page_rules import JSON_LD, PAGE_RULES
from antenne.check.references import Reference, page_references
from antenne.check.site import Site
from antenne.kept import Form, Unkeepable
from antenne.problems import Problem

Node = dict[str, Any]
"""An object of JSON-LD."""

Said = tuple[str, int]
"""An address as it is written, and the line that it is on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """A page: what is wrong with it by itself, and what it says that the rest of the site decides about.

    `alternates` are (hreflang, address, line), `nodes` the objects of its JSON-LD with their lines.
    """

    path: str
    readable: bool = True
    problems: tuple[Problem, ...] = ()
    ids: frozenset[str] = frozenset()
    references: tuple[Reference, ...] = ()
    canonical: Said | None = None
    unlisted: bool = False
    shared: tuple[Said, ...] = ()
    alternates: tuple[tuple[str, str, int], ...] = ()
    nodes: tuple[tuple[Node, int], ...] = ()


_FORM: Form[tuple[bytes, Facts]] = Form(tuple[bytes, Facts])


@dataclass(slots=True)
class FactsMemo:
    """The facts of a site's pages by their paths, for as long as their bytes are the same.

    What a judgement has found holds for the next one when `commit` says so.
    """

    _facts: dict[str, tuple[bytes, Facts]] = field(default_factory=dict)
    _now: dict[str, tuple[bytes, Facts]] = field(default_factory=dict)
    _rows: dict[str, bytes] = field(default_factory=dict)
    _same: Set[str] = frozenset()

    def begin(self, same: Set[str] = frozenset()) -> None:
        """Begin to judge; `same` are the paths of files that are what they were at the last commit."""
        self._now, self._same = {}, same

    def of(self, site: Site, path: str) -> Facts:
        """Return the facts of a page of a site."""
        known = self._facts.get(path)
        if known is None or path not in self._same:
            known = self._read(site, path, known)
        self._now[path] = known
        return known[1]

    def commit(self) -> None:
        """Let what was found now hold for the next judgement."""
        same = (path for path in self._rows if self._now.get(path) is self._facts[path])
        self._rows = {path: self._rows[path] for path in same}
        self._facts, self._now = self._now, {}

    def rows(self) -> dict[str, bytes]:
        """Return what holds for the next judgement as bytes."""
        for path, facts in self._facts.items():
            if path not in self._rows:
                with suppress(Unkeepable):
                    self._rows[path] = _FORM.pack(facts)
        return self._rows

    @classmethod
    def of_rows(cls, rows: Mapping[str, bytes]) -> FactsMemo:
        """Return what was kept as bytes; raise Unkeepable."""
        return cls(_facts={path: _FORM.unpack(data) for path, data in rows.items()}, _rows=dict(rows))

    def _read(self, site: Site, path: str, known: tuple[bytes, Facts] | None) -> tuple[bytes, Facts]:
        data = (site.folder / path).read_bytes()
        digest = hashlib.blake2b(data, digest_size=20).digest()
        return known if known is not None and known[0] == digest else (digest, read_facts(path, data))


def read_facts(path: str, data: bytes) -> Facts:
    """Return the facts of a page; one that cannot be read has that problem and nothing else."""
    page = parse_page(path, data)
    if isinstance(page, Problem):
        return Facts(path=path, readable=False, problems=(page,))
    canonical = next((one for one in page.each("link") if one.get("rel") == "canonical"), None)
    return Facts(
        path=path,
        problems=tuple(problem for rule in PAGE_RULES for problem in rule(page)),
        ids=frozenset(page.ids),
        references=tuple(page_references(page)),
        canonical=None if canonical is None else (canonical.get("href") or "", line_of(canonical)),
        unlisted=_is_unlisted(page),
        shared=tuple(
            (one.get("content") or "", line_of(one)) for one in page.each("meta") if one.get("property") == "og:image"
        ),
        alternates=tuple(
            (one.get("hreflang") or "", one.get("href") or "", line_of(one))
            for one in page.each("link")
            if one.get("rel") == "alternate" and one.get("hreflang")
        ),
        nodes=tuple(_linked_data(page)),
    )


def _is_unlisted(page: Page) -> bool:
    """Say whether search engines are kept away, or led on to where a page now stands."""
    robots = any("noindex" in (node.get("content") or "") for node in page.each("meta") if node.get("name") == "robots")
    return robots or any((node.get("http-equiv") or "").lower() == "refresh" for node in page.each("meta"))


def _linked_data(page: Page) -> Iterator[tuple[Node, int]]:
    for script in page.each("script"):
        if script.get("type") == JSON_LD:
            yield from ((node, line_of(script)) for node in _nodes(_read(script.text or "")))


def _read(text: str) -> object:
    try:
        return json.loads(text)
    except ValueError:
        return None


def _nodes(value: object) -> Iterator[Node]:
    if isinstance(value, dict):
        yield value
        value = list(value.values())
    for part in value if isinstance(value, list) else ():
        yield from _nodes(part)
