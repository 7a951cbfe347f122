"""The theme's static files under names that change with their bytes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath

from msgspec import Struct, field
from rjsmin import jsmin

from antenne.render.modules import Modules, hashed

FIRST = ("tokens", "base", "layout", "components")
LAST = ("print",)
"""The style sheets are joined into one: these stand at its head and its end, the others between them by name."""

TOKENS = "css/tokens.css"
SHEET = "css/main.css"
_SHEET = re.compile(r"css/[^/]+\.css")


class Asset(Struct, frozen=True):
    """A file of the theme: `path` is relative to the site's root."""

    path: str
    data: bytes


class Assets(Struct, frozen=True):
    """The static files of a theme by the names that templates use (`css/main.css`, `js/player.js`).

    `needs` gives, for each script, the names of those that it imports, at once or by way of others.
    """

    files: Mapping[str, Asset]
    needs: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def path(self, name: str) -> str:
        """Return the published path of a file; raise LookupError for one that the theme lacks."""
        if name not in self.files:
            raise LookupError(f"the theme has no static file {name}")
        return self.files[name].path

    def modules(self, name: str) -> tuple[str, ...]:
        """Return the published paths of what a script imports, so that a page can ask for all of it at once."""
        return tuple(self.path(one) for one in self.needs.get(name, ()))

    def __iter__(self) -> Iterator[Asset]:
        return iter(self.files.values())


def read_assets(theme: Path, folder: str, parents: tuple[Path, ...] = ()) -> Assets:
    """Read a theme's `static/` folder: its style sheets as one, its scripts without comments and with the
    published names of what they import, everything else as it is; hidden files stay behind.

    What it lacks is taken from `parents`, the nearest first; of the tokens all are taken. Raise ModuleFault for
    imports that lead nowhere.
    """
    layers = [_static(one) for one in (*reversed(parents), theme)]
    files = {name: path for layer in layers for name, path in layer.items()}
    sheets = {name: path for name, path in files.items() if _SHEET.fullmatch(name)}
    contents = {name: path.read_bytes() for name, path in files.items() if name not in sheets}
    if sheets:
        # Tokens add up: a theme names those that it changes.
        tokens = [layer[TOKENS] for layer in layers if TOKENS in layer]
        contents[SHEET] = b"\n".join(path.read_bytes() for path in (*tokens, *_in_order(sheets)))
    modules = Modules({name: _short(data) for name, data in contents.items() if name.endswith(".js")})
    contents |= {name: modules.written(name) for name in modules.sources}
    return Assets(
        {name: Asset(published(PurePosixPath(name), data, folder), data) for name, data in sorted(contents.items())},
        {name: modules.needs(name) for name in modules.sources},
    )


def _short(script: bytes) -> bytes:
    """Return a script without comments and needless blanks; one that begins with `/*!`, such as a licence, stays."""
    shortened: str = jsmin(script.decode(), keep_bang_comments=True)
    return shortened.encode()


def _static(theme: Path) -> dict[str, Path]:
    """Return the files of a theme's `static/` by their names there."""
    root = theme / "static"
    found = ((path.relative_to(root), path) for path in sorted(root.rglob("*")) if path.is_file())
    return {name.as_posix(): path for name, path in found if not any(part.startswith(".") for part in name.parts)}


def _in_order(sheets: Mapping[str, Path]) -> list[Path]:
    """Return the style sheets but the tokens in the order in which they are joined."""
    names = {PurePosixPath(name).stem: path for name, path in sheets.items() if name != TOKENS}
    between = sorted(name for name in names if name not in FIRST + LAST)
    return [names[name] for name in (*FIRST, *between, *LAST) if name in names]


def published(name: PurePosixPath, data: bytes, folder: str) -> str:
    """Return the path of a file of the theme, below the theme's folder on the site."""
    return str(folder / hashed(name, data))
