"""What every maker of a feed has at hand."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from antenne.model import Catalog, Image, ImageVariant
from antenne.routes import Place, Routes
from antenne.settings import Settings

FeedArt = Callable[[Image], ImageVariant]
"""What makes of a picture the square one that directories accept (1400 to 3000 px, JPEG or PNG, RGB)."""

OtherArt = Callable[[Image, str], ImageVariant]
"""What makes of a picture one for `small` (square), `wide` (its own shape) or `portrait`."""

Maker = Callable[[], bytes]
Keeper = Callable[[str, object, Maker], bytes | None]
"""Makes the file of a path from something, or gives None where it is as it was made before."""


class Press(Struct, frozen=True, kw_only=True):
    """The catalogue, the addresses, the settings and the pictures; without `other`, only square art is named.

    `style` are the instructions by which a browser shows a feed as a page; archives, which never change, have none.
    A `keeper` knows what need not be made again.
    """

    catalog: Catalog
    routes: Routes
    settings: Settings
    art: FeedArt
    other: OtherArt | None = None
    style: str = ""
    keeper: Keeper | None = None

    def made(self, path: str, made_from: object, make: Maker) -> bytes | None:
        """Return the bytes of a file that is made from something and from what it asks the catalogue.

        None where it is as it was made before.
        """
        return self.keeper(path, (made_from, self.style), make) if self.keeper else make()

    def page_of(self, thing: Place) -> str:
        """Return the address of a thing's page, empty where the site leaves such pages out."""
        return self.routes.address(thing) if self.routes.has(thing) else ""

    def page_or_home(self, thing: Place) -> str:
        """Return the address of a thing's page, or of the home page where the site leaves such pages out."""
        return self.page_of(thing) or self.routes.address("")

    def styled(self, document: bytes) -> bytes:
        """Return an XML document with the style's instructions after its declaration."""
        declaration, line, rest = document.partition(b"?>\n")
        return declaration + line + f"{self.style}\n".encode() + rest if self.style else document

    def square(self, image: Image | None) -> str:
        """Return the address of the square picture, empty for none."""
        return self.routes.address(self.art(image)) if image else ""
