"""What the templates and the code ask gettext for, as Babel finds it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from babel.messages import Catalog
from babel.messages.extract import extract_from_file

PROJECT = Path(__file__).parent.parent.parent
THEME = PROJECT / "theme"
_ASKS = {"_": None, "gettext": None, "ngettext": (1, 2)}


def asked(theme: Path = THEME, code: Path | None = PROJECT / "plugins/antenne") -> Catalog:
    """Return every word of the interface, in English, with the places that ask for it."""
    catalogue = Catalog()
    for path, method in (*_templates(theme / "templates"), *_code(code)):
        for line, words, *_ in extract_from_file(method, str(path), keywords=_ASKS):
            catalogue.add(words, locations=[(path.name, line)])
    return catalogue


def _templates(folder: Path) -> Iterator[tuple[Path, str]]:
    for path in sorted(folder.rglob("*.*")):
        yield path, "jinja2.ext:babel_extract"


def _code(folder: Path | None) -> Iterator[tuple[Path, str]]:
    for path in sorted(folder.rglob("*.py")) if folder else ():
        yield path, "python"
