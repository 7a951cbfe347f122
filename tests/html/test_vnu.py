from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.vnu

JAR = Path(__file__).parent / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
UNKNOWN_YET = ("“line-clamp”: Property",)
"""What CSS has, and the checker does not know."""


def check(*paths: Path) -> list[str]:
    """Return what the Nu HTML checker calls an error in the pages and style sheets of some folders, a line each."""
    command = [
        "java",
        "-Xss4m",
        "-jar",
        str(JAR),
        "--skip-non-html",
        "--also-check-css",
        "--format",
        "json",
        "--stdout",
    ]
    done = subprocess.run([*command, *map(str, paths)], capture_output=True, text=True, timeout=300, check=False)
    messages: list[dict[str, Any]] = json.loads(done.stdout)["messages"]
    return [
        f"{one['url']}:{one.get('lastLine', 0)}: {one['message']} {one.get('extract', '')}"
        for one in messages
        if one["type"] != "info" and not any(known in one["message"] for known in UNKNOWN_YET)
    ]


def test_no_page_and_no_style_sheet_has_an_error(built: Path) -> None:
    assert len(list(built.rglob("*.html"))) > 70
    assert check(built) == []


def test_the_checker_finds_a_planted_error(tmp_path: Path) -> None:
    page = "<!doctype html><html lang='fr'><head><title>Une page</title></head><body><p><ul></ul></p></body></html>"
    (tmp_path / "index.html").write_text(page, encoding="utf-8")
    (tmp_path / "main.css").write_text("a { colour: red }", encoding="utf-8")
    assert len(check(tmp_path)) == 2
