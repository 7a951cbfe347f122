"""Texts as authors type them, read by two parsers as apps would."""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import Any

import feedparser
import podcastparser
import pytest

from antenne.feeds.xml import shorten, xml_text
from tests.feeds.reading import SHOW, catalog_of, write, written
from tests.feeds.reading import read as reread

OLD_PODCAST = b"https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/1.0.md"
NEW_PODCAST = b"https://podcastindex.org/namespace/1.0"

AUDIO = {"audio": "audio.mp3"}

TEXTS = {
    "French signs": ("Quoi ? « Parce que » : voilà !", "Quoi\u202f? «\u202fParce que\u202f»\u00a0: voilà\u202f!"),
    "signs of XML": ("Tom & Jerry < 3 > 2 ]]>", "Tom & Jerry < 3 > 2 ]]>"),
    "an entity in words": ("Écrire &amp; lire, l&#39;&eacute;t&eacute; d&rsquo;AT&T", "Écrire & lire, l’été d’AT&T"),
    "an emoji of several signs": ("Voix 👩‍🎤 et 🇫🇷", "Voix 👩\u200d🎤 et 🇫🇷"),
    "letters put together": ("E\u0301te\u0301", "Été"),
    "what turns a line round": ("Un \u202etitre\u202c", "Un titre"),
    "a byte order mark within": ("Un\ufeff titre", "Un titre"),
    "markup": ("<b>Gras</b> <script>x</script>", "<b>Gras</b> <script>x</script>"),
}


def read(tmp_path: Path, title: str, body: str = "") -> tuple[Any, Any]:
    """Return what feedparser and podcastparser make of a text that is title and summary of a show and its episode."""
    words = {key: f"'{title.replace(chr(39), chr(39) * 2)}'" for key in ("title", "summary")}
    _, settings = catalog_of(tmp_path)
    for folder, keys in (("shows/emission", SHOW | words), ("episodes/2013-11-05-entretien", AUDIO | words)):
        write(settings.content / folder, keys, body)
    data = written(reread(settings), settings)
    old = data.replace(NEW_PODCAST, OLD_PODCAST)
    return feedparser.parse(data, sanitize_html=False), podcastparser.parse("https://a.example/", io.BytesIO(old))


@pytest.mark.parametrize("name", TEXTS)
def test_a_text_is_in_every_place_what_the_author_means(name: str, tmp_path: Path) -> None:
    typed, meant = TEXTS[name]
    one, other = read(tmp_path, typed)
    assert not one.bozo
    assert one.feed.title == one.feed.subtitle == one.entries[0].title == one.entries[0].summary == meant
    # podcastparser folds every blank into a plain space.
    assert other["episodes"][0]["title"] == re.sub(r"\s+", " ", meant)


def test_show_notes_keep_their_french_and_only_the_tags_that_apps_show(tmp_path: Path) -> None:
    body = "## Un *titre* ?\n\nVoir [là](/livres/) « ici » & <u>là-bas</u>.\n\n| a | b |\n| - | - |\n| c | d |\n"
    one, _ = read(tmp_path, "Un titre", body)
    value = next(part.value for part in one.entries[0].content if part.type == "text/html")
    assert set(re.findall(r"<(\w+)", value)) <= {"p", "a", "em", "ul", "li"}
    assert "Un <em>titre</em>\u202f?" in value
    assert '<a href="https://antenne.example/livres/">là</a>' in value
    assert "«\u202fici\u202f» &amp; là-bas" in value
    assert "&amp;amp;" not in value


@pytest.mark.parametrize("code", [*range(0x20), 0x7F, *range(0x80, 0xA0), 0xFFFE, 0xFFFF])
def test_no_control_character_goes_out(code: int) -> None:
    clean = xml_text(f"a{chr(code)}z")
    assert clean in ("az", f"a{chr(code)}z", "a\nz")
    assert chr(code) not in clean or chr(code) in "\t\n\x85"


def test_a_text_that_fits_to_the_letter_is_left_alone() -> None:
    assert shorten("é" * 255, 255) == "é" * 255
    assert len(shorten("é" * 256, 255)) == 255
