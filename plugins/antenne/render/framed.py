"""Pages that other sites show in a frame, and the code by which they do."""

from __future__ import annotations

from markupsafe import Markup
from msgspec import Struct

from antenne.model import Image
from antenne.routes import Place, Routes

_FRAME = Markup(
    '<iframe src="{}" title="{}" width="{}" height="{}" loading="lazy" allow="autoplay; clipboard-write; fullscreen">'
    "</iframe>"
)


class Framed(Struct, frozen=True, kw_only=True):
    """What others need to know of a page at the path `place`: `kind` is oEmbed's type, the size is in CSS pixels.

    `source` is the page that it belongs to.
    """

    place: str
    source: Place
    title: str
    author: str
    width: int
    height: int
    kind: str = "rich"
    image: Image | None = None

    @property
    def oembed(self) -> str:
        """The path of the page's oEmbed file."""
        return f"{self.place}oembed.json"


def frame(framed: Framed, routes: Routes) -> str:
    """Return the HTML that a site pastes to show a page."""
    return str(_FRAME.format(routes.address(framed.place), framed.title, framed.width, framed.height))
