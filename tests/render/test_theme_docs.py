from __future__ import annotations

import re
from pathlib import Path

import pytest

from tools.theme_docs import TEMPLATES, first_comment, parts_of

PAGES = sorted(TEMPLATES.rglob("*.html"))
DOCS = Path(__file__).parent.parent.parent / "docs" / "theme.md"


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(TEMPLATES)))
def test_every_template_block_and_macro_says_what_it_is_in_one_line(path: Path) -> None:
    assert first_comment(path), "a comment on the first line says what the template is"
    parts = parts_of(path, "macro") if path.parent.name == "macros" else []
    parts += parts_of(path, "block") if path.name == "base.html" else []
    assert [name for name, comment in parts if not comment] == [], "a comment of one line stands above each"


def test_every_token_is_in_the_documentation() -> None:
    sheet = (TEMPLATES.parent / "static" / "css" / "tokens.css").read_text(encoding="utf-8")
    documented = set(re.findall(r"`(--[a-z0-9-]+)`", DOCS.read_text(encoding="utf-8")))
    assert documented == set(re.findall(r"(--[a-z0-9-]+):", sheet))
