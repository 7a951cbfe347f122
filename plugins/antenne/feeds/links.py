"""Addresses within HTML that leaves the site."""

from __future__ import annotations

from lxml import etree, html


def absolute(fragment: str, base: str) -> str:
    """Return an HTML fragment whose links are complete: those of the site are resolved against `base`."""
    if not fragment.strip():
        return ""
    root = html.fragment_fromstring(fragment, create_parent="div")
    root.make_links_absolute(base, resolve_base_href=False, handle_failures="ignore")
    inner = "".join(etree.tostring(child, encoding="unicode", method="html") for child in root)
    return _escaped(root.text) + inner


def _escaped(text: str | None) -> str:
    return (text or "").replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
