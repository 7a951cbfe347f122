"""What made a build, in a sentence."""

from __future__ import annotations

import os

from antenne.build.roots import CONTENT, OUTPUT, SAID
from antenne.build.tree import ROOT

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_NAMED = 3
"""How many files are named before the rest is only counted."""


def of_identity(before: Mapping[str, str], now: Mapping[str, str]) -> str:
    """Say that a build is asked for otherwise, or would be made by other programs."""
    changed = [name for name in now if now[name] != before.get(name)]
    return f"{_capital(changed[0])} changed since the last build." if changed else ""


def of_settings(before: Mapping[str, str], now: Mapping[str, str]) -> str:
    """Say which settings changed."""
    changed = [name for name in {**before, **now} if before.get(name) != now.get(name)]
    return f"The settings changed: {_listed(changed)}" if changed else ""


def of_files(kind: str, root: str, names: Sequence[bytes], project: str) -> str:
    """Say which files changed."""
    shown = [_shown(os.path.normpath(os.path.join(root, os.fsdecode(name))), project) for name in names]
    if kind == OUTPUT:
        if ROOT in names:
            return f"Another build was made into {_shown(root, project)}/ since."
        return f"What was built has been changed since: {_listed(shown)}"
    if kind == CONTENT:
        return f"{len(shown)} {'file' if len(shown) == 1 else 'files'} changed: {_listed(shown)}"
    return f"{_capital(SAID[kind])} changed: {_listed(shown)}"


def _shown(path: str, project: str) -> str:
    """Return a path as one types it in the project's folder."""
    return os.path.relpath(path, project) if path.startswith(project + os.sep) else path


def _listed(names: Sequence[str]) -> str:
    more = len(names) - _NAMED
    return ", ".join(names[:_NAMED]) + (f" and {more} more" if more > 0 else "")


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
