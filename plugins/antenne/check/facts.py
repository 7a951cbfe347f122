"""What the rules on a whole site need to know of a page, so that it is parsed once, however often one judges."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from antenne.check.feed import line_of
from antenne.check.page import Page, parse_page
from antenne.check.page_rules import JSON_LD, PAGE_RULES
from antenne.check.references import is_id, page_addresses
from antenne.check.site import Site
from antenne.problems import Problem

if TYPE_CHECKING:
    from lxml import etree

Node = dict[str, Any]
"""An object of JSON-LD."""

Said = tuple[str, int]
"""An address as it is written, and the line that it is on."""

_FOR_ALL_OTHERS = "x-default"


class Facts(Struct, frozen=True, kw_only=True):
    """A page: what is wrong with it by itself, and what it says that the rest of the site decides about.

    `leads` are the files of the site that its addresses lead to, `fragments` the ids in files that they name. It is
    `loose` when an address leads astray, beside the site on its own host, or makes a browser ask another site.
    `canonical` has the file that it leads to, empty for none of the site, as has each of the `alternates`, the page in
    other languages. `nodes` are the objects of its JSON-LD that are called by an address of the site, each with that
    address, whether it is this page's own, and its line.
    """

    path: str
    readable: bool = True
    problems: tuple[Problem, ...] = ()
    ids: frozenset[str] = frozenset()
    leads: tuple[str, ...] = ()
    fragments: tuple[tuple[str, str], ...] = ()
    loose: bool = False
    canonical: tuple[str, int, str] | None = None
    unlisted: bool = False
    shared: tuple[Said, ...] = ()
    alternates: tuple[Said, ...] = ()
    nodes: tuple[tuple[str, bool, Node, int], ...] = ()


def read_facts(path: str, data: bytes, site: Site) -> Facts:
    """Return the facts of a page; one that cannot be read has that problem and nothing else."""
    page = parse_page(path, data)
    if isinstance(page, Problem):
        return Facts(path=path, readable=False, problems=(page,))
    leads, fragments, loose = _led(page, site)
    canonical = next((one for one in page.each("link") if one.get("rel") == "canonical"), None)
    return Facts(
        path=path,
        problems=tuple(problem for rule in PAGE_RULES for problem in rule(page)),
        # Most pages have the same ones: each is held once.
        ids=frozenset(map(sys.intern, page.ids)),
        leads=leads,
        fragments=fragments,
        loose=loose,
        canonical=None if canonical is None else (*(said := _said(canonical)), _file(said, page, site)),
        unlisted=_is_unlisted(page),
        shared=tuple(
            (one.get("content") or "", line_of(one)) for one in page.each("meta") if one.get("property") == "og:image"
        ),
        alternates=tuple(_alternates(page, site)),
        nodes=tuple(_linked_data(page, site)),
    )


def _led(page: Page, site: Site) -> tuple[tuple[str, ...], tuple[tuple[str, str], ...], bool]:
    """Return the files that a page leads to, the places in them, and whether anything else must be looked at."""
    leads, fragments, loose = set(), set(), False
    for address, fetched, _ in page_addresses(page):
        target = site.lead(address, page.path)
        if target is None:
            continue
        if target.file is None:
            loose = loose or target.astray or fetched
            continue
        leads.add(target.file)
        if target.fragment and is_id(target.fragment):
            fragments.add((target.file, target.fragment))
    return tuple(sorted(leads)), tuple(sorted(fragments)), loose


def _alternates(page: Page, site: Site) -> Iterator[Said]:
    """Give the file of the page in each other language, and the line that says so."""
    for one in page.each("link"):
        if one.get("rel") == "alternate" and one.get("hreflang") not in (None, "", _FOR_ALL_OTHERS):
            said = _said(one)
            if file := _file(said, page, site):
                yield file, said[1]


def _said(link: etree._Element) -> Said:
    return link.get("href") or "", line_of(link)


def _file(said: Said, page: Page, site: Site) -> str:
    """Return the file of the site that an address leads to, empty for none."""
    target = site.lead(said[0], page.path)
    return (target and target.file) or ""


def _is_unlisted(page: Page) -> bool:
    """Say whether search engines are kept away, or led on to where a page now stands."""
    robots = any("noindex" in (node.get("content") or "") for node in page.each("meta") if node.get("name") == "robots")
    return robots or any((node.get("http-equiv") or "").lower() == "refresh" for node in page.each("meta"))


def _linked_data(page: Page, site: Site) -> Iterator[tuple[str, bool, Node, int]]:
    for script in page.each("script"):
        if script.get("type") != JSON_LD or not site.root:
            continue
        for node in _nodes(_read(script.text or "")):
            name = node.get("@id")
            if not isinstance(name, str):
                continue
            target = site.lead(name, page.path)
            if target is not None and not target.outside:
                # A mere name of a thing tells nothing of it.
                yield name, target.file == page.path and len(node) > 1, node, line_of(script)


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
