"""Rules on what a page says of its address, and of the picture that other sites show beside it."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from antenne.check.magic import picture_facts
from antenne.check.page import Page
from antenne.check.site import Site
from antenne.problems import Problem
from antenne.problems.output.pages import CANONICAL_SELF, SHARE_PICTURE

_SHAPE = (1200, 630)
_HINT = "Build again; when it stays so, look at the head of the theme's base.html."


def canonical_self(page: Page, site: Site) -> Iterator[Problem]:
    """A page that search engines may know gives its own address as the one to know it by."""
    canonical = _canonical(page)
    if canonical is None or _is_unlisted(page):
        return
    target = site.target(canonical.get("href") or "", page.path)
    # One that leads to nothing is told as a broken link.
    if target is not None and not target.astray and target.file != page.path and site.has(target):
        message = f"The page calls {canonical.get('href')} its address, and stands at another."
        yield page.at(CANONICAL_SELF, canonical, message, _HINT)


def share_picture(page: Page, site: Site) -> Iterator[Problem]:
    """A page with an address of its own has a picture that other sites show whole."""
    named = [node for node in page.each("meta") if node.get("property") == "og:image"]
    if not named and _canonical(page) is not None and not _is_unlisted(page):
        yield page.at(SHARE_PICTURE, None, "The page has no picture to be shared with (og:image).", _HINT)
    for node in named:
        path = site.local(node.get("content") or "")
        facts = picture_facts(site.folder / path) if path else None
        if path and (facts is None or (facts.width, facts.height) != _SHAPE):
            size = f"{facts.width} by {facts.height} pixels" if facts else "neither JPEG nor PNG"
            message = f"The picture that the page is shared with, {path}, is {size}."
            yield page.at(SHARE_PICTURE, node, message, "")


def _canonical(page: Page) -> etree._Element | None:
    return next((node for node in page.each("link") if node.get("rel") == "canonical"), None)


def _is_unlisted(page: Page) -> bool:
    """Say whether search engines are kept away, or led on to where a page now stands."""
    robots = any("noindex" in (node.get("content") or "") for node in page.each("meta") if node.get("name") == "robots")
    return robots or any((node.get("http-equiv") or "").lower() == "refresh" for node in page.each("meta"))


SHARING_RULES = (canonical_self, share_picture)
"""The rules on one page for which the site must be known."""
