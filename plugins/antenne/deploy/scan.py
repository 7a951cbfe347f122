"""Looks through a built site before anything of it goes out."""

from __future__ import annotations

import os
import unicodedata
from pathlib import Path

from antenne.deploy.refusal import PublishRefused


def scan_build(build: Path) -> tuple[str, ...]:
    """Return the paths of all files of a built site, sorted; raise PublishRefused for what may not go public."""
    if not build.is_dir():
        raise PublishRefused(f"There is no built site in {build}. Run “invoke build” first.")
    paths = tuple(sorted(_files(build, "")))
    if "index.html" not in paths:
        raise PublishRefused(f"{build} holds no whole site: its first page is missing. Build it again.")
    _refuse_same_names(paths)
    return paths


def _files(folder: Path, prefix: str) -> list[str]:
    found: list[str] = []
    with os.scandir(folder) as entries:
        for entry in entries:
            path = prefix + entry.name
            _refuse_hidden(entry.name, path)
            if entry.is_dir(follow_symlinks=False):
                found += _files(Path(entry.path), f"{path}/")
            elif entry.is_file(follow_symlinks=False):
                found.append(path)
            else:
                raise PublishRefused(f"{path} in the built site is no plain file. Take it out, then publish again.")
    return found


def _refuse_hidden(name: str, path: str) -> None:
    """Refuse what nobody means to publish: `.env`, `.git`, and names that are no text."""
    if name.startswith(".") and name != ".well-known":
        raise PublishRefused(f"{path} in the built site is a hidden file. Take it out: it may hold a secret.")
    if not name.isprintable() or not _is_text(name):
        raise PublishRefused(f"{path!a} in the built site has a name that no address can hold. Rename it.")


def _is_text(name: str) -> bool:
    try:
        name.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _refuse_same_names(paths: tuple[str, ...]) -> None:
    """Refuse two files that are one on a Mac or on Windows."""
    seen: dict[str, str] = {}
    for path in paths:
        folded = unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())
        if folded in seen:
            raise PublishRefused(f"{seen[folded]} and {path} are one name on some machines. Rename one of them.")
        seen[folded] = path
