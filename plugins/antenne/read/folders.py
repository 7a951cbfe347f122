"""The content folder as it stands: which files count, in which order, and which nobody uses."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec import Struct, field

_LITTER = {"thumbs.db", "desktop.ini", "__macosx"}
_BACKUPS = ("~", ".bak", ".swp", ".tmp", ".orig", ".part")


class Listing(Struct, frozen=True, kw_only=True):
    """What a folder holds, by name in NFC and in order of names; `outside` are links that leave the content folder."""

    files: dict[str, Path]
    folders: dict[str, Path]
    outside: tuple[Path, ...]


class Bundle(Struct, frozen=True, kw_only=True):
    """The folder of one object; `used` remembers which of its files a reader took."""

    path: Path
    listing: Listing
    used: set[str] = field(default_factory=set)

    @property
    def key(self) -> str:
        """The folder's name."""
        return self.path.name

    def take(self, name: str) -> Path | None:
        """Return a file by its name and count it as used, or None when there is none."""
        name = unicodedata.normalize("NFC", name)
        if name in self.listing.files:
            self.used.add(name)
        return self.listing.files.get(name)

    def take_folder(self, name: str) -> Path | None:
        """Return a folder by its name and count it as used, or None when there is none."""
        name = unicodedata.normalize("NFC", name)
        if name in self.listing.folders:
            self.used.add(name)
        return self.listing.folders.get(name)

    def named(self, stem: str, extensions: Iterable[str]) -> Path | None:
        """Take the first file called `stem` with one of the extensions, in their order; capitals do not matter."""
        wanted = [f"{stem}{extension}" for extension in extensions]
        found = [name for want in wanted for name in self.listing.files if name.lower() == want]
        return self.take(found[0]) if found else None

    def all_with(self, extensions: Iterable[str]) -> tuple[str, ...]:
        """Return the names of the files with one of the extensions; capitals do not matter."""
        known = set(extensions)
        return tuple(name for name in self.listing.files if os.path.splitext(name)[1].lower() in known)  # noqa: PTH122

    def unused(self) -> Iterator[Path]:
        """Give what no reader took."""
        yield from (path for name, path in self.listing.files.items() if name not in self.used)
        yield from (path for name, path in self.listing.folders.items() if name not in self.used)


def list_folder(folder: Path, content: Path) -> Listing:
    """Return what a folder holds, without dotfiles, editors' backups and what systems leave behind."""
    files, folders, outside = dict[str, Path](), dict[str, Path](), list[Path]()
    for entry in _sorted(folder):
        path, name = folder / entry.name, unicodedata.normalize("NFC", entry.name)
        if entry.is_symlink() and not _is_inside(path, content.resolve()):
            outside.append(path)
        elif entry.is_file():
            files[name] = path
        elif entry.is_dir():
            folders[name] = path
    return Listing(files=files, folders=folders, outside=tuple(outside))


def _sorted(folder: Path) -> list[os.DirEntry[str]]:
    """Return what stands in a folder: the system tells what each is with its name, so none is asked for by itself."""
    if not folder.is_dir():
        return []
    with os.scandir(folder) as entries:
        return sorted((entry for entry in entries if not _is_litter(entry.name)), key=lambda entry: entry.name)


def _is_litter(name: str) -> bool:
    return name.startswith((".", "#")) or name.lower() in _LITTER or name.lower().endswith(_BACKUPS)


def _is_inside(entry: Path, root: Path) -> bool:
    try:
        return entry.resolve(strict=True).is_relative_to(root)
    except (OSError, RuntimeError):
        return False
