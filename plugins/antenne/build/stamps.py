"""What the system says of many files at once, in a form in which two looks are compared at once."""

from __future__ import annotations

import os
import struct
from itertools import chain
from operator import attrgetter

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

SIZE, MTIME, CTIME, INODE = range(4)
WIDTH = 32
"""Bytes of one file's stamp: four whole numbers of eight."""

_TOLD = attrgetter("st_size", "st_mtime_ns", "st_ctime_ns", "st_ino")
_MOST = (1 << 64) - 1

_TICK = 50_000_000
"""Nanoseconds: a file changed so lately could change again within one tick of the disk's clock, unseen."""
_COARSE_TICK = 2_500_000_000
"""The same for disks that count in whole seconds, or in two (FAT)."""
_COARSE = 10_000_000
"""Times of such disks are multiples of this."""


def stamps_of(names: Sequence[bytes], folder: int) -> bytes:
    """Return the stamps of paths below an open folder, one after the other; links are followed. Raise OSError.

    The paths are short because the folder is open: the system's way through long ones takes most of the time.
    """
    told = map(_TOLD, (os.stat(name, dir_fd=folder) for name in names))
    numbers = tuple(chain.from_iterable(told))
    try:
        return struct.pack(f"{len(numbers)}Q", *numbers)
    except struct.error:  # times before 1970
        return struct.pack(f"{len(numbers)}Q", *(number & _MOST for number in numbers))


def numbers_of(stamp: bytes) -> tuple[int, int, int, int]:
    """Return the size, the two times in nanoseconds and the inode of one stamp."""
    size, mtime, ctime, inode = struct.unpack("4Q", stamp)
    return size, mtime, ctime, inode


def fresh_among(stamps: bytes, now: int) -> list[int]:
    """Return the places of those that could change again without another stamp: changed within a tick before now.

    Git calls them racy. `now` is in nanoseconds.
    """
    numbers = memoryview(stamps).cast("Q").tolist()
    if not any(time > now - _COARSE_TICK for time in chain(numbers[MTIME::4], numbers[CTIME::4])):
        return []
    times = zip(numbers[MTIME::4], numbers[CTIME::4], strict=True)
    return [place for place, (mtime, ctime) in enumerate(times) if _is_fresh(mtime, ctime, now)]


def _is_fresh(mtime: int, ctime: int, now: int) -> bool:
    coarse = mtime % _COARSE == 0 and ctime % _COARSE == 0
    # A time that an author's program set into the future says nothing; the other one no program sets.
    changed = max(ctime, mtime if mtime <= now else 0)
    return changed > now - (_COARSE_TICK if coarse else _TICK)
