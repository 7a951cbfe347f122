"""The pictures that templates ask for, by the names of their places in the layout."""

from __future__ import annotations

from typing import Protocol

from antenne.media import ARTWORK, COVER, PORTRAIT, PROSE, WHOLE, Recipe, ShareCard
from antenne.model import Image, ImageVariant, Picture

RECIPES = {"cover": COVER, "portrait": PORTRAIT, "prose": PROSE, "artwork": ARTWORK, "whole": WHOLE}


class Pictures(Protocol):
    """Plans the variants of a picture and remembers that they are wanted."""

    def picture(self, image: Image, recipe: Recipe) -> Picture:
        """Return the planned variants of a picture."""
        ...

    def card(self, card: ShareCard) -> ImageVariant:
        """Return where a card will stand."""
        ...
