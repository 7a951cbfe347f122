"""Drawing the variants of one picture: turned, in sRGB, with nothing of its metadata."""

from __future__ import annotations

import io
from collections import Counter

from PIL import Image as Pillow
from PIL import ImageCms, ImageOps

from antenne.media.images import Source, open_picture
from antenne.media.plan import AVIF, JPEG, WEBP

WHITE = (255, 255, 255)

ENCODERS: dict[str, tuple[str, dict[str, object]]] = {
    # Speed 8 costs two fifths of speed 6 for 7 % more bytes; one thread, so that the bytes are the same everywhere.
    AVIF: ("AVIF", {"quality": 58, "speed": 8, "max_threads": 1}),
    # Method 2 costs less than half of method 4 for 6 % more bytes, and most browsers take the AVIF (decision 31).
    WEBP: ("WEBP", {"quality": 78, "method": 2}),
    JPEG: ("JPEG", {"quality": 80, "progressive": True, "optimize": True}),
}


def draw(source: Source, sizes: list[tuple[int, int]], *, padded: bool) -> list[Pillow.Image]:
    """Return a picture at some sizes in descending order, each made from the one before; `padded` into the first."""
    picture = load(source, sizes[0])
    if padded:
        picture = _pad(picture, sizes[0])
    drawn = []
    for size in sizes:
        picture = picture.resize(size, Pillow.Resampling.LANCZOS) if picture.size != size else picture
        drawn.append(picture)
    return drawn


def encode(picture: Pillow.Image, media_type: str) -> bytes:
    """Return the bytes of a picture in a format; a JPEG, which has no transparency, stands on white."""
    name, options = ENCODERS[media_type]
    stream = io.BytesIO()
    (flatten(picture) if media_type == JPEG else picture).save(stream, name, **options)
    return stream.getvalue()


def flatten(picture: Pillow.Image) -> Pillow.Image:
    """Return a picture on white, without transparency."""
    if picture.mode != "RGBA":
        return picture
    ground = Pillow.new("RGB", picture.size, WHITE)
    ground.paste(picture, mask=picture.getchannel("A"))
    return ground


def load(source: Source, size: tuple[int, int]) -> Pillow.Image:
    """Return a decoded picture as RGB or RGBA in a new image: a new one has no comment, EXIF or profile to give."""
    with open_picture(source) as opened:
        # Both sides of the wanted size: the picture may still be turned.
        opened.draft("RGB", (max(size), max(size)))
        turned = ImageOps.exif_transpose(opened)
        plain = _in_srgb(turned)
    bare = Pillow.new(plain.mode, plain.size)
    bare.paste(plain)
    return bare


def _in_srgb(picture: Pillow.Image) -> Pillow.Image:
    """Convert to RGB or RGBA, by the picture's own colour profile where it has one that works."""
    alpha = picture.convert("RGBA").getchannel("A") if picture.has_transparency_data else None
    if picture.mode.startswith(("I", "F")):
        # Sixteen bits of grey: the upper eight are what a screen shows.
        picture = picture.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    colours = _by_profile(picture) or picture.convert("RGB")
    if alpha is not None:
        colours.putalpha(alpha)
    return colours


def _by_profile(picture: Pillow.Image) -> Pillow.Image | None:
    profile = picture.info.get("icc_profile")
    if not profile:
        return None
    try:
        opaque = picture.convert("RGB") if picture.mode in ("P", "PA", "RGBA", "LA") else picture
        known = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        return ImageCms.profileToProfile(opaque, known, ImageCms.createProfile("sRGB"), outputMode="RGB")
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return None


def _pad(picture: Pillow.Image, size: tuple[int, int]) -> Pillow.Image:
    """Return a picture in the middle of a ground of its own border's colour; fitted first, as grounds grow fast."""
    fitted = ImageOps.contain(picture, size, Pillow.Resampling.LANCZOS)
    if fitted.size == size:
        return fitted
    flat = flatten(fitted)
    ground = Pillow.new("RGB", size, _border_colour(flat))
    ground.paste(flat, ((size[0] - flat.width) // 2, (size[1] - flat.height) // 2))
    return ground


def _border_colour(picture: Pillow.Image) -> tuple[int, int, int]:
    """Return the mean of the commonest kind of colour along the four sides."""
    small = picture.resize((64, 64), Pillow.Resampling.BOX).convert("RGB")
    edge = [(i, j) for i in range(64) for j in range(64) if i in (0, 63) or j in (0, 63)]
    colours = [colour for colour in map(small.getpixel, edge) if isinstance(colour, tuple)]
    kinds = Counter(tuple(channel // 32 for channel in colour) for colour in colours)
    commonest = min(kinds, key=lambda kind: (-kinds[kind], kind))
    alike = [colour for colour in colours if tuple(channel // 32 for channel in colour) == commonest]
    red, green, blue = (round(sum(channel) / len(alike)) for channel in zip(*alike, strict=True))
    return red, green, blue
