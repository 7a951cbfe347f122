"""The JSON-LD of a page: one graph, safe inside a script element."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence

from antenne.markup.books import book_node
from antenne.markup.identity import is_told_elsewhere
from antenne.markup.podcasts import episode_node, show_node
from antenne.markup.scene import Crumb, Node, Scene, Subject, filled
from antenne.markup.words import (
    list_node,
    note_node,
    page_node,
    person_node,
    publisher_node,
    section_node,
    series_node,
    site_node,
    tag_node,
    translated_node,
)
from antenne.model import Book, Episode, Note, Page, Person, Publisher, Section, Series, Show, Tag

_UNSAFE = re.compile("[<>&\u2028\u2029]")
"""What could end a script element, begin an entity, or break a line in older JavaScript."""


def json_ld(subject: Subject, scene: Scene, trail: Sequence[Crumb] = ()) -> str:
    """Return the text of a page's `application/ld+json` script: its subject and the way to it from the home page.

    `trail` begins with the home page and ends with the page itself.
    """
    of_list = subject is None and len(trail) > 1
    nodes = [list_node(trail[-1], scene) if of_list else subject_node(subject, scene)]
    if len(trail) > 1:
        nodes.append(trail_node(trail, scene))
    return script_safe({"@context": "https://schema.org", "@graph": nodes})


def subject_node(subject: Subject, scene: Scene) -> Node:
    """Return what schema.org says of a subject; of None, what it says of the site."""
    if subject is not None and is_told_elsewhere(subject):
        return translated_node(subject, scene)
    match subject:
        case Book():
            return book_node(subject, scene)
        case Show():
            return show_node(subject, scene)
        case Episode():
            return episode_node(subject, scene)
        case Person():
            return person_node(subject, scene)
        case Publisher():
            return publisher_node(subject, scene)
        case Note():
            return note_node(subject, scene)
        case Series():
            return series_node(subject, scene)
        case Section():
            return section_node(subject, scene)
        case Tag():
            return tag_node(subject, scene)
        case Page():
            return page_node(subject, scene)
        case None:
            return site_node(scene)


def trail_node(trail: Sequence[Crumb], scene: Scene) -> Node:
    """Return the breadcrumbs of a page."""
    items = [
        filled(type_="ListItem", position=position, name=crumb.name, item=scene.address(crumb.place))
        for position, crumb in enumerate(trail, 1)
    ]
    return filled(type_="BreadcrumbList", itemListElement=items)


def script_safe(data: Node) -> str:
    """Return data as JSON that no HTML parser mistakes for anything else."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
