"""Rules on what a page says of its address, and of the picture that other sites show beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from antenne.check.facts import Facts
from antenne.check.site import Site
from antenne.problems import Problem, Where
from antenne.problems.output.pages import CANONICAL_SELF, SHARE_PICTURE

Shapes = Callable[[str], "tuple[int, int] | None"]
"""Gives the width and height in pixels of a picture of the site, None for what is neither JPEG nor PNG."""

_SHAPE = (1200, 630)
_HINT = "Build again; when it stays so, look at the head of the theme's base.html."


def canonical_self(page: Facts, site: Site, _: Shapes) -> Iterator[Problem]:
    """A page that search engines may know gives its own address as the one to know it by."""
    if page.canonical is None or page.unlisted:
        return
    address, line, file = page.canonical
    # One that leads to nothing is told as a broken link.
    if file != page.path and file in site.files:
        message = f"The page calls {address} its address, and stands at another."
        yield CANONICAL_SELF.at(Where(page.path, line), message, _HINT)


def share_picture(page: Facts, site: Site, shapes: Shapes) -> Iterator[Problem]:
    """A page with an address of its own has a picture that other sites show whole."""
    if site.cards and not page.shared and page.canonical is not None and not page.unlisted:
        yield SHARE_PICTURE.at(Where(page.path), "The page has no picture to be shared with (og:image).", _HINT)
    for address, line in page.shared:
        path = site.local(address)
        shape = shapes(path) if path else None
        if path and shape != _SHAPE:
            size = "{} by {} pixels".format(*shape) if shape else "neither JPEG nor PNG"
            message = f"The picture that the page is shared with, {path}, is {size}."
            yield SHARE_PICTURE.at(Where(page.path, line), message)


SHARING_RULES = (canonical_self, share_picture)
"""The rules on one page for which the site must be known."""
