"""A small real site in a folder of its own, and the commands given in it as a user gives them."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

from PIL import Image

from tests.support.audio import silent_mp3

PROJECT = Path(__file__).parent.parent.parent

CONF = """\
SITENAME = "Un petit site"
SITEURL = "http://127.0.0.1:8000"
TIMEZONE = "Europe/Paris"
DEFAULT_LANG = "fr"
PATH = "content"
OUTPUT_PATH = "output"
THEME = "theme"
PLUGIN_PATHS = ["plugins"]
PLUGINS = ["antenne.plugin"]
ARTICLE_PATHS = []
PAGE_PATHS = []
STATIC_PATHS = []
THEME_STATIC_PATHS = []
DIRECT_TEMPLATES = []
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
ANTENNE = {"private": True, "email": "a@essai.example"}
"""

PUBLIC = """\
import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from pelicanconf import *

SITEURL = os.environ.get("ANTENNE_SITEURL", "https://essai.antenne")
ANTENNE = {**ANTENNE, "private": False}
"""

SHOW = """\
---
title: Émission d'essai
summary: Une émission pour les essais.
language: fr
author: Ada
owner: {name: Ada, email: ada@essai.example}
categories: [Arts > Books]
guid: 917393e3-1b1e-5cef-ace4-edaa54e1f810
---
"""

BOOK = """\
---
title: "Le livre : un essai"
authors: [ada]
publisher: Maison
date: 2013
summary: Un livre pour les essais.
---
Un *livre*.
"""

NOTE = """\
---
title: Une note
category: Livres
books: [le-livre]
author: ada
---
Le texte de la note !
"""

EPISODE = """\
---
title: Le premier entretien
summary: Un entretien sur le livre.
books: [le-livre]
people: [ada]
---
Les notes de l'entretien.
"""


def write(path: Path, text: str) -> Path:
    """Write a text file, with its folders."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def make_site(folder: Path) -> Path:
    """Make a site of one show, one episode, one book, one person and one note; return its folder."""
    write(folder / "pelicanconf.py", CONF)
    write(folder / "publishconf.py", PUBLIC)
    write(folder / "tasks.py", (PROJECT / "tasks.py").read_text(encoding="utf-8"))
    for name in ("plugins", "theme"):
        (folder / name).symlink_to(PROJECT / name)
    content = folder / "content"
    write(content / "shows/essai/index.md", SHOW)
    Image.new("RGB", (1400, 1400), (20, 60, 90)).save(content / "shows/essai/artwork.png")
    write(content / "books/le-livre/index.md", BOOK)
    write(content / "people/ada/index.md", "---\nname: Ada Lovelace\n---\n")
    write(content / "notes/2013-11-13-une-note.md", NOTE)
    write(content / "episodes/2013-11-05-premier/index.md", EPISODE)
    silent_mp3(content / "episodes/2013-11-05-premier/audio.mp3", 3)
    return folder


def invoke(site: Path, *words: str, check: bool = True, **environment: str) -> subprocess.CompletedProcess[str]:
    """Give a command in a site's folder, in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "invoke", *words],
        cwd=site,
        env=os.environ | {"PYTHONDONTWRITEBYTECODE": "1"} | environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert not check or done.returncode == 0, done.stdout + done.stderr
    return done


def digests(folder: Path) -> dict[str, str]:
    """Return the SHA-256 of every file below a folder by its path there; links are followed."""
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
