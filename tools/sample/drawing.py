"""A small canvas: fonts from Debian, tracked text, shapes drawn at twice the size and reduced."""

from __future__ import annotations

import sys
from functools import lru_cache
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

SCALE = 2
FONTS = {
    "serif": ("opentype/ebgaramond/EBGaramond12-Regular.otf", "fonts-ebgaramond"),
    "italic": ("opentype/ebgaramond/EBGaramond12-Italic.otf", "fonts-ebgaramond"),
    "sans": ("opentype/inter/InterDisplay-Medium.otf", "fonts-inter"),
    "bold": ("opentype/inter/InterDisplay-SemiBold.otf", "fonts-inter"),
}

Point = tuple[float, float]


@lru_cache(maxsize=64)
def font(face: str, size: float) -> ImageFont.FreeTypeFont:
    """A face at a size in canvas pixels; ends with the package's name where the font is missing."""
    name, package = FONTS[face]
    path = Path("/usr/share/fonts") / name
    if not path.exists():
        sys.exit(f"font missing: {path.name} (apt-get install {package})")
    return ImageFont.truetype(path, size * SCALE, layout_engine=ImageFont.Layout.RAQM)


def fitted(words: str, face: str, width: float) -> float:
    """The size at which a line is `width` pixels wide."""
    return width * 100 * SCALE / font(face, 100).getlength(words)


class Canvas:
    """A picture measured in final pixels, origin at the top left."""

    def __init__(self, width: int, height: int, ground: str) -> None:
        """Fill the picture with one colour."""
        self.size = (width, height)
        self.image = Image.new("RGB", (width * SCALE, height * SCALE), ground)
        self.draw = ImageDraw.Draw(self.image)

    def text(
        self,
        at: Point,
        words: str,
        face: str,
        size: float,
        ink: str,
        *,
        tracking: float = 0,
        lining: bool = False,
    ) -> float:
        """Set one line with its baseline at `at`, `tracking` ems apart, and answer the x where it ends."""
        used = font(face, size)
        x, y = at[0] * SCALE, at[1] * SCALE
        if not tracking:
            self.draw.text((x, y), words, ink, used, anchor="ls", features=["kern", "liga", *["lnum"][:lining]])
            return (x + used.getlength(words)) / SCALE
        for index, letter in enumerate(words):
            self.draw.text((x, y), letter, ink, used, anchor="ls")
            pair = words[index : index + 2]
            following = used.getlength(pair[1]) if len(pair) == 2 else 0.0
            x += used.getlength(pair) - following + tracking * size * SCALE
        return x / SCALE - tracking * size

    def rule(self, start: Point, end: Point, ink: str, width: float) -> None:
        """Draw a straight line."""
        self.draw.line([(x * SCALE, y * SCALE) for x, y in (start, end)], ink, round(width * SCALE))

    def box(self, left: float, top: float, right: float, bottom: float, ink: str) -> None:
        """Fill a rectangle."""
        self.draw.rectangle(
            [round(edge * SCALE) - (edge in (right, bottom)) for edge in (left, top, right, bottom)], ink
        )

    def polygon(self, points: list[Point], ink: str) -> None:
        """Fill a shape."""
        self.draw.polygon([(x * SCALE, y * SCALE) for x, y in points], ink)

    def disc(self, centre: Point, radius: float, ink: str) -> None:
        """Fill a circle."""
        self.draw.circle((centre[0] * SCALE, centre[1] * SCALE), radius * SCALE, ink)

    def arc(self, centre: Point, radius: float, start: float, end: float, ink: str, width: float) -> None:
        """Draw part of a circle, `width` wide around `radius`, clockwise from one angle to another (0 = right)."""
        outer = (radius + width / 2) * SCALE
        x, y = centre[0] * SCALE, centre[1] * SCALE
        self.draw.arc((x - outer, y - outer, x + outer, y + outer), start, end, ink, round(width * SCALE))

    def save(self, path: Path, *, quality: int = 86) -> None:
        """Reduce and write the picture as an RGB JPEG at 72 dpi, with colours at full resolution."""
        path.parent.mkdir(parents=True, exist_ok=True)
        final = self.image.resize(self.size, Image.Resampling.LANCZOS)
        final.save(path, "JPEG", quality=quality, subsampling=0, optimize=True, progressive=True, dpi=(72, 72))
