"""The files that only search engines read: sitemaps by the protocol of sitemaps.org, and robots.txt (RFC 9309)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape, quoteattr

from msgspec import Struct

from antenne.routes import Routes
from antenne.settings import Settings

SITEMAP = "sitemap.xml"
ROBOTS = "robots.txt"
MOST = 50_000
"""The protocol's limit of pages in one sitemap."""

_HEAD = '<?xml version="1.0" encoding="utf-8"?>'
_SITEMAPS = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
_IMAGES = 'xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"'
_LINKS = 'xmlns:xhtml="http://www.w3.org/1999/xhtml"'


class Located(Struct, frozen=True, kw_only=True):
    """A page of a sitemap: its address, the day or moment that its content bears, and the picture that it shows.

    `alternates` are its language with its address in each of the languages that it is in, its own among them.
    """

    address: str
    date: str = ""
    picture: str = ""
    alternates: tuple[tuple[str, str], ...] = ()


def sitemaps(pages: Iterable[Located], routes: Routes, most: int = MOST) -> Iterator[tuple[str, bytes]]:
    """Give the path and the bytes of the sitemap; of more than `most` pages several, and an index of them."""
    found = {page.address: page for page in pages}
    ordered = [found[address] for address in sorted(found)]
    if len(ordered) <= most:
        yield SITEMAP, _sitemap(ordered)
        return
    parts = [ordered[start : start + most] for start in range(0, len(ordered), most)]
    names = [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
    yield from ((name, _sitemap(part)) for name, part in zip(names, parts, strict=True))
    entries = [f"  <sitemap><loc>{escape(routes.address(name))}</loc></sitemap>" for name in names]
    yield SITEMAP, _document("sitemapindex", _SITEMAPS, entries)


def _sitemap(pages: Iterable[Located]) -> bytes:
    return _document("urlset", f"{_SITEMAPS} {_IMAGES} {_LINKS}", (f"  <url>{_entry(page)}</url>" for page in pages))


def _entry(page: Located) -> str:
    parts = [f"<loc>{escape(page.address)}</loc>"]
    if page.date:
        parts.append(f"<lastmod>{escape(page.date)}</lastmod>")
    links = (f"hreflang={quoteattr(language)} href={quoteattr(address)}" for language, address in page.alternates)
    parts += [f'<xhtml:link rel="alternate" {link}/>' for link in links]
    if page.picture:
        parts.append(f"<image:image><image:loc>{escape(page.picture)}</image:loc></image:image>")
    return "".join(parts)


def _document(name: str, namespaces: str, lines: Iterable[str]) -> bytes:
    return "\n".join([_HEAD, f"<{name} {namespaces}>", *lines, f"</{name}>", ""]).encode()


def robots(settings: Settings, routes: Routes) -> bytes:
    """Return a robots.txt that welcomes everyone, or nobody while the site is private."""
    if settings.private:
        return b"User-agent: *\nDisallow: /\n"
    return f"User-agent: *\nDisallow:\n\nSitemap: {routes.address(SITEMAP)}\n".encode()
