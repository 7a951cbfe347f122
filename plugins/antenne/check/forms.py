"""Rules on the other forms of feeds: JSON Feed and OPML."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

from lxml import etree

from antenne.check.feed import line_of, parse_xml
from antenne.check.site import Site
from antenne.problems import Problem, Where
from antenne.problems.output.forms import JSON_FEED, OPML

VERSION = "https://jsonfeed.org/version/1.1"


def json_feed_problems(site: Site, path: str) -> Iterator[Problem]:
    """Give what is wrong with a JSON Feed of the site."""
    yield from (JSON_FEED.at(Where(path), message) for message in _json_faults(site, path))


def opml_problems(site: Site, path: str) -> Iterator[Problem]:
    """Give what is wrong with the list of feeds."""
    try:
        root = parse_xml(site.at(path).read_bytes())
    except (etree.XMLSyntaxError, ValueError) as error:
        yield OPML.at(Where(path, getattr(error, "lineno", 0) or 0), f"The list of feeds is not well-formed: {error}.")
        return
    if root.tag != "opml" or root.get("version") != "2.0" or root.find("body") is None:
        yield OPML.at(Where(path, 1), "The list of feeds is not OPML 2.0 with a body.")
    for outline in root.iter("outline"):
        address = outline.get("xmlUrl", "")
        if not outline.get("text") or outline.get("type") != "rss" or site.local(address) is None:
            message = f"The list names a feed “{outline.get('text', '')}” at “{address}”, which is not on the site."
            yield OPML.at(Where(path, line_of(outline)), message)


def _json_faults(site: Site, path: str) -> Iterator[str]:
    try:
        document = json.loads(site.at(path).read_bytes())
        items = [(item, str(item["id"])) for item in document["items"]]
        said = document["version"], document["feed_url"]
    except (ValueError, KeyError, TypeError):
        yield "The feed cannot be read as JSON with a version, an address and items."
        return
    if said != (VERSION, site.address(path)) or not document.get("title"):
        yield f"The feed has no title, or does not say version 1.1 and that it stands at {site.address(path)}."
    for own, count in Counter(own for _, own in items).items():
        if count > 1 or not own:
            yield f"{count} items have the id “{own}”, so programs show only one of them."
    for item, _ in items:
        yield from _item_faults(site, item)


def _item_faults(site: Site, item: dict[str, Any]) -> Iterator[str]:
    if site.local(item.get("url", "")) is None:
        yield f"The page of “{item.get('title', '')}” is not on the site."
    for attachment in item.get("attachments", ()):
        found = site.local(attachment.get("url", ""))
        if found is None or site.at(found).stat().st_size != attachment.get("size_in_bytes"):
            yield f"A recording of “{item.get('title', '')}” is not on the site, or has another size."
