"""The theme's static files under names that change with their bytes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path, PurePosixPath

SHEETS = ("tokens", "base", "layout", "components", "player", "print")
"""The style sheets that are joined into one, in the order in which they hold."""

SHEET = "css/main.css"


@dataclass(frozen=True, slots=True)
class Asset:
    """A file of the theme: `path` is relative to the site's root."""

    path: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Assets:
    """The static files of a theme by the names that templates use (`css/main.css`, `js/player.js`)."""

    files: Mapping[str, Asset]

    def path(self, name: str) -> str:
        """Return the published path of a file; raise LookupError for one that the theme lacks."""
        if name not in self.files:
            raise LookupError(f"the theme has no static file {name}")
        return self.files[name].path

    def __iter__(self) -> Iterator[Asset]:
        return iter(self.files.values())


def read_assets(theme: Path, folder: str) -> Assets:
    """Read a theme's `static/` folder: its style sheets as one, everything else as it is; hidden files stay behind."""
    root = theme / "static"
    sheets = [root / "css" / f"{name}.css" for name in SHEETS]
    joined = [sheet for sheet in sheets if sheet.is_file()]
    contents = {SHEET: b"\n".join(sheet.read_bytes() for sheet in joined)} if joined else {}
    for path in sorted(root.rglob("*")):
        name = path.relative_to(root)
        if path.is_file() and path not in joined and not any(part.startswith(".") for part in name.parts):
            contents[name.as_posix()] = path.read_bytes()
    return Assets(
        {name: Asset(published(PurePosixPath(name), data, folder), data) for name, data in sorted(contents.items())}
    )


def published(name: PurePosixPath, data: bytes, folder: str) -> str:
    """Return the path of a file of the theme, below the theme's folder on the site."""
    path = folder / name
    return str(path.with_name(f"{path.stem}.{sha256(data).hexdigest()[:12]}{path.suffix}"))
