"""The two files that only search engines read."""

from __future__ import annotations

from collections.abc import Iterable
from xml.sax.saxutils import escape

from antenne.routes import Place, Routes
from antenne.settings import Settings

SITEMAP = "sitemap.xml"
ROBOTS = "robots.txt"


def sitemap(places: Iterable[Place], routes: Routes) -> bytes:
    """Return a sitemap of some places, by the protocol of sitemaps.org, in order of their addresses."""
    addresses = sorted({routes.address(place) for place in places})
    lines = [f"  <url><loc>{escape(address)}</loc></url>" for address in addresses]
    head = '<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
    return "\n".join([head, *lines, "</urlset>", ""]).encode()


def robots(settings: Settings, routes: Routes) -> bytes:
    """Return a robots.txt (RFC 9309) that welcomes everyone, or nobody while the site is private."""
    if settings.private:
        return b"User-agent: *\nDisallow: /\n"
    return f"User-agent: *\nDisallow:\n\nSitemap: {routes.address(SITEMAP)}\n".encode()
