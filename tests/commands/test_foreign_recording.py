from __future__ import annotations

import json
import subprocess
from pathlib import Path

import feedparser
import pytest
from PIL import Image

from tests.support.site import invoke, make_site, write

pytestmark = [pytest.mark.ffmpeg, pytest.mark.eyed3]

CHAPTERS = """\
;FFMETADATA1
[CHAPTER]
TIMEBASE=1/1000
START=0
END=30000
title=Ouverture
[CHAPTER]
TIMEBASE=1/1000
START=30000
END=60000
title=Le métier d'écrire
[CHAPTER]
TIMEBASE=1/1000
START=60000
END=90000
title=Fin
"""


def run(*words: str | Path) -> None:
    subprocess.run([str(word) for word in words], check=True, capture_output=True, stdin=subprocess.DEVNULL)


def foreign_mp3(folder: Path) -> Path:
    """Encode a recording with ffmpeg, chapters included, and tag it with eyeD3."""
    sound, chapters, cover = folder / "sound.mp3", write(folder / "chapters.txt", CHAPTERS), folder / "cover.png"
    Image.new("RGB", (1400, 1400), (120, 20, 40)).save(cover)
    source = ("-f", "lavfi", "-i", "sine=frequency=330:duration=90")
    run("ffmpeg", *source, "-i", chapters, "-map_metadata", "1", "-ac", "1", "-b:a", "64k", sound)
    tags = ("--title", "L'atelier, un samedi", "--artist", "Radio d'essai", "--release-date", "2015-06-13")
    picture = f"{cover}:FRONT_COVER"
    run("eyeD3", "--quiet", *tags, "--comment", "Une heure à l'atelier.", "--add-image", picture, sound)
    return sound


def test_a_recording_made_by_other_programs_is_a_whole_episode_by_itself(tmp_path: Path) -> None:
    site = make_site(tmp_path / "site")
    sound = foreign_mp3(tmp_path)
    bundle = site / "content/episodes/2015-06-13-atelier"
    bundle.mkdir()
    (bundle / "un nom à soi.mp3").write_bytes(sound.read_bytes())
    invoke(site, "publish")
    live = site / "public/current"
    item = next(e for e in feedparser.parse(live / "flux/essai.xml").entries if "atelier" in e.title)
    assert item.title == "L’atelier, un samedi"
    (enclosure,) = item.enclosures
    assert (int(enclosure.length), enclosure.type) == (sound.stat().st_size, "audio/mpeg")
    assert item.itunes_duration == "90"
    assert item.published_parsed[:3] == (2015, 6, 12)  # midnight in Paris, told in UTC
    chapters = json.loads((live / "episodes/atelier/chapters.json").read_text(encoding="utf-8"))["chapters"]
    assert [(c["startTime"], c["title"]) for c in chapters] == [
        (0, "Ouverture"),
        (30, "Le métier d’écrire"),
        (60, "Fin"),
    ]
    page = (live / "episodes/atelier/index.html").read_text(encoding="utf-8")
    for words in ("L’atelier, un samedi", "Radio d’essai", "Le métier d’écrire", '#t=30"', ".avif"):
        assert words in page, words
