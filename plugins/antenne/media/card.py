"""The card that other sites show beside a shared address: what stands on it, decided before a pixel is drawn."""

from __future__ import annotations

import hashlib

from msgspec import Struct

from antenne.media.lettering import FACES
from antenne.media.plan import JPEG
from antenne.model import Image, ImageVariant
from antenne.text import slugify

CARD_SIZE = (1200, 630)
"""The shape that no site cuts, in pixels."""

_VERSION = 1
"""To be raised when `draw_card` draws anything else: sites keep cards by their addresses."""


class ShareCard(Struct, frozen=True, kw_only=True):
    """What a card shows: `name` begins its file's name, `label` says what it is, `sound` puts the signal colour to it.

    `place` is the name of the site that the card stands for.
    """

    name: str
    title: str
    names: str = ""
    label: str = ""
    place: str = ""
    picture: Image | None = None
    sound: bool = False

    @property
    def digest(self) -> str:
        """The SHA-256, in hex, of everything that decides what is drawn but the programs that draw."""
        picture = self.picture.digest if self.picture else ""
        shown = (_VERSION, self.title, self.names, self.label, self.place, picture, self.sound)
        return hashlib.sha256(repr((shown, [face.made_by for face in FACES])).encode()).hexdigest()


def plan_card(card: ShareCard, folder: str = "images") -> ImageVariant:
    """Return where a card stands, without drawing it; `folder` is relative to the site's root."""
    name = slugify(card.name)[:60].strip("-") or "carte"
    width, height = CARD_SIZE
    return ImageVariant(
        path=f"{folder}/{name}-{card.digest[:10]}-card.jpg", width=width, height=height, media_type=JPEG
    )
