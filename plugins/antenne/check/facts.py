"""What the rules on a whole site need to know of a page, so that it is parsed once, however often one judges."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from antenne.check.feed import line_of
from antenne.check.page import Page, parse_page
from antenne.check.page_rules import JSON_LD, PAGE_RULES
from antenne.check.references import Reference, page_references
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
