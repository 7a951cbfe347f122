"""Which variants of a picture the site serves: decided from the picture's facts alone, so that pages can be
written before a pixel is drawn."""

from __future__ import annotations

from msgspec import Struct

from antenne.model import Image, ImageVariant, Picture

AVIF, WEBP, JPEG = "image/avif", "image/webp", "image/jpeg"
EXTENSIONS = {AVIF: ".avif", WEBP: ".webp", JPEG: ".jpg"}
_GIVEN = {JPEG: ".jpg", WEBP: ".webp", "image/png": ".png"}
"""The extensions of what an author may give."""
_FALLBACK = 640
"""The width in pixels that the plain `<img>` should not exceed."""


class Recipe(Struct, frozen=True, kw_only=True):
    """What a place in the layout needs: `widths` in pixels, ascending (once and twice the CSS width).

    A picture with a `shape` (a width and a height, of which only the ratio counts) is shown whole in the middle of it,
    on its own border's colour. `least` is the width to which a small one is enlarged. An `original` is not drawn: it is
    the author's file, byte for byte.
    """

    name: str
    widths: tuple[int, ...]
    formats: tuple[str, ...] = (AVIF, WEBP, JPEG)
    shape: tuple[int, int] | None = None
    least: int = 0
    original: bool = False


_SQUARE = (1, 1)
COVER = Recipe(name="cover", widths=(160, 240, 320, 480, 640, 960))
PORTRAIT = Recipe(name="portrait", widths=(96, 192, 384))
PROSE = Recipe(name="prose", widths=(320, 640, 960, 1280))
"""A picture within a text, as wide as the text."""
ARTWORK = Recipe(name="artwork", widths=(160, 320, 640, 960), shape=_SQUARE)
WHOLE = Recipe(name="whole", widths=(1200,), formats=(JPEG,))
"""One JPEG of the picture as it is, for machines that read what a page says of it."""
FEED_ART = Recipe(name="feed", widths=(3000,), formats=(JPEG,), shape=_SQUARE, least=1400)
"""One square JPEG without transparency of 1400 to 3000 pixels (Apple, Podcaster's Guide to RSS)."""

ORIGINAL = Recipe(name="original", widths=(), formats=(), original=True)
"""The author's own file, with all that a camera wrote into it."""


def plan_picture(image: Image, recipe: Recipe, folder: str = "images") -> Picture:
    """Return the variants of a picture for a recipe, without making them; `folder` is relative to the site's root."""
    if recipe.original:
        return _as_given(image, folder)
    sizes = _sizes(image, recipe)
    sources = tuple(
        tuple(
            ImageVariant(
                path=f"{folder}/{image.name}-{image.digest[:10]}-{recipe.name}-{width}{EXTENSIONS[media_type]}",
                width=width,
                height=height,
                media_type=media_type,
            )
            for width, height in sizes
        )
        for media_type in recipe.formats
    )
    jpegs = sources[recipe.formats.index(JPEG)]
    fallback = next((variant for variant in reversed(jpegs) if variant.width <= _FALLBACK), jpegs[0])
    return Picture(sources=sources, fallback=fallback, alt=image.alt)


def _as_given(image: Image, folder: str) -> Picture:
    path = f"{folder}/{image.name}-{image.digest[:10]}{_GIVEN[image.media_type]}"
    given = ImageVariant(path=path, width=image.width, height=image.height, media_type=image.media_type)
    return Picture(sources=((given,),), fallback=given, alt=image.alt)


def _sizes(image: Image, recipe: Recipe) -> list[tuple[int, int]]:
    """Return width and height of each step: never more than the picture has, its own width being the last."""
    across, down = recipe.shape or (image.width, image.height)
    whole = max(image.width, round(image.height * across / down))
    most = max(recipe.least, min(whole, recipe.widths[-1]))
    widths = [width for width in recipe.widths if width < most] + [most]
    return [(width, max(1, round(width * down / across))) for width in widths]
