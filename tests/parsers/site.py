"""A site whose show and episodes say everything that a feed can."""

from __future__ import annotations

import shutil
from pathlib import Path

from PIL import Image

from tests.support.audio import silent_mp3
from tests.support.site import make_site

TEXTS = Path(__file__).parent / "rich"
"""Its front matter and notes, with signs of XML, an entity copied from a page's source, French quotes and emoji."""


def rich_site(folder: Path) -> Path:
    """Make the site, with recordings and pictures; return its folder."""
    site = make_site(folder)
    shutil.copytree(TEXTS, site / "content", dirs_exist_ok=True)
    episodes, show = site / "content/episodes", site / "content/shows/essai"
    silent_mp3(episodes / "2013-11-05-premier/court.mp3", 1)
    silent_mp3(episodes / "2013-10-01-annonce/audio.mp3", 2)
    silent_mp3(episodes / "2014-01-02-bonus/audio.mp3", 61)
    _picture(episodes / "2013-11-05-premier/cover.png", (1500, 1500))
    _picture(site / "content/people/grace/portrait.png", (400, 400))
    for bundle in (show, episodes / "2013-11-05-premier"):
        _picture(bundle / "large.png", (1600, 900))
    return site


def _picture(path: Path, size: tuple[int, int]) -> None:
    Image.new("RGB", size, (90, 60, 20)).save(path)
