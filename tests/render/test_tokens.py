from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

CSS = Path(__file__).parent.parent.parent / "theme" / "static" / "css"
SHEETS = sorted(path for path in CSS.glob("*.css") if path.name != "tokens.css")

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_DECLARATION = re.compile(r"(?P<name>[-\w]+)\s*:\s*(?P<value>[^;{}]+)(?=[;}])")
_COLOUR = re.compile(
    r"#[0-9a-f]{3,8}\b|\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color)\(|"
    r"\b(?:black|white|red|green|blue|gr[ae]y|silver|maroon|yellow|orange|navy|teal|purple|gold|crimson|tomato)\b",
    re.IGNORECASE,
)
_FAMILIES = re.compile(r"var\(--(?:serif|sans|mono)\)|inherit")
_SIZED = re.compile(r"(?<![-\w])(?:inherit|initial|unset|revert)(?![-\w])")


def declarations(path: Path) -> Iterator[tuple[str, str]]:
    """Give the name and the value of every declaration of a style sheet."""
    for found in _DECLARATION.finditer(_COMMENT.sub("", path.read_text(encoding="utf-8"))):
        yield found["name"], found["value"].strip()


def faults(path: Path) -> list[str]:
    """Return the declarations whose colour or letters do not come from the tokens."""
    found = []
    for name, value in declarations(path):
        if path.name == "print.css" and name.startswith("--"):
            continue  # on paper the tokens themselves are others
        if _COLOUR.search(re.sub(r"var\([^)]*\)|url\([^)]*\)", "", value)):
            found.append(f"{name}: {value}")
        if name == "font-family" and not _FAMILIES.search(value):
            found.append(f"{name}: {value}")
        if name == "font" and not (_FAMILIES.search(value) or _SIZED.fullmatch(value)):
            found.append(f"{name}: {value}")
    return found


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.name)
def test_every_colour_and_letter_comes_from_the_tokens(path: Path) -> None:
    assert faults(path) == []


@pytest.mark.parametrize(
    "rule",
    [
        "a{color:#fff}",
        "a{color:rgb(0 0 0)}",
        "a{border:1px solid red}",
        "a{font-family:Arial}",
        "a{font:1rem/1 Arial;}",
    ],
)
def test_a_raw_colour_or_letter_is_found(rule: str, tmp_path: Path) -> None:
    path = tmp_path / "book.css"
    path.write_text(rule, encoding="utf-8")
    assert faults(path)


@pytest.mark.parametrize(
    "rule",
    ["a{color:var(--ink)}", "a{font:1rem/1.2 var(--serif)}", "a{color:CanvasText}", "a{font:inherit}", "/*#fff*/"],
)
def test_tokens_and_the_readers_own_colours_are_no_fault(rule: str, tmp_path: Path) -> None:
    path = tmp_path / "book.css"
    path.write_text(rule, encoding="utf-8")
    assert faults(path) == []
