"""A theme and those that it takes from: `theme.yaml` in a theme's folder says `extends: ../theme`."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from msgspec import Struct

from antenne.fields import Reading, key, load_keys, parse, place_of
from antenne.problems import Problem, Problems, Where, rules
from antenne.settings.converters import theme_folder

FILE = "theme.yaml"
BASE = Path("templates/base.html")


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeKeys:
    """What `theme.yaml` holds."""

    extends: Path | None = key(theme_folder, None, doc="The theme that gives all that this one lacks.")


class _Link(Struct, frozen=True, kw_only=True):
    """The folder that a theme takes from, and where it says so."""

    folder: Path
    where: Where


def read_themes(theme: Path, project: Path, problems: Problems) -> tuple[Path, ...]:
    """Return a theme's folder and those that it takes from, the nearest first; tell what is missing, and a circle."""
    found, told = [theme], Problems()
    while link := _parent(found[-1], project, told):
        if fault := _fault(link, found):
            told.add(fault)
            break
        found.append(link.folder)
    # A theme whose parent is not known may lack anything.
    problems.extend(told.sorted() or _baseless(found))
    return tuple(found)


def _parent(theme: Path, project: Path, problems: Problems) -> _Link | None:
    path = theme / FILE
    if not path.is_file():
        return None
    group = load_keys(path, project, problems)
    keys = parse(ThemeKeys, group, Reading(problems)) if group else None
    if group is None or keys is None or keys.extends is None:
        return None
    where = next((entry.where for entry in group.entries if entry.key == "extends"), place_of(path, project))
    return _Link(folder=Path(os.path.normpath(theme / keys.extends)), where=where)


def _fault(link: _Link, found: list[Path]) -> Problem | None:
    if link.folder.resolve() in [theme.resolve() for theme in found]:
        message = f"The theme “{link.folder.name}” takes from itself, by way of its own parents."
        hint = "Let the last of them take from Antenne's own theme, or from none."
        return rules.THEME_CIRCLE.at(link.where, message, hint)
    if not link.folder.is_dir():
        message = f"The theme “{link.folder.name}” that this one extends is not there."
        hint = f"Name the folder of Antenne's theme as seen from {FILE}, such as `extends: ../theme`."
        return rules.NO_THEME.at(link.where, message, hint)
    return None


def _baseless(themes: list[Path]) -> Iterator[Problem]:
    if any((theme / BASE).is_file() for theme in themes):
        return
    what = f"holds no {BASE.as_posix()}" if themes[0].is_dir() else "is not there"
    hint = (
        f"Put the theme back, or let THEME name the folder, from the project's, that holds {BASE.as_posix()} "
        f"or a {FILE} that says what it extends."
    )
    yield rules.NO_THEME.at(Where("THEME"), f"The theme's folder “{themes[0].name}” {what}.", hint)
