"""What another site needs to show one of our pages in a frame: its HTML, and oEmbed 1.0 as a file."""

from __future__ import annotations

import json

from antenne.model import Image
from antenne.render.framed import Framed, frame
from antenne.render.site import Site


def oembed(framed: Framed, site: Site) -> bytes:
    """Return the oEmbed 1.0 of a page, as JSON.

    A file cannot answer `maxwidth`: the size is one that fits the column of most sites.
    """
    answer: dict[str, object] = {
        "version": "1.0",
        "type": framed.kind,
        "title": framed.title,
        "author_name": framed.author or site.name,
        "author_url": site.address(framed.source),
        "provider_name": site.name,
        "provider_url": site.address(""),
        "width": framed.width,
        "height": framed.height,
        "html": frame(framed, site.routes),
    }
    answer |= _thumbnail(framed.image, site) if framed.image else {}
    return (json.dumps(answer, ensure_ascii=False, indent=1) + "\n").encode()


def _thumbnail(image: Image, site: Site) -> dict[str, object]:
    variant = site.picture(image, "artwork").fallback
    return {
        "thumbnail_url": site.address(variant),
        "thumbnail_width": variant.width,
        "thumbnail_height": variant.height,
    }
