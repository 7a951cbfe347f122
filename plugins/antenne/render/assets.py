"""The theme's static files under names that change with their bytes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from antenne.render.modules import Modules, hashed

FIRST = ("tokens", "base", "layout", "components")
LAST = ("print",)
"""The style sheets are joined into one: these stand at its head and its end, the others between them by name."""

SHEET = "css/main.css"


@dataclass(frozen=True, slots=True)
class Asset:
    """A file of the theme: `path` is relative to the site's root."""

    path: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Assets:
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


def read_assets(theme: Path, folder: str) -> Assets:
    """Read a theme's `static/` folder: its style sheets as one, its scripts with the published names of what they
    import, everything else as it is; hidden files stay behind. Raise ModuleFault for imports that lead nowhere.
    """
    root = theme / "static"
    joined = _sheets(root / "css")
    contents = {SHEET: b"\n".join(sheet.read_bytes() for sheet in joined)} if joined else {}
    for path in sorted(root.rglob("*")):
        name = path.relative_to(root)
        if path.is_file() and path not in joined and not any(part.startswith(".") for part in name.parts):
            contents[name.as_posix()] = path.read_bytes()
    modules = Modules({name: data for name, data in contents.items() if name.endswith(".js")})
    contents |= {name: modules.written(name) for name in modules.sources}
    return Assets(
        {name: Asset(published(PurePosixPath(name), data, folder), data) for name, data in sorted(contents.items())},
        {name: modules.needs(name) for name in modules.sources},
    )


def _sheets(folder: Path) -> list[Path]:
    names = {path.stem: path for path in folder.glob("*.css") if not path.name.startswith(".")}
    between = sorted(name for name in names if name not in FIRST + LAST)
    return [names[name] for name in (*FIRST, *between, *LAST) if name in names]


def published(name: PurePosixPath, data: bytes, folder: str) -> str:
    """Return the path of a file of the theme, below the theme's folder on the site."""
    return str(folder / hashed(name, data))
