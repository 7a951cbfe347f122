"""MPEG-4 videos: how long one lasts, and how large its picture is on the screen."""

# mypy: disallow-untyped-calls=False
from __future__ import annotations

from struct import unpack
from typing import Any, BinaryIO

from mutagen.mp4 import Atoms  # type: ignore[attr-defined]

_MAX_HEADER = 200
_ONE = 0x10000


def read_mp4_video(stream: BinaryIO) -> tuple[float, int, int]:
    """Return the duration in seconds, width and height of the first track with pictures; sizes of 0 for none."""
    stream.seek(0)
    atoms = Atoms(stream)
    movies = [atom for atom in atoms.atoms if atom.name == b"moov"]
    for track in (track for movie in movies for track in movie.findall(b"trak")):
        if _data(stream, track, b"mdia", b"hdlr")[8:12] == b"vide":
            return _duration(_data(stream, movies[0], b"mvhd")), *_size(_data(stream, track, b"tkhd"))
    return 0.0, 0, 0


def _duration(header: bytes) -> float:
    """Return what `mvhd` says: a fragmented file, whose parts come later, says 0."""
    scale, ticks = unpack(">IQ", header[20:32]) if header[:1] == b"\x01" else unpack(">II", header[12:20])
    unknown = ticks in (0xFFFFFFFF, 0xFFFFFFFFFFFFFFFF)
    return 0.0 if unknown or not scale else float(ticks) / float(scale)


def _size(header: bytes) -> tuple[int, int]:
    """Return width and height by `tkhd`, turned as its matrix says: a telephone films on its side."""
    matrix = unpack(">9i", header[-44:-8])
    width, height = (value // _ONE for value in unpack(">II", header[-8:]))
    turned = matrix[0] == 0 and matrix[4] == 0 and abs(matrix[1]) == _ONE
    return (height, width) if turned else (width, height)


def _data(stream: BinaryIO, atom: Any, *path: bytes) -> bytes:
    for name in path:
        atom = next((child for child in atom.children or () if child.name == name), None)
        if atom is None:
            return b""
    return bytes(atom.read(stream)[1]) if atom.datalength <= _MAX_HEADER else b""
