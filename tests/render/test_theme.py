from __future__ import annotations

import gzip
import re
from itertools import pairwise
from pathlib import Path

import pytest
from lxml import html

from tests.render.samples import PROJECT, catalog, rendered

THEME = PROJECT / "theme"
SHEETS = [THEME / "templates/feed.xsl", THEME / "templates/feed.css"]
TEMPLATES = [*sorted((THEME / "templates").rglob("*.html")), SHEETS[0]]


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_words_in_templates_are_open_to_translation(path: Path) -> None:
    text = re.sub(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}|<[^>]*>", " ", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    text = re.sub(r'\s[a-z-]+="[^"]*"', " ", text)
    left = re.findall(r"[^\W\d_]{3,}", text)
    names_of_programs = {"AntennaPod", "Apple", "Podcasts", "Overcast", "Pocket", "Casts"}
    assert set(left) <= names_of_programs


def luminance(colour: str) -> float:
    digits = colour * 2 if len(colour) == 3 else colour
    parts = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_text_can_be_read_in_both_schemes() -> None:
    text = (THEME / "static/css/tokens.css").read_text(encoding="utf-8")
    schemes = [dict(re.findall(r"--(\w+): #(\w+);", part)) for part in text.split("@media")]
    for scheme in schemes:
        for ground in ("paper", "wash"):
            for letters in ("ink", "quiet", "signal"):
                light, dark = sorted((luminance(scheme[ground]), luminance(scheme[letters])), reverse=True)
                assert (light + 0.05) / (dark + 0.05) >= 4.5, (ground, letters, scheme)


@pytest.mark.parametrize("name", ["player", "copy", "video"])
def test_a_script_stays_small_and_keeps_nothing_on_the_readers_machine(name: str) -> None:
    script = (THEME / f"static/js/{name}.js").read_bytes()
    assert len(gzip.compress(script)) < 3000
    assert not re.search(rb"localStorage|sessionStorage|cookie|https?://", script)


def test_headings_in_templates_never_skip_a_level() -> None:
    for path, data in rendered(catalog()).items():
        if path.endswith(".html"):
            levels = [int(h.tag[1]) for h in html.document_fromstring(data.decode()).xpath("//h1 | //h2 | //h3")]
            assert levels[0] == 1, path
            assert all(after - before <= 1 for before, after in pairwise(levels)), (path, levels)
