"""Reading pictures: JPEG, PNG and WebP of a sane size, and nothing else."""

from __future__ import annotations

import warnings
from io import BytesIO
from pathlib import Path
from typing import Any

import PIL
from PIL import Image as Pillow

from antenne.media.store import Store
from antenne.model import Image
from antenne.probe.errors import MediaError
from antenne.text import slugify

FORMATS = ("JPEG", "PNG", "WEBP")
MAX_PIXELS = 36_000_000
MAX_SIDE = 16_000
"""WebP ends at 16,383."""
_MEDIA_TYPES = {"JPEG": "image/jpeg", "MPO": "image/jpeg", "PNG": "image/png", "WEBP": "image/webp"}
_ORIENTATION = 0x0112
_ANSWERS = {
    "big": "This picture has more than 36 million pixels, or a side over 16,000; save it at 3000 pixels wide or less.",
    "unreadable": "This picture is not a JPEG, PNG or WebP that can be read; save it again as JPEG.",
}


def read_image(path: Path, store: Store, alt: str = "", name: str = "") -> Image:
    """Return the facts of a picture file; raise MediaError for what no page can show.

    `name` begins the names of its variants: by default its folder's name and its own.
    """
    try:
        facts = store.memory.recall(path, f"image-1 {PIL.__version__}", lambda: _facts(path))
        digest = store.digest(path)
    except OSError:
        raise MediaError("This picture cannot be opened; look whether the file is there and may be read.") from None
    if "error" in facts:
        raise MediaError(_ANSWERS[facts["error"]])
    named = slugify(name or f"{path.parent.name} {path.stem}") or "image"
    return Image(source=path, name=named[:60].strip("-"), digest=digest, alt=alt, **facts)


Source = Path | BytesIO
"""Where a picture is: a file, or its bytes."""


def open_picture(source: Source) -> Pillow.Image:
    """Open a picture without decoding it; any exception means that it cannot be used."""
    with warnings.catch_warnings():
        warnings.simplefilter("error", Pillow.DecompressionBombWarning)
        return Pillow.open(source, formats=FORMATS)


def _facts(path: Path) -> dict[str, Any]:
    """Return size, type and transparency; the picture is decoded once, so that a damaged one is found here."""
    path.stat()
    try:
        with open_picture(path) as picture:
            width, height = picture.size
            if width * height > MAX_PIXELS or max(width, height) > MAX_SIDE:
                return {"error": "big"}
            turned = picture.getexif().get(_ORIENTATION) in (5, 6, 7, 8)
            facts = {
                "width": height if turned else width,
                "height": width if turned else height,
                "media_type": _MEDIA_TYPES[picture.format or ""],
                "alpha": picture.has_transparency_data,
            }
            picture.draft("RGB", (1, 1))
            picture.load()
            return facts
    except (Pillow.DecompressionBombError, Pillow.DecompressionBombWarning):
        return {"error": "big"}
    except Exception:  # noqa: BLE001 -- OSError, ValueError, SyntaxError, NotImplementedError… all occur
        return {"error": "unreadable"}
