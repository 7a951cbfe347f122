"""The letters of drawn pictures: Source Serif and Source Sans out of packages, never the machine's own fonts."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from importlib.metadata import version
from importlib.resources import files

from msgspec import Struct, field
from PIL import ImageDraw, ImageFont

Colour = tuple[int, int, int]

_NOBODY = "\U0010ffff"
"""A code point that no font has: what it looks like is what a font shows for letters that it lacks."""
_SPACES = {ord(c): " " for c in "\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\u2028\u2029"} | {
    0x2011: "-",
    0x2007: "\N{NO-BREAK SPACE}",
}
_LOOSE = re.compile("[ \u00a0\u202f]{2,}")
_OPTICAL = (8, 60)
"""The optical sizes in points that Source Serif has letters for."""


class Face(Struct, frozen=True):
    """A variable font out of a package, at a `weight`; an `optical` one has other letters for other sizes."""

    package: str
    file: str
    weight: int
    optical: bool = False

    @property
    def made_by(self) -> str:
        """What decides its letters."""
        return f"{self.package} {_release(self.package)} {self.file} {self.weight}"


@cache
def _release(package: str) -> str:
    """Return a package's version, which is a file to find and to parse, once: every card asks for it."""
    return version(package)


TITLE = Face("fontpkg_source_serif_4", "SourceSerif4[opsz,wght].ttf", 480, optical=True)
NAMES = Face("fontpkg_source_serif_4", "SourceSerif4-Italic[opsz,wght].ttf", 400, optical=True)
LABEL = Face("fontpkg_source_sans_3", "SourceSans3[wght].ttf", 600)
FACES = (TITLE, NAMES, LABEL)


class Lettering(Struct):
    """The fonts of one drawing, opened once for each size; `scale` is the number of drawn pixels for one of them."""

    scale: int = 1
    _open: dict[tuple[Face, int], ImageFont.FreeTypeFont] = field(default_factory=dict)
    _has: dict[tuple[Face, str], bool] = field(default_factory=dict)

    def font(self, face: Face, size: int) -> ImageFont.FreeTypeFont:
        """Return a face at a size in pixels."""
        if (face, size) not in self._open:
            path = str(files(face.package) / "files" / face.file)
            # The other layout engine asks a library of the machine, which may be another one or missing.
            font = ImageFont.truetype(path, size * self.scale, layout_engine=ImageFont.Layout.BASIC)
            optical = [min(max(size, _OPTICAL[0]), _OPTICAL[1])] if face.optical else []
            font.set_variation_by_axes([face.weight, *optical])
            self._open[face, size] = font
        return self._open[face, size]

    def width(self, text: str, face: Face, size: int) -> float:
        """Return the width of a text."""
        return self.font(face, size).getlength(text) / self.scale

    def shown(self, text: str, face: Face) -> str:
        """Return what the face has letters for: accents joined to their letters, spaces in a row as one."""
        whole = unicodedata.normalize("NFC", text.translate(_SPACES))
        kept = "".join(letter for letter in whole if self._shows(letter, face))
        return _LOOSE.sub(lambda found: found[0].strip(" ")[:1] or " ", kept).strip()

    def tells(self, text: str, face: Face) -> bool:
        """Say whether the face shows so much of a text that one can read it."""
        letters = [c for c in unicodedata.normalize("NFC", text) if unicodedata.category(c)[0] in "LN"]
        shown = sum(self._shows(letter, face) for letter in letters)
        return bool(shown) and shown * 4 >= len(letters) * 3

    def write(
        self, draw: ImageDraw.ImageDraw, at: tuple[float, float], text: str, face: Face, size: int, ink: Colour
    ) -> None:
        """Write a line whose baseline begins at a point."""
        place = (at[0] * self.scale, at[1] * self.scale)
        draw.text(place, text, fill=ink, font=self.font(face, size), anchor="ls")

    def _shows(self, letter: str, face: Face) -> bool:
        if (face, letter) not in self._has:
            font = self.font(face, 32)
            self._has[face, letter] = unicodedata.category(letter)[0] != "C" and _image(font, letter) != _image(
                font, _NOBODY
            )
        return letter == " " or self._has[face, letter]


def _image(font: ImageFont.FreeTypeFont, letter: str) -> tuple[tuple[int, int], float, bytes]:
    mask = font.getmask(letter)
    return mask.size, font.getlength(letter), bytes(mask)
