"""A page that other sites show in a frame."""

from __future__ import annotations

from dataclasses import dataclass

from antenne.model import Image
from antenne.routes import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Framed:
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
