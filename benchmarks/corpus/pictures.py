"""Pictures that compress as badly as photographs do: covers of 1600 by 2400 pixels, and the art of recordings."""

from __future__ import annotations

import io
from random import Random

from PIL import Image, ImageDraw

from benchmarks.corpus.words import chance

COVER = (1600, 2400)
ARTWORK = (1400, 1400)
SEASON_ART = (300, 300)
SEASONS = 8
"""So many different pictures the recordings carry, as seasons have one each."""


def draw_cover(number: int, title: str) -> bytes:
    """Return the cover of a book as JPEG: no two are the same."""
    return _jpeg(chance("cover", number), COVER, title, quality=84)


def draw_artwork(title: str) -> bytes:
    """Return the artwork of the show as JPEG."""
    return _jpeg(chance("artwork", 0), ARTWORK, title, quality=84)


def draw_season_art(number: int) -> bytes:
    """Return a picture for the tags of recordings as JPEG."""
    return _jpeg(chance("art", number), SEASON_ART, f"Season {number}", quality=80)


def _jpeg(by: Random, size: tuple[int, int], words: str, *, quality: int) -> bytes:
    picture = Image.blend(_rings(by, size), _grain(by, size), 0.10)
    _write(picture, words)
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=quality)
    return out.getvalue()


def _rings(by: Random, size: tuple[int, int]) -> Image.Image:
    """Return rings on a ground that goes from colour to colour."""
    width, height = size
    picture = Image.frombytes("RGB", (8, 12), by.randbytes(8 * 12 * 3)).resize(size, Image.Resampling.BICUBIC)
    draw = ImageDraw.Draw(picture)
    for _ in range(40):
        x, y, across = by.randrange(width), by.randrange(height), by.randrange(20, width // 4)
        red, green, blue = (by.randrange(256) for _ in range(3))
        draw.ellipse((x, y, x + across, y + across), outline=(red, green, blue), width=1 + across // 40)
    return picture


def _grain(by: Random, size: tuple[int, int]) -> Image.Image:
    small = (size[0] // 4, size[1] // 4)
    grain = Image.frombytes("L", small, by.randbytes(small[0] * small[1])).resize(size, Image.Resampling.BICUBIC)
    return Image.merge("RGB", (grain, grain, grain))


def _write(picture: Image.Image, words: str) -> None:
    width, height = picture.size
    draw = ImageDraw.Draw(picture)
    for line, word in enumerate(words.split()[:6]):
        draw.text((width // 12, height // 8 + line * height // 10), word, fill="white", font_size=max(12, height // 12))
