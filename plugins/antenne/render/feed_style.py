"""What makes a feed readable in a browser: a stylesheet that turns it into a page, and one for browsers that cannot."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from pathlib import PurePosixPath

from jinja2 import Environment
from msgspec import Struct

from antenne.model import PartialDate
from antenne.render.assets import Asset, published
from antenne.render.site import Site

_SHEETS = (("text/xsl", "feed.xsl"), ("text/css", "feed.css"))
"""Browsers take the first that they know: those that have lost XSLT pass over it and take the CSS."""

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
"""The months as RFC 2822 writes them."""


class FeedStyle(Struct, frozen=True, kw_only=True):
    """The stylesheets of feeds, and the `instructions` that lead to them, to stand before a feed's root element."""

    assets: tuple[Asset, ...]
    instructions: str


def make_feed_style(environment: Environment, site: Site) -> FeedStyle:
    """Render a theme's stylesheets of feeds; a theme without them leaves feeds as they are."""
    found = tuple(_rendered(environment, site))
    lines = (f'<?xml-stylesheet type="{kind}" href="{escape(site.link(asset.path))}"?>' for kind, asset in found)
    return FeedStyle(assets=tuple(asset for _, asset in found), instructions="\n".join(lines))


def _rendered(environment: Environment, site: Site) -> Iterator[tuple[str, Asset]]:
    there = set(environment.list_templates())
    months = [(name, site.words.month(PartialDate(2000, number))) for number, name in enumerate(_MONTHS, 1)]
    for kind, name in _SHEETS:
        if name in there:
            data = environment.get_template(name).render(months=months).encode()
            yield kind, Asset(published(PurePosixPath(name), data, site.settings.routes.theme), data)
