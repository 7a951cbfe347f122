"""All structured data of whole built sites: one thing is the same on every page, and every word is schema.org's."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from lxml import html

from tests.html.vocabulary import Vocabulary

Node = dict[str, Any]

ISO = re.compile(r"\d{4}(-\d\d(-\d\d(T\d\d:\d\d:\d\d([+-]\d\d:\d\d|Z))?)?)?")
DATES = ("datePublished", "uploadDate", "startDate")
ADDRESSES = ("url", "@id", "item", "contentUrl", "embedUrl", "image", "logo", "thumbnailUrl", "webFeed", "sameAs")
SITES = {"sample": "https://antenne.example", "essai": "https://essai.example"}


@cache
def graphs(folder: Path) -> dict[str, list[Node]]:
    """Return the nodes at the head of each page's structured data, by the page's address below the site's."""
    found = {}
    for path in sorted(folder.rglob("*.html")):
        document = html.fromstring(path.read_bytes())
        for script in document.xpath("//script[@type='application/ld+json']"):
            found[path.relative_to(folder).as_posix().removesuffix("index.html")] = json.loads(script.text)["@graph"]
    return found


@cache
def languages(folder: Path) -> dict[str, str]:
    """Return the language of each page, by the page's address below the site's."""
    return {
        path.relative_to(folder).as_posix().removesuffix("index.html"): html.fromstring(path.read_bytes()).get("lang")
        for path in sorted(folder.rglob("*.html"))
    }


def nodes(value: object) -> Iterator[Node]:
    """Give every node of some data, those within others after them."""
    if isinstance(value, dict):
        yield value
        value = list(value.values())
    for part in value if isinstance(value, list) else ():
        yield from nodes(part)


@pytest.fixture(params=SITES)
def site(request: pytest.FixtureRequest, built: Path) -> tuple[str, dict[str, list[Node]], dict[str, str]]:
    """Return the address of each site with the structured data and the languages of its pages."""
    return SITES[request.param], graphs(built / request.param), languages(built / request.param)


Site = tuple[str, dict[str, list[Node]], dict[str, str]]


def test_every_name_is_defined_on_the_page_of_its_address_and_says_the_same_everywhere(site: Site) -> None:
    root, pages, spoken = site
    defined = {
        node["@id"]: node
        for page, graph in pages.items()
        for node in graph
        if "@id" in node and unquote(node["@id"]).partition("#")[0] == f"{root}/{page}"
    }
    assert len(defined) > 40
    for page, graph in pages.items():
        for node in nodes(graph):
            name = node.get("@id", "")
            # An edition is defined within its book.
            if name and "#isbn-" not in name:
                assert name in defined, f"{page}: {name}"
                # Another language has other words for it.
                home = unquote(name).partition("#")[0].removeprefix(f"{root}/")
                if spoken[page] == spoken[home]:
                    assert {key: defined[name].get(key) for key in node} == node, f"{page}: {name}"


def test_dates_are_iso_8601_and_addresses_complete(site: Site) -> None:
    _, pages, _ = site
    for page, graph in pages.items():
        for node in nodes(graph):
            for key in DATES:
                assert ISO.fullmatch(node.get(key, "2013")), f"{page}: {node[key]}"
            for key in ADDRESSES:
                values = node.get(key, [])
                for value in values if isinstance(values, list) else [values]:
                    assert urlsplit(value).scheme in ("http", "https"), f"{page}: {key} {value}"


def test_nobody_is_given_stars_and_nothing_is_empty(site: Site) -> None:
    _, pages, _ = site
    for page, graph in pages.items():
        for node in nodes(graph):
            assert not [key for key in node if "rating" in key.lower()], page
            assert not [key for key, value in node.items() if value in ("", None, [], {})], page


def test_every_kind_of_thing_occurs_on_the_site_that_has_everything(built: Path) -> None:
    kinds = {node.get("@type") for graph in graphs(built / "essai").values() for node in nodes(graph)}
    assert kinds >= {
        "AudioObject",
        "BlogPosting",
        "Book",
        "BookSeries",
        "BreadcrumbList",
        "Chapter",
        "Clip",
        "CollectionPage",
        "CreativeWorkSeries",
        "Offer",
        "Organization",
        "Person",
        "PodcastEpisode",
        "PodcastSeries",
        "Review",
        "VideoObject",
        "WebPage",
        "WebSite",
    }


@pytest.mark.vocabulary
def test_every_word_is_one_of_schema_orgs_in_its_place(site: Site) -> None:
    vocabulary = Vocabulary()
    _, pages, _ = site
    faults = {fault for graph in pages.values() for node in graph for fault in vocabulary.faults(node)}
    assert faults == set()


@pytest.mark.vocabulary
@pytest.mark.parametrize(
    ("node", "fault"),
    [
        ({"@type": "Bok"}, "there is no type Bok"),
        ({"@type": "Book", "autor": "x"}, "Book has no autor"),
        ({"@type": "Book", "author": {"@type": "Book"}}, "Book.author takes no Book"),
        ({"@type": "Book", "bookFormat": "Papier"}, "Book.bookFormat takes no Papier"),
        ({"@type": "Book", "isbn": 9}, "Book.isbn takes no number"),
        ({"@type": "Book", "author": {"@type": "Person", "nom": "x"}}, "Person has no nom"),
    ],
)
def test_a_slip_would_be_found(node: Node, fault: str) -> None:
    assert fault in set(Vocabulary().faults(node))
