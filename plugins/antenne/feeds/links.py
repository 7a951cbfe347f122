"""Addresses within HTML that leaves the site."""

from __future__ import annotations

from html import escape

from lxml import etree, html

from antenne.feeds.press import Press
from antenne.model import RichText
from antenne.text import split_pictures


def absolute(fragment: str, base: str) -> str:
    """Return an HTML fragment whose links are complete: those of the site are resolved against `base`."""
    if not fragment.strip():
        return ""
    root = html.fragment_fromstring(fragment, create_parent="div")
    root.make_links_absolute(base, resolve_base_href=False, handle_failures="ignore")
    inner = "".join(etree.tostring(child, encoding="unicode", method="html") for child in root)
    return _escaped(root.text) + inner


def with_pictures(text: RichText, press: Press) -> str:
    """Return the HTML of a text with its pictures as the site serves them, or without them where none are made."""
    pictures = dict(text.pictures)
    made = []
    for piece in split_pictures(text.html):
        if isinstance(piece, str):
            made.append(piece)
        elif piece.name in pictures and press.other is not None:
            picture = press.other(pictures[piece.name], "wide")
            address = escape(press.routes.address(picture))
            size = f'width="{picture.width}" height="{picture.height}"'
            made.append(f'<img src="{address}" alt="{escape(piece.alt)}" {size}>')
    return "".join(made)


def _escaped(text: str | None) -> str:
    return (text or "").replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
