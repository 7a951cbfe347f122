"""Pictures: what a file holds, and the variants of it that the site serves."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct


class Image(Struct, frozen=True, kw_only=True):
    """A picture as the author gave it; `width` and `height` in pixels after its EXIF rotation.

    `digest` is the SHA-256 of the file's bytes in hex; `media_type` is image/jpeg, image/png or image/webp.
    """

    source: Path
    name: str
    digest: str
    width: int
    height: int
    media_type: str
    alpha: bool = False
    alt: str = ""


class ImageVariant(Struct, frozen=True, kw_only=True):
    """One file that the site serves for a picture; `path` is relative to the site's root, without a leading slash."""

    path: str
    width: int
    height: int
    media_type: str


class Picture(Struct, frozen=True, kw_only=True):
    """The planned variants of one picture: `sources` by preference (AVIF, WebP, JPEG), each ascending by width.

    `fallback` is the JPEG that an `<img>` without `srcset` shows; `alt` may be empty.
    """

    sources: tuple[tuple[ImageVariant, ...], ...]
    fallback: ImageVariant
    alt: str = ""
