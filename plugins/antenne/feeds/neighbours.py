"""The atom:link elements by which the parts of a long feed know one another, and the hub that tells of changes."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from antenne.channels import Part
from antenne.feeds.press import Press
from antenne.feeds.tags import tag
from antenne.model import Episode, Note


def neighbour_elements(part: Part[Episode] | Part[Note], press: Press) -> Iterator[etree._Element]:
    """Give the links of RFC 5005: as archives have them, and, for apps that know only these, as pages have them."""
    if press.settings.feeds.hub and not part.number:
        yield tag("atom:link", rel="hub", href=press.settings.feeds.hub)
    if not part.oldest:
        return
    archive = {"prev-archive": part.older, "next-archive": part.newer, "current": part.current if part.number else ""}
    newer = part.newer or (part.current if part.number else "")
    paged = {"first": part.current, "prev": newer, "next": part.older, "last": part.oldest}
    for rel, path in (archive | paged).items():
        if path:
            yield tag("atom:link", rel=rel, href=press.routes.address(path))
    # The open archive still grows, and RFC 5005 marks only what is to stay as it is.
    if part.closed:
        yield tag("fh:archive")
