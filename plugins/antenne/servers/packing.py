"""Files packed beforehand, beside those that they are packed from: a server gives whichever a browser takes."""

from __future__ import annotations

import gzip
import hashlib
import os
from concurrent.futures import ThreadPoolExecutor
from itertools import chain
from pathlib import Path
from types import MappingProxyType

import brotli

from antenne.media import link_or_copy
from antenne.servers.answers import type_of

PACKED = MappingProxyType({"br": ".br", "gzip": ".gz"})
"""How files are packed, as HTTP calls it, and what their names then end in; the better first."""

_LEAST = 1024
"""In bytes: what is smaller goes in one packet either way."""

_TEXTS = (
    "text/",
    "application/json",
    "application/xml",
    "application/xslt",
    "application/manifest",
    "application/x-subrip",
    "image/svg",
)
_FORM = "1"
"""Of what is kept: another one makes everything anew."""


def is_text(path: str) -> bool:
    """Say whether a file of the site is worth packing; pictures and sound are packed already."""
    return type_of(path).startswith(_TEXTS)


def is_packed(path: str) -> bool:
    """Say whether a file of a release is another one, packed."""
    name, point, ending = path.rpartition(".")
    return f"{point}{ending}" in PACKED.values() and is_text(name)


def pack(folder: Path, cache: Path) -> None:
    """Put `.br` and `.gz` files beside the texts of a built site that are smaller so.

    What was packed the last time is kept by its digest. The same bytes are packed to the same: no time and no name.
    """
    kept = cache / "packed" / _FORM
    kept.mkdir(parents=True, exist_ok=True)
    files = (path for path in folder.rglob("*") if path.is_file())
    texts = sorted(path for path in files if is_text(path.relative_to(folder).as_posix()))
    # Both libraries work outside the interpreter's lock.
    with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        used = set(chain.from_iterable(pool.map(lambda text: _pack(text, kept), texts)))
    for path in kept.iterdir():
        if path not in used:
            path.unlink(missing_ok=True)


def _pack(text: Path, kept: Path) -> tuple[Path, ...]:
    """Pack one text, and return what is kept of it."""
    data = text.read_bytes()
    if len(data) < _LEAST:
        return ()
    digest = hashlib.sha256(data).hexdigest()
    for coding, ending in PACKED.items():
        packed = kept / f"{digest}{ending}"
        if not packed.is_file():
            _keep(packed, _packed(coding, data))
        if packed.stat().st_size < len(data):
            beside = text.with_name(f"{text.name}{ending}")
            beside.unlink(missing_ok=True)
            link_or_copy(packed, beside)
    return tuple(kept / f"{digest}{ending}" for ending in PACKED.values())


def _packed(coding: str, data: bytes) -> bytes:
    if coding == "br":
        return bytes(brotli.compress(data, mode=brotli.MODE_TEXT, quality=11))
    return gzip.compress(data, compresslevel=9, mtime=0)


def _keep(place: Path, data: bytes) -> None:
    """Write a file that is there whole or not at all; two builds at once write the same."""
    half = place.with_name(f".{place.name}.{os.getpid()}")
    half.write_bytes(data)
    half.replace(place)
