"""What is remembered of a build: a file of named parts, as an object."""

from __future__ import annotations

import os

from antenne.build.sealed import digest, read_parts, remove, write_parts
from antenne.build.tree import Tree

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_IDENTITY, _SETTING, _VARIABLE, _SAID, _TREE = _GROUPS = "identity ", "setting ", "variable ", "said ", "tree "


class Memo:
    """What a build was made from and into, and what was said of it.

    `trees` are by kind and number: `theme 0`. `names` are the settings that count, `settings` their values as text.
    `variables` have a salted digest of each value that the settings ask the environment for: None stands for settings
    that must be run to know what they say. `kept` is the seal of what else was kept of the build, empty for nothing.
    """

    __slots__ = ("identity", "kept", "names", "said", "salt", "settings", "trees", "variables")

    def __init__(
        self,
        *,
        identity: Mapping[str, str],
        settings: Mapping[str, str],
        names: Iterable[str],
        trees: Mapping[str, Tree],
        salt: bytes,
        variables: Mapping[str, bytes] | None,
        said: Mapping[str, str],
        kept: bytes = b"",
    ) -> None:
        self.identity, self.settings, self.names, self.trees = identity, settings, tuple(names), dict(trees)
        self.salt, self.variables, self.said, self.kept = salt, variables, said, kept

    def write(self, path: str) -> None:
        """Write it; a disk that cannot be written only costs the memory."""
        parts = {"names": "\n".join(self.names).encode(), "salt": self.salt, "kept": self.kept}
        parts["pure"] = b"" if self.variables is None else b"1"
        for group, texts in ((_IDENTITY, self.identity), (_SETTING, self.settings), (_SAID, self.said)):
            parts |= {group + name: os.fsencode(text) for name, text in texts.items()}
        parts |= {_VARIABLE + name: known for name, known in (self.variables or {}).items()}
        parts |= {_TREE + name: tree.packed() for name, tree in self.trees.items()}
        try:
            write_parts(path, parts)
        except OSError:
            remove(path)


def read_memo(path: str) -> Memo | None:
    """Return what is remembered in a file, None where there is none; raise ValueError when it cannot be trusted."""
    parts = read_parts(path)
    if not parts:
        return None
    groups: dict[str, dict[str, bytes]] = {group: {} for group in _GROUPS}
    for name, part in parts.items():
        group, space, rest = name.partition(" ")
        groups.setdefault(group + space, {})[rest] = part
    texts = {
        group: {name: os.fsdecode(part) for name, part in groups[group].items()}
        for group in (_IDENTITY, _SETTING, _SAID)
    }
    return Memo(
        identity=texts[_IDENTITY],
        settings=texts[_SETTING],
        names=parts["names"].decode().split("\n"),
        trees={name: Tree.unpacked(part) for name, part in groups[_TREE].items()},
        salt=parts["salt"],
        variables=groups[_VARIABLE] if parts["pure"] else None,
        said=texts[_SAID],
        kept=parts["kept"],
    )


def hidden(name: str, salt: bytes) -> bytes:
    """Return the digest of what the environment says of a variable: a memo lies about, and a value may be a secret."""
    value = os.environ.get(name)
    return digest(salt + (b"" if value is None else b"=" + os.fsencode(value)))
