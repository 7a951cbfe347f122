"""What a build is made from and into: which folders, what in them counts, and how a change of each is told."""

from __future__ import annotations

from types import MappingProxyType

from antenne.build.tree import Tree, take_files, take_tree

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

CODE, THEME, CONTENT, OUTPUT, ZONE = "code", "theme", "content", "output", "zone"
CONF = "conf 0"
"""The settings file and those that it imports."""

SAID = MappingProxyType({CODE: "Antenne itself", THEME: "the theme", ZONE: "the time zone's rules"})
"""What changed, where the files need not be counted."""

_PACKED = (b".br", b".gz")
_BACKUPS = (b"~", b".swp")


def _left_by_python(name: bytes) -> bool:
    """Say whether Python leaves a name in a package by itself."""
    return name == b"__pycache__" or name.endswith(b".pyc")


def _left_by_editors(name: bytes) -> bool:
    """Say whether no reader of content looks at a name: what systems and editors leave there for a moment."""
    return name.startswith((b".", b"#")) or name.endswith(_BACKUPS)


def packed_among(new: Iterable[bytes], built: Iterable[bytes]) -> Iterator[bytes]:
    """Give the files that a publication has packed beside those that were built."""
    known = set(built)
    for name in new:
        stem, point, ending = name.rpartition(b".")
        if point + ending in _PACKED and stem in known and name not in known:
            yield name


def _none(name: bytes) -> bool:
    return False


_SKIPPED = MappingProxyType({CODE: _left_by_python, CONTENT: _left_by_editors})


def take(kind: str, root: str, names: list[bytes] | None = None) -> Tree:
    """Return what stands at a root of a kind, or some files there; raise Unsure."""
    if names is not None:
        return take_files(root, names)
    # What is written is complete before it is looked at: nobody changes it in the same tick.
    return take_tree(root, _SKIPPED.get(kind, _none), guarded=kind != OUTPUT)
