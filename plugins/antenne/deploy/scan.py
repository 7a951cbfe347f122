"""Looks through a built site before anything of it goes out."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterable
from pathlib import Path

from antenne.deploy.refusal import PublishRefused


def scan_build(build: Path) -> tuple[str, ...]:
    """Return the paths of all files of a built site, sorted; raise PublishRefused for what may not go public.

    A file whose name is not in NFC gets the name that is: whatever machine built the site, its addresses are the same.
    """
    if not build.is_dir():
        raise PublishRefused(f"There is no built site in {build}. Run “invoke build” first.")
    found = _files(build, "")
    paths = tuple(sorted(_composed(path) for path in found))
    if "index.html" not in paths:
        raise PublishRefused(f"{build} holds no whole site: its first page is missing. Build it again.")
    _refuse_same_names(sorted(found))
    for path in found:
        if path != _composed(path):
            _rename(build, path)
    return paths


def _composed(path: str) -> str:
    """Return a path as addresses have it, in NFC (RFC 3987 §5.3.2.2): some Macs write accents apart from letters."""
    return unicodedata.normalize("NFC", path)


def _rename(build: Path, path: str) -> None:
    """Give a file of the built site its name in NFC; a system that takes both for one name is left as it is."""
    old, new = build / path, build / _composed(path)
    if new.exists():
        return
    new.parent.mkdir(parents=True, exist_ok=True)
    old.rename(new)
    for folder in old.parents:
        if folder == build or any(folder.iterdir()):
            return
        folder.rmdir()


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


def _refuse_same_names(paths: Iterable[str]) -> None:
    """Refuse two files that are one on a Mac or on Windows."""
    seen: dict[str, str] = {}
    for path in paths:
        folded = _composed(_composed(path).casefold())
        if folded in seen and _composed(seen[folded]) == _composed(path):
            raise PublishRefused(
                f"{_composed(path)} is there twice, with its accents written in two ways, which are one name on a Mac. "
                "Remove one of them."
            )
        if folded in seen:
            raise PublishRefused(f"{seen[folded]} and {path} are one name on some machines. Rename one of them.")
        seen[folded] = path
