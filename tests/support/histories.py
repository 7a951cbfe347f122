"""Random histories of a site: what an author does to its files, each step the same for the same seed."""

from __future__ import annotations

import random
import re
import shutil
from collections.abc import Callable
from pathlib import Path

from PIL import Image

Edit = Callable[[Path, random.Random], None]
"""Changes a site's folder in one way."""


def retitle(site: Path, chance: random.Random) -> None:
    """Give anything another title or name."""
    path = chance.choice(_texts(site))
    text = path.read_text(encoding="utf-8")
    word = chance.choice(("Autre", "L’été", "« Oui »", "Fin"))
    changed = re.sub(r"^(title|name): (['\"]?)", lambda found: f"{found[0]}{word} ", text, count=1, flags=re.M)
    path.write_text(changed, encoding="utf-8")


def write_on(site: Path, chance: random.Random) -> None:
    """Add a paragraph to any text."""
    path = chance.choice(_texts(site))
    path.write_text(f"{path.read_text(encoding='utf-8')}\nEncore {chance.random()}.\n", encoding="utf-8")


def tag(site: Path, chance: random.Random) -> None:
    """Give a text other tags: some known, some new."""
    path = chance.choice([one for one in _texts(site) if one.parts[-2] == "notes" or one.parts[-3] == "episodes"])
    tags = chance.sample(["voix", "radio", "essai", "mer", f"neuf-{chance.randrange(3)}"], 2)
    text = re.sub(r"^tags:.*\n", "", path.read_text(encoding="utf-8"), count=1, flags=re.M)
    path.write_text(text.replace("---\n", f"---\ntags: [{', '.join(tags)}]\n", 1), encoding="utf-8")


def add_note(site: Path, chance: random.Random) -> None:
    """Write a new note, of any day."""
    day = f"20{chance.randrange(10, 26)}-{chance.randrange(1, 13):02d}-{chance.randrange(1, 29):02d}"
    number = chance.randrange(10_000)
    text = f"---\ntitle: Note {number}\ntags: [voix]\n---\nDes mots, {number} fois.\n"
    (site / "content/notes" / f"{day}-note-{number}.md").write_text(text, encoding="utf-8")


def remove_note(site: Path, chance: random.Random) -> None:
    """Remove a note."""
    chance.choice(sorted((site / "content/notes").glob("*.md"))).unlink()


def add_person(site: Path, chance: random.Random) -> None:
    """Add somebody."""
    folder = site / "content/people" / f"personne-{chance.randrange(10_000)}"
    folder.mkdir(parents=True)
    (folder / "index.md").write_text(f"---\nname: Personne {chance.randrange(100)}\n---\n", encoding="utf-8")


def repaint(site: Path, chance: random.Random) -> None:
    """Put another picture in the place of one."""
    pictures = [path for path in sorted(site.glob("content/*/*/*")) if path.suffix in (".png", ".jpg")]
    path = chance.choice(pictures)
    with Image.open(path) as image:
        size = image.size
    Image.new("RGB", size, tuple(chance.randrange(256) for _ in range(3))).save(path)


def restyle(site: Path, chance: random.Random) -> None:
    """Change a style sheet of the theme."""
    path = site / "theme/static/css/tokens.css"
    path.write_text(f"{path.read_text(encoding='utf-8')}\n:root {{ --x{chance.randrange(99)}: 1px }}\n", "utf-8")


def rewrite_template(site: Path, chance: random.Random) -> None:
    """Change a template that many pages share."""
    path = site / "theme/templates/base.html"
    path.write_text(f"{path.read_text(encoding='utf-8')}<!-- {chance.randrange(99)} -->\n", encoding="utf-8")


def reset(site: Path, chance: random.Random) -> None:
    """Change a setting."""
    path = site / "pelicanconf.py"
    lines = f'\nANTENNE["tagline"] = "Dit {chance.randrange(99)}"\n'
    path.write_text(path.read_text(encoding="utf-8") + lines, encoding="utf-8")


EVERY: tuple[Edit, ...] = (
    *(retitle, write_on, tag, add_note) * 3,
    remove_note,
    add_person,
    repaint,
    restyle,
    rewrite_template,
    reset,
)
"""Every kind of step, those that authors do most the most often."""


def step(site: Path, chance: random.Random) -> str:
    """Do one thing to a site; return what it was."""
    edit = chance.choice(EVERY)
    edit(site, chance)
    return edit.__name__


def own_theme(site: Path) -> None:
    """Let a site have a copy of the theme, which can be changed."""
    theme = (site / "theme").resolve()
    (site / "theme").unlink()
    shutil.copytree(theme, site / "theme")


def _texts(site: Path) -> list[Path]:
    return sorted(site.glob("content/**/*.md"))
