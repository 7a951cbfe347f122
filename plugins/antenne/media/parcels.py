"""What is drawn elsewhere: bytes and plain values go there, bytes come back, and no path means anything there."""

from __future__ import annotations

import hashlib
import io
import platform
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import PIL
from msgspec import Struct
from msgspec.structs import replace
from PIL import features

from antenne.media.card import ShareCard
from antenne.media.draw import ENCODERS, draw, encode
from antenne.media.draw_card import draw_card
from antenne.media.lettering import FACES
from antenne.model import ImageVariant
from antenne.probe.errors import MediaError

_CODECS = ("jpg", "webp", "avif", "zlib", "littlecms2", "freetype2", "raqm")
_DRAWING = ("draw.py", "draw_card.py", "images.py", "lettering.py", "mark.py", "wrapping.py")
"""The files whose program decides what a picture looks like."""


class OtherHand(Exception):
    """Who should draw has another Antenne, other packages or another kind of processor: the bytes could be others."""


class Variants(Struct, frozen=True):
    """A picture at some sizes, in some formats.

    `sizes` are all that there are of it, also those that are not wanted: each is made from the next larger one, so
    that the bytes of one are the same whichever of the others are there already.
    """

    wanted: tuple[ImageVariant, ...]
    sizes: tuple[tuple[int, int], ...]
    padded: bool


class Parcel(Struct, frozen=True, kw_only=True):
    """One picture's variants or one card, and the source's bytes; `name` is what a fault calls it.

    `hand` says who may draw it, so that the bytes are the same wherever that is done.
    """

    hand: str
    name: str
    what: Variants | ShareCard
    source: bytes | None


def packed(what: Variants | ShareCard, name: str, source: Path | None) -> Parcel:
    """Return a parcel; raise MediaError when its source cannot be read any more."""
    if isinstance(what, ShareCard) and what.picture:
        # Where a picture stands on this machine is nobody else's affair.
        what = replace(what, picture=replace(what.picture, source=Path(what.picture.source.name)))
    try:
        return Parcel(hand=hand(), name=name, what=what, source=source.read_bytes() if source else None)
    except OSError as error:
        raise MediaError(_fault(name)) from error


def draw_parcel(parcel: Parcel) -> list[bytes]:
    """Return the bytes of each wanted variant, or of the card; raise MediaError for what cannot be drawn."""
    if parcel.hand != hand():
        raise OtherHand
    try:
        return list(_drawn(parcel.what, io.BytesIO(parcel.source) if parcel.source is not None else None))
    except Exception as error:  # Pillow raises of every kind; see images.py
        raise MediaError(_fault(parcel.name)) from error


def _fault(name: str) -> str:
    return f"The picture {name} cannot be drawn; save it again as JPEG."


def _drawn(what: Variants | ShareCard, source: io.BytesIO | None) -> Iterator[bytes]:
    if isinstance(what, ShareCard):
        yield draw_card(what, source)
        return
    assert source is not None
    sizes = sorted(set(what.sizes), reverse=True)
    drawn = dict(zip(sizes, draw(source, sizes, padded=what.padded), strict=True))
    for variant in what.wanted:
        yield encode(drawn[variant.width, variant.height], variant.media_type)


@cache
def hand() -> str:
    """Return a digest of all that decides a picture's bytes but the picture: programs, packages, codecs, processor."""
    here = Path(__file__).parent
    programs = [hashlib.sha256((here / name).read_bytes()).hexdigest() for name in _DRAWING]
    codecs = [features.version(name) for name in _CODECS]
    faces = [face.made_by for face in FACES]
    decides = (PIL.__version__, codecs, platform.machine(), faces, sorted(ENCODERS.items()), programs)
    return hashlib.sha256(repr(decides).encode()).hexdigest()
