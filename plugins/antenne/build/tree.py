"""A folder, or some files, as they were at one moment, and what differs at another."""

from __future__ import annotations

import os
import stat
import time

from antenne.build.sealed import digest
from antenne.build.stamps import CTIME, INODE, WIDTH, fresh_among, numbers_of, stamps_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping

    Skipped = Callable[[bytes], bool]
    """Says of a name whether nothing that is made depends on it."""

_BETWEEN, _END = b"\0", b"\0\0"
"""Between two of a list, and between two lists: no name has either, and none is empty."""
_BLOCK = 1 << 20
ROOT = b"./"
"""The root's own path below it."""


class Unsure(Exception):
    """What is there cannot be told for certain: the text says why."""


class Tree:
    """The files and folders below a root: `names` are their paths, a folder's with a slash at its end.

    `links` are the symbolic ones with where they lead; `fresh` has the digests of files that might change unseen.
    """

    __slots__ = ("fresh", "links", "names", "root", "stamps")

    def __init__(
        self, root: bytes, names: list[bytes], stamps: bytes, links: list[bytes], fresh: Mapping[bytes, bytes]
    ) -> None:
        self.root, self.names, self.stamps, self.links, self.fresh = root, names, stamps, links, fresh

    @property
    def files(self) -> list[bytes] | None:
        """The names of a tree of single files, None for that of a folder."""
        return None if self.names[:1] == [ROOT] else self.names

    def is_same(self) -> bool:
        """Say whether the system tells the same of every path as it did, and fresh files hold the same."""
        try:
            folder = os.open(self.root, os.O_RDONLY)
        except OSError:
            return False
        try:
            return stamps_of(self.names, folder) == self.stamps and all(
                _digest_of(name, folder) == known for name, known in self.fresh.items()
            )
        except OSError:
            return False
        finally:
            os.close(folder)

    def parted(self, size: int) -> tuple[Tree, Tree]:
        """Return a tree of its first paths, so many, and one of the others."""
        first, second = self.stamps[: size * WIDTH], self.stamps[size * WIDTH :]
        return (
            Tree(self.root, self.names[:size], first, [], self.fresh),
            Tree(self.root, self.names[size:], second, [], {}),
        )

    def packed(self) -> bytes:
        """Return the tree as bytes."""
        fresh = [part for name, known in self.fresh.items() for part in (name, known.hex().encode())]
        lists = (_BETWEEN.join(each) for each in ([self.root], self.names, self.links, fresh))
        return _END.join((*lists, self.stamps))

    @staticmethod
    def unpacked(data: bytes) -> Tree:
        """Return the tree that was packed."""
        root, names, links, fresh, stamps = data.split(_END, 4)
        pairs = iter(_listed(fresh))
        known = {name: bytes.fromhex(found.decode()) for name, found in zip(pairs, pairs, strict=True)}
        return Tree(root, _listed(names), stamps, _listed(links), known)

    def stamped(self) -> dict[bytes, bytes]:
        """Return the stamp of each path."""
        stamps = self.stamps
        return {name: stamps[place * WIDTH : (place + 1) * WIDTH] for place, name in enumerate(self.names)}


def _listed(data: bytes) -> list[bytes]:
    return data.split(_BETWEEN) if data else []


def take_tree(root: str, skipped: Skipped, *, guarded: bool = True) -> Tree:
    """Return a folder as it is now, links followed; raise Unsure where that cannot be told.

    A tree that is not `guarded` has no digests of what might change within this tick of the disk's clock.
    """
    names, links = list[bytes](), list[bytes]()
    place = os.fsencode(root)
    try:
        _walk(place, names, links, skipped)
        # What stands together is asked for together: the system finds it sooner.
        return _stamped(place, [ROOT, *sorted(names)], links, guarded=guarded)
    except OSError as error:
        raise Unsure(f"{os.fsdecode(error.filename or root)}: {error.strerror}") from error


def take_files(root: str, names: list[bytes]) -> Tree:
    """Return some files as they are now; raise Unsure where that cannot be told."""
    try:
        return _stamped(os.fsencode(root), names, [], guarded=True)
    except OSError as error:
        raise Unsure(f"{os.fsdecode(error.filename or root)}: {error.strerror}") from error


def _walk(root: bytes, names: list[bytes], links: list[bytes], skipped: Skipped) -> None:
    waiting, entered = [b""], set[tuple[int, int]]()
    while waiting:
        below = waiting.pop()
        with os.scandir(os.path.join(root, below)) as entries:
            for entry in entries:
                if skipped(entry.name):
                    continue
                path = below + entry.name
                if entry.is_symlink():
                    links.append(path + b" -> " + os.readlink(entry.path))
                    if not os.path.exists(entry.path):
                        raise Unsure(f"{os.fsdecode(entry.path)} leads nowhere")
                    # A link may lead back to where it stands: no folder is entered twice by links.
                    found = os.stat(entry.path)
                    if entry.is_dir() and (found.st_dev, found.st_ino) in entered:
                        continue
                    entered.add((found.st_dev, found.st_ino))
                if entry.is_dir():
                    names.append(path + b"/")
                    waiting.append(path + b"/")
                else:
                    names.append(path)


def _stamped(root: bytes, names: list[bytes], links: list[bytes], *, guarded: bool) -> Tree:
    folder = os.open(root, os.O_RDONLY)
    try:
        stamps = stamps_of(names, folder)
        fresh = [names[place] for place in fresh_among(stamps, time.time_ns())] if guarded else []
        return Tree(root, names, stamps, sorted(links), {name: _digest_of(name, folder) for name in fresh})
    finally:
        os.close(folder)


def _digest_of(name: bytes, folder: int) -> bytes:
    """Return the digest of a file's bytes, or of a folder's names, below an open folder."""
    opened = os.open(name, os.O_RDONLY | os.O_NONBLOCK, dir_fd=folder)
    try:
        if name.endswith(b"/"):
            return digest("/".join(sorted(os.listdir(opened))).encode("utf-8", "surrogateescape"))
        if not stat.S_ISREG(os.fstat(opened).st_mode):
            raise OSError(0, "This is no file", name)
        return digest(b"".join(digest(block) for block in iter(lambda: os.read(opened, _BLOCK), b"")))
    finally:
        os.close(opened)


def differences(old: Tree, new: Tree, *, shared: bool = False) -> list[bytes]:
    """Return the paths that are not in both trees, or not with the same stamp or bytes, and links that lead elsewhere.

    The root is among them when it is another folder.

    What stands in a folder counts by itself: of folders alone, only those that come or go are given. Files of a
    `shared` tree that have further names elsewhere may have got or lost one, which changes nothing but their ctime.
    """
    before, after = old.stamped(), new.stamped()
    found = {link.partition(b" -> ")[0] for link in set(old.links) ^ set(new.links)}
    found.update(before.keys() ^ after.keys())
    for name in before.keys() & after.keys():
        if before[name] != after[name] and not name.endswith(b"/"):
            found.add(name)
    if shared:
        found = {name for name in found if not _has_another_name(name, new.root, before.get(name), after.get(name))}
    if ROOT in before and numbers_of(before[ROOT])[INODE] != numbers_of(after[ROOT])[INODE]:
        found.add(ROOT)
    return sorted({*found, *_edited(old, before.keys() & after.keys())})


def _edited(tree: Tree, names: Collection[bytes]) -> Iterator[bytes]:
    """Give the files that might have changed unseen, and did."""
    folder = os.open(tree.root, os.O_RDONLY)
    try:
        for name, known in tree.fresh.items():
            if name in names and not name.endswith(b"/") and _digest_of(name, folder) != known:
                yield name
    finally:
        os.close(folder)


def _has_another_name(name: bytes, root: bytes, before: bytes | None, after: bytes | None) -> bool:
    """Say whether a file differs in nothing but its ctime, and has several names."""
    if before is None or after is None or _but_for_ctime(before) != _but_for_ctime(after):
        return False
    return os.stat(os.path.join(root, name)).st_nlink > 1


def _but_for_ctime(stamp: bytes) -> list[int]:
    numbers = list(numbers_of(stamp))
    del numbers[CTIME]
    return numbers
