"""The theme's JavaScript modules: each goes out under a name made of its bytes, and names those that it imports so."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from hashlib import sha256
from pathlib import PurePosixPath

from msgspec import Struct, field

_IMPORT = re.compile(
    r"""(?P<word>\b(?:from|import)\s*(?P<later>\(\s*)?)(?P<quote>["'])(?P<to>\.{1,2}/[^"'\n]+)(?P=quote)"""
)
"""A specifier that begins with `./` or `../` after `from`, `import` or, for what is loaded later, `import(`."""


class ModuleFault(ValueError):
    """A script of the theme imports what is not there, or itself by way of others; the message is a sentence."""


def hashed(name: PurePosixPath, data: bytes) -> PurePosixPath:
    """Return a file's name with twelve digits of its bytes' SHA-256 before the extension."""
    return name.with_name(f"{name.stem}.{sha256(data).hexdigest()[:12]}{name.suffix}")


class Modules(Struct):
    """Rewrites imports to published names; `sources` are the theme's scripts by name (`js/player.js`)."""

    sources: Mapping[str, bytes]
    _written: dict[str, bytes] = field(default_factory=dict)
    _imports: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def written(self, name: str) -> bytes:
        """Return a script as it goes out; raise ModuleFault."""
        return self._write(name, ())

    def needs(self, name: str) -> tuple[str, ...]:
        """Return what is loaded before a script runs, without itself, each once, in the order of the imports."""
        found: dict[str, None] = {}
        self._gather(name, found)
        return tuple(found)

    def _gather(self, name: str, found: dict[str, None]) -> None:
        self.written(name)
        for one in self._imports[name]:
            if one not in found:
                found[one] = None
                self._gather(one, found)

    def _write(self, name: str, above: tuple[str, ...]) -> bytes:
        if name in above:
            raise ModuleFault(f"The theme's scripts import each other in a circle: {' → '.join((*above, name))}.")
        if name not in self._written:
            imports: dict[str, None] = {}

            def renamed(match: re.Match[str]) -> str:
                to = self._target(name, match["to"])
                if not match["later"]:
                    imports[to] = None
                file = hashed(PurePosixPath(match["to"]), self._write(to, (*above, name)))
                dot = "" if match["to"].startswith("../") else "./"
                return f"{match['word']}{match['quote']}{dot}{file}{match['quote']}"

            self._written[name] = _IMPORT.sub(renamed, self.sources[name].decode()).encode()
            self._imports[name] = tuple(imports)
        return self._written[name]

    def _target(self, name: str, specifier: str) -> str:
        to = posixpath.normpath(posixpath.join(posixpath.dirname(name), specifier))
        if to not in self.sources:
            raise ModuleFault(f"The theme's script {name} imports {specifier}, which is not there.")
        return to
