"""What servers say with each page of a site: its Content Security Policy and the headers that go with it.

The headers are data of the site, in a file at its root: `invoke serve` answers with it, and the configurations of other
servers are made from it. A policy in the page itself could only tighten the server's, and cannot say who may frame it:
the header says it all.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from urllib.parse import urlsplit

from antenne.render.view import View
from antenne.routes import Routes

HEADERS = "_headers.json"
"""The file: `everywhere` holds the headers of every answer, `pages` what a page changes, by its file's path."""

CSP = "Content-Security-Policy"

DIRECTIVES = MappingProxyType(
    {
        "default-src": "'self'",
        "base-uri": "'none'",
        "form-action": "'self'",
        "frame-ancestors": "'none'",
        "frame-src": "'none'",
        "img-src": "'self'",
        "media-src": "'self'",
        "object-src": "'none'",
    }
)
"""What holds for every page that does not say otherwise; the theme is written for it.

Scripts and styles are files of the site's own: `default-src` allows none in the page itself.
"""

_UNUSED = ("camera", "display-capture", "geolocation", "microphone", "midi", "payment", "usb")
"""What no page of a site asks of a device."""


def policy(changes: Mapping[str, str] | None = None) -> str:
    """Return a policy as the header has it: the one of every page, with a page's own directives in it."""
    return "; ".join(f"{name} {value}" for name, value in {**DIRECTIVES, **(changes or {})}.items())


def everywhere(media: str = "") -> dict[str, str]:
    """Return the headers of every answer whose page does not say otherwise.

    `media` is the address of the recordings, where they have one of their own.
    """
    return {
        CSP: policy(_also(media)),
        "Permissions-Policy": ", ".join(f"{feature}=()" for feature in _UNUSED),
        "Referrer-Policy": "strict-origin-when-cross-origin",
        "X-Content-Type-Options": "nosniff",
    }


def page_headers(views: Iterable[View], routes: Routes) -> dict[str, dict[str, str]]:
    """Return the headers of the pages that need their own, by the path of the page's file."""
    also = _also(routes.settings.media_url)
    return {routes.file(view.place): {CSP: policy({**also, **view.policy})} for view in views if view.policy}


def _also(media: str) -> dict[str, str]:
    """Return the directives that let recordings come from an address of their own."""
    parts = urlsplit(media)
    return {"media-src": f"'self' {parts.scheme}://{parts.netloc}"} if media else {}


def headers_file(views: Iterable[View], routes: Routes) -> bytes:
    """Return the file that servers read."""
    document = {"everywhere": everywhere(routes.settings.media_url), "pages": page_headers(views, routes)}
    return (json.dumps(document, indent=1, sort_keys=True) + "\n").encode()
