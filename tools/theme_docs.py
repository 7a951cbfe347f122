"""The blocks and macros of the theme, read from its templates with the comment that stands above each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

from jinja2 import Environment, nodes
from jinja2.meta import find_undeclared_variables

from antenne.kept import field_names
from antenne.model import Book, Catalog, Episode, Note, Person, Publisher, Show
from antenne.render.credits import Credits
from antenne.render.head import Head
from antenne.render.site import Site
from antenne.render.view import View
from antenne.render.words import Words

TEMPLATES = Path(__file__).parent.parent / "theme" / "templates"

EVERYWHERE: dict[str, type[Any]] = {
    "site": Site, "catalog": Catalog, "words": Words, "credits": Credits, "view": View, "head": Head
}  # fmt: skip
"""The names that every template has, but for the functions."""
FUNCTIONS = {"told", "leads", "apps", "sharing", "mailto", "_", "ngettext"}
OWN: dict[str, type[Any]] = {
    "book": Book, "episode": Episode, "note": Note, "person": Person, "publisher": Publisher, "show": Show
}  # fmt: skip
"""The names that the templates of some pages have besides."""

_COMMENT = re.compile(r"\s*\{# ?(?P<text>.*?) ?#\}\s*")
_PART = re.compile(r"\s*\{%-? (?P<kind>block|macro) (?P<said>.+?) -?%\}")


def theme_tables() -> str:
    """Return the Markdown tables of the templates, of the blocks of every page, and of the macros."""
    pages = [path for path in sorted(TEMPLATES.glob("*.html")) if path.name != "base.html"]
    parts = [_table("Blocks of `base.html`", "block", parts_of(TEMPLATES / "base.html", "block"))]
    # What overrides a block of every page says nothing new: it has no comment.
    own = {path.name: [(name, text) for name, text in parts_of(path, "block") if text] for path in pages}
    parts += [_table(f"Blocks of `{name}`", "block", blocks) for name, blocks in own.items() if blocks]
    parts.append(_table("Templates of pages", "template", [(path.name, _said(path)) for path in pages]))
    named = [(name, ", ".join(f"`{one}`" for one in _members(kind))) for name, kind in (EVERYWHERE | OWN).items()]
    parts.append(
        _table("What the names hold", "name", named).replace("| what it is |", "| its fields, properties and methods |")
    )
    for path in sorted((TEMPLATES / "macros").glob("*.html")):
        title = f"`macros/{path.name}`"
        parts.append(_table(title, "macro", parts_of(path, "macro"), first_comment(path)))
    return "\n".join(parts)


def first_comment(path: Path) -> str:
    """Return the comment that a template begins with, or nothing."""
    found = _COMMENT.fullmatch(path.read_text(encoding="utf-8").split("\n", 1)[0])
    return found["text"] if found else ""


def own_names(path: Path) -> list[str]:
    """Return the names that a page's template asks of its own page, besides those that every template has."""
    environment = Environment(extensions=["jinja2.ext.i18n"], autoescape=True)
    tree = environment.parse(path.read_text(encoding="utf-8"))
    # What a template sets and imports at its top is known in its blocks, though not to Jinja's finder.
    made = {one.name for one in tree.find_all(nodes.Name) if one.ctx == "store"}
    made |= {one.target for one in tree.find_all(nodes.Import)} | {one.name for one in tree.find_all(nodes.Macro)}
    made |= {name for one in tree.find_all(nodes.FromImport) for name in one.names if isinstance(name, str)}
    return sorted(find_undeclared_variables(tree) - set(EVERYWHERE) - FUNCTIONS - made)


def _said(path: Path) -> str:
    names = ", ".join(f"`{name}`" for name in own_names(path))
    return f"{first_comment(path)} Its own names: {names}." if names else first_comment(path)


def _members(kind: type[Any]) -> list[str]:
    """Return the fields of a class, then its properties and methods, without what is its own affair."""
    held = field_names(kind) or ()
    own = {one.name for one in fields(kind) if one.metadata.get("own")} if is_dataclass(kind) else set[str]()
    told = [name for name in held if name not in own]
    return [*told, *(name for name in vars(kind) if not name.startswith("_") and name not in held)]


def parts_of(path: Path, kind: str) -> list[tuple[str, str]]:
    """Return the blocks or macros of a template as they are written there, each with the comment above it."""
    return list(_parts(path.read_text(encoding="utf-8").split("\n"), kind))


def _parts(lines: list[str], kind: str) -> Iterator[tuple[str, str]]:
    for above, line in zip(["", *lines], lines, strict=False):
        found = _PART.match(line)
        if found and found["kind"] == kind:
            comment = _COMMENT.fullmatch(above)
            yield found["said"].removesuffix(" required"), comment["text"] if comment else ""


def _table(title: str, column: str, rows: list[tuple[str, str]], lead: str = "") -> str:
    lines = [f"### {title}", "", *([lead, ""] if lead else []), f"| {column} | what it is |", "| --- | --- |"]
    return "\n".join([*lines, *(f"| `{name}` | {text} |" for name, text in rows), ""])
