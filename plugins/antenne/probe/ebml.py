"""WebM: the few elements of a Matroska file that say how long it lasts and how large its picture is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from struct import unpack
from typing import BinaryIO

_EBML, _DOC_TYPE = 0x1A45DFA3, 0x4282
_SEGMENT, _CLUSTER = 0x18538067, 0x1F43B675
_INFO, _SCALE, _DURATION = 0x1549A966, 0x2AD7B1, 0x4489
_TRACKS, _ENTRY, _TYPE, _VIDEO = 0x1654AE6B, 0xAE, 0x83, 0xE0
_WIDTH, _HEIGHT, _SHOWN_WIDTH, _SHOWN_HEIGHT, _SHOWN_UNIT = 0xB0, 0xBA, 0x54B0, 0x54BA, 0x54B2
_PICTURE = 1
"""The type of a track that holds pictures."""
_MOST = 10_000
"""Elements that are looked at in one file."""
_LONGEST = 64
"""Bytes of a value that is still read."""


@dataclass(frozen=True, slots=True)
class Element:
    """An element: its id, and where its content begins and ends."""

    id: int
    begin: int
    end: int


@dataclass(slots=True)
class WebM:
    """Reads one file; anything that is not as it should be raises ValueError."""

    stream: BinaryIO
    size: int
    _left: int = _MOST

    def is_webm(self) -> bool:
        """Say whether the file begins as WebM does."""
        head = next(self._within(0, self.size), None)
        if head is None or head.id != _EBML:
            return False
        return any(self._bytes(one) == b"webm" for one in self._within(head.begin, head.end) if one.id == _DOC_TYPE)

    def facts(self) -> tuple[float, int, int]:
        """Return the duration in seconds (0 where nothing is said), and the width and height as they are shown."""
        segment = next(one for one in self._within(0, self.size) if one.id == _SEGMENT)
        duration, width, height = 0.0, 0, 0
        for part in self._within(segment.begin, segment.end):
            if part.id == _CLUSTER:
                break
            if part.id == _INFO:
                duration = self._duration(part)
            elif part.id == _TRACKS:
                width, height = self._picture(part)
        return duration, width, height

    def _duration(self, info: Element) -> float:
        scale, ticks = 1_000_000, 0.0
        for one in self._within(info.begin, info.end):
            if one.id == _SCALE:
                scale = self._number(one)
            elif one.id == _DURATION:
                data = self._bytes(one)
                ticks = float(unpack(">f" if len(data) == 4 else ">d", data)[0])
        return ticks * scale / 1e9

    def _picture(self, tracks: Element) -> tuple[int, int]:
        for entry in (one for one in self._within(tracks.begin, tracks.end) if one.id == _ENTRY):
            parts = {one.id: one for one in self._within(entry.begin, entry.end)}
            if _TYPE in parts and _VIDEO in parts and self._number(parts[_TYPE]) == _PICTURE:
                video = parts[_VIDEO]
                said = {one.id: one for one in self._within(video.begin, video.end)}
                return self._shown(said)
        return 0, 0

    def _shown(self, said: dict[int, Element]) -> tuple[int, int]:
        """Return the size on the screen; one that is told in other units than pixels is only a proportion."""
        width, height = self._number(said[_WIDTH]), self._number(said[_HEIGHT])
        if _SHOWN_WIDTH in said and _SHOWN_HEIGHT in said:
            across, down = self._number(said[_SHOWN_WIDTH]), self._number(said[_SHOWN_HEIGHT])
            if _SHOWN_UNIT in said and self._number(said[_SHOWN_UNIT]):
                return round(height * across / down), height
            return across, down
        return width, height

    def _within(self, begin: int, end: int) -> Iterator[Element]:
        at = begin
        while at < end:
            self._left -= 1
            if self._left < 0:
                raise ValueError("too many elements")
            kind, after = self._vint(at, keep=True)
            length, content = self._vint(after, keep=False)
            # All bits set: the size is not known, as in what a browser recorded; it goes to the end.
            unknown = length == (1 << 7 * (content - after)) - 1
            at = end if unknown else content + length
            if at > end:
                raise ValueError("an element goes on after its parent")
            yield Element(kind, content, at)

    def _vint(self, at: int, *, keep: bool) -> tuple[int, int]:
        """Return a number of as many bytes as its first says, and where it ends; an id keeps the marking bit."""
        self.stream.seek(at)
        first = self.stream.read(1)
        if not first or not first[0]:
            raise ValueError("no number")
        more = 8 - first[0].bit_length()
        data = first + self.stream.read(more)
        if len(data) != more + 1:
            raise ValueError("the file ends in a number")
        value = int.from_bytes(data, "big")
        return (value if keep else value & ((1 << 7 * (more + 1)) - 1)), at + more + 1

    def _number(self, element: Element) -> int:
        return int.from_bytes(self._bytes(element), "big")

    def _bytes(self, element: Element) -> bytes:
        self.stream.seek(element.begin)
        return self.stream.read(min(element.end - element.begin, _LONGEST))
