"""The blocks and macros of the theme, read from its templates with the comment that stands above each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

TEMPLATES = Path(__file__).parent.parent / "theme" / "templates"

_COMMENT = re.compile(r"\s*\{# ?(?P<text>.*?) ?#\}\s*")
_PART = re.compile(r"\s*\{%-? (?P<kind>block|macro) (?P<said>.+?) -?%\}")


def theme_tables() -> str:
    """Return the Markdown tables of the templates, of the blocks of every page, and of the macros."""
    pages = [path for path in sorted(TEMPLATES.glob("*.html")) if path.name != "base.html"]
    parts = [_table("Blocks of `base.html`", "block", parts_of(TEMPLATES / "base.html", "block"))]
    parts.append(_table("Templates of pages", "template", [(path.name, first_comment(path)) for path in pages]))
    for path in sorted((TEMPLATES / "macros").glob("*.html")):
        title = f"`macros/{path.name}`"
        parts.append(_table(title, "macro", parts_of(path, "macro"), first_comment(path)))
    return "\n".join(parts)


def first_comment(path: Path) -> str:
    """Return the comment that a template begins with, or nothing."""
    found = _COMMENT.fullmatch(path.read_text(encoding="utf-8").split("\n", 1)[0])
    return found["text"] if found else ""


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
