"""QuickTime's chapter track (a text track that the audio track refers to) and the audio track's language."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, pairwise
from struct import iter_unpack, unpack
from typing import Any, BinaryIO

from antenne.probe.found import MAX_CHAPTERS

_MAX_TABLE = 4_000_000
"""Bytes of a sample table that is still read."""
_MAX_TITLE = 4_000


def read_chapter_track(stream: BinaryIO, atoms: Any) -> list[tuple[float, str]]:
    """Return the start in seconds and the title of each chapter of a file's first chapter track."""
    tracks = _tracks(atoms)
    wanted = {number for track in tracks for number in _references(stream, track)}
    for track in tracks:
        if _track_id(stream, track) in wanted:
            titles = _samples(stream, track)
            return [(start, _title(data)) for start, data in zip(_starts(stream, track), titles, strict=False)]
    return []


def read_language(stream: BinaryIO, atoms: Any) -> str:
    """Return the three letters (ISO 639-2) of the first sound track's language, or nothing."""
    for track in _tracks(atoms):
        handler = _data(stream, track, "mdia", "hdlr")
        header = _data(stream, track, "mdia", "mdhd")
        if handler[8:12] == b"soun" and len(header) >= 24:
            (packed,) = unpack(">H", header[32:34] if header[0] == 1 else header[20:22])
            letters = [(packed >> shift & 31) + 0x60 for shift in (10, 5, 0)]
            return bytes(letters).decode("ascii") if all(0x61 <= c <= 0x7A for c in letters) else ""
    return ""


def _tracks(atoms: Any) -> list[Any]:
    return [track for moov in atoms.atoms if moov.name == b"moov" for track in moov.findall(b"trak")]


def _data(stream: BinaryIO, track: Any, *path: str) -> bytes:
    """Return the content of one box inside a track, or nothing."""
    atom = track
    for name in path:
        atom = next((child for child in atom.children or () if child.name == name.encode()), None)
        if atom is None:
            return b""
    return atom.read(stream)[1] if atom.datalength <= _MAX_TABLE else b""


def _track_id(stream: BinaryIO, track: Any) -> int:
    header = _data(stream, track, "tkhd")
    at = 20 if header[:1] == b"\x01" else 12
    return int.from_bytes(header[at : at + 4], "big")


def _references(stream: BinaryIO, track: Any) -> Iterator[int]:
    """Give the tracks that a track names as its chapters: `tref` holds boxes of track numbers, one is `chap`."""
    data = _data(stream, track, "tref")
    while len(data) >= 8:
        length, name = unpack(">I4s", data[:8])
        if name == b"chap":
            yield from (number for (number,) in iter_unpack(">I", data[8 : 8 + (length - 8) // 4 * 4]))
        data = data[length:] if length >= 8 else b""


def _starts(stream: BinaryIO, track: Any) -> Iterator[float]:
    """Give the start of each sample in seconds, from `stts`: runs of samples of one duration."""
    header = _data(stream, track, "mdia", "mdhd")
    at = 20 if header[:1] == b"\x01" else 12
    scale = int.from_bytes(header[at : at + 4], "big") or 1000
    runs = _data(stream, track, "mdia", "minf", "stbl", "stts")[8:]
    ticks = 0
    for count, length in iter_unpack(">II", runs[: len(runs) // 8 * 8]):
        for _ in range(min(count, MAX_CHAPTERS)):
            yield ticks / scale
            ticks += length


def _samples(stream: BinaryIO, track: Any) -> Iterator[bytes]:
    """Give the bytes of each sample: where chunks stand, how many samples each has, and how long they are."""
    sizes = iter(_sizes(stream, track))
    for offset, count in islice(_chunks(stream, track), MAX_CHAPTERS):
        position = offset
        for size in islice(sizes, min(count, MAX_CHAPTERS)):
            stream.seek(position)
            yield stream.read(min(size, _MAX_TITLE))
            position += size


def _sizes(stream: BinaryIO, track: Any) -> list[int]:
    data = _data(stream, track, "mdia", "minf", "stbl", "stsz")
    if len(data) < 12:
        return []
    each, count = unpack(">II", data[4:12])
    table = data[12 : len(data) // 4 * 4]
    return [each] * min(count, MAX_CHAPTERS) if each else [size for (size,) in iter_unpack(">I", table)][:MAX_CHAPTERS]


def _chunks(stream: BinaryIO, track: Any) -> Iterator[tuple[int, int]]:
    """Give each chunk's place and number of samples: `stsc` says from which chunk on a number holds."""
    wide = _data(stream, track, "mdia", "minf", "stbl", "co64")
    table = wide or _data(stream, track, "mdia", "minf", "stbl", "stco")
    step = 8 if wide else 4
    places = [place for (place,) in iter_unpack(">Q" if wide else ">I", table[8 : 8 + (len(table) - 8) // step * step])]
    runs = _data(stream, track, "mdia", "minf", "stbl", "stsc")[8:]
    firsts = [(first, count) for first, count, _ in iter_unpack(">III", runs[: len(runs) // 12 * 12])]
    for (first, count), (following, _) in pairwise([*firsts, (len(places) + 1, 0)]):
        yield from ((place, count) for place in places[max(0, first - 1) : max(0, following - 1)])


def _title(data: bytes) -> str:
    """Decode a text sample: two bytes of length, then UTF-8, or UTF-16 with its mark."""
    text = data[2 : 2 + int.from_bytes(data[:2], "big")]
    encoding = "utf-16" if text[:2] in (b"\xfe\xff", b"\xff\xfe") else "utf-8"
    return text.decode(encoding, "replace")
