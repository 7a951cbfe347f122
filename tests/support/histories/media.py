"""What is done to what is no text: pictures, recordings, chapters, transcripts, files that nobody uses."""

from __future__ import annotations

import json
import os
import random
import zlib
from pathlib import Path

from PIL import Image

from tests.support.audio import silent_mp3
from tests.support.histories.edit import bundles, pick, read, texts, with_key, write, write_unseen

_PICTURES = (".png", ".jpg")
_CALLED = {"books": "cover", "episodes": "cover", "people": "portrait", "shows": "artwork", "publishers": "logo"}
_BESIDE = ("chapters.json", "transcript.vtt", "excerpt.md", "excerpt.pdf")


def _pictures(site: Path) -> list[Path]:
    return [path for path in sorted(site.glob("content/**/*")) if path.suffix in _PICTURES]


def _paint(path: Path, size: tuple[int, int], chance: random.Random) -> None:
    path.unlink(missing_ok=True)
    Image.new("RGB", size, (chance.randrange(256), chance.randrange(256), chance.randrange(256))).save(path)


def repaint(site: Path, chance: random.Random) -> None:
    """Put another picture in the place of one."""
    path = pick(chance, _pictures(site))
    with Image.open(path) as image:
        size = image.size
    _paint(path, size, chance)


def repaint_unseen(site: Path, chance: random.Random) -> None:
    """Change a picture so that its size and its time of change stay as they were: another word in it."""
    path = pick(chance, [one for one in _pictures(site) if one.suffix == ".png" and not one.is_symlink()])
    data = path.read_bytes()
    # A chunk of a private kind after the head (33 bytes): its length, kind, data and checksum.
    said = b"anTn" + bytes([97 + chance.randrange(26)]) * 4
    chunk = b"\0\0\0\x04" + said + zlib.crc32(said).to_bytes(4)
    if data[37:41] == b"anTn":
        write_unseen(path, data[:33] + chunk + data[33 + len(chunk) :])
    else:
        path.write_bytes(data[:33] + chunk + data[33:])


def add_picture(site: Path, chance: random.Random) -> None:
    """Give a thing a picture of its own, or another one under a further name."""
    folder = pick(chance, bundles(site))
    name = _CALLED[folder.parent.name]
    side = 1400 if folder.parent.name in ("shows", "episodes") else 300
    _paint(folder / f"{name}.{chance.choice(('png', 'jpg'))}", (side, side), chance)
    text = folder / "index.md"
    write(text, with_key(read(text), f"{name}_alt: Une couleur."))


def link_picture(site: Path, chance: random.Random) -> None:
    """Let the picture of one thing be that of another, by a symbolic link."""
    source = pick(chance, [path for path in _pictures(site) if not path.is_symlink()])
    folder = pick(chance, [one for one in bundles(site, "books", "people") if one != source.parent])
    place = folder / f"{_CALLED[folder.parent.name]}{source.suffix}"
    place.unlink(missing_ok=True)
    place.symlink_to(os.path.relpath(source, folder))


def remove_picture(site: Path, chance: random.Random) -> None:
    """Remove a picture, whoever shows it."""
    pick(chance, _pictures(site)).unlink()


def show_picture(site: Path, chance: random.Random) -> None:
    """Show a picture in a note or a page."""
    path = pick(chance, [one for one in texts(site, "notes", "pages") if ".comments" not in str(one)])
    name = f"image-{chance.randrange(3)}.png"
    if not (path.parent / name).exists() or chance.random() < 0.3:
        _paint(path.parent / name, (320, 200), chance)
    write(path, f"{read(path)}\n![Une couleur]({name})\n")


def record_again(site: Path, chance: random.Random) -> None:
    """Put another recording in the place of one."""
    silent_mp3(pick(chance, sorted(site.glob("content/**/*.mp3"))), chance.randrange(20, 30))


def record_unseen(site: Path, chance: random.Random) -> None:
    """Change a byte of a recording, and set the file's time back."""
    path = pick(chance, sorted(site.glob("content/**/*.mp3")))
    data = path.read_bytes()
    write_unseen(path, data[:-1] + bytes([chance.randrange(256)]))


def chapter(site: Path, chance: random.Random) -> None:
    """Write the chapters of an episode, or others."""
    chapters = [
        {"startTime": start, "title": f"Chapitre {chance.randrange(99)}"} for start in range(chance.randrange(1, 4))
    ]
    told = json.dumps({"version": "1.2.0", "chapters": chapters})
    write(pick(chance, bundles(site, "episodes")) / "chapters.json", told)


def transcribe(site: Path, chance: random.Random) -> None:
    """Write what is said in an episode, or something else."""
    told = f"WEBVTT\n\n00:00:00.000 --> 00:00:00.900\nIl dit {chance.randrange(999)} mots.\n"
    write(pick(chance, bundles(site, "episodes")) / "transcript.vtt", told)


def remove_beside(site: Path, chance: random.Random) -> None:
    """Remove chapters, a transcript, an excerpt."""
    pick(chance, [path for name in _BESIDE for path in sorted(site.glob(f"content/*/*/{name}"))]).unlink()


def stray(site: Path, chance: random.Random) -> None:
    """Leave a file that nobody uses, or take those away."""
    known = sorted(site.glob("content/**/egare-*.txt"))
    if known and chance.random() < 0.5:
        pick(chance, known).unlink()
    else:
        place = pick(chance, [path.parent for path in texts(site)])
        write(place / f"egare-{chance.randrange(9)}.txt", "Rien.")


def break_media(site: Path, chance: random.Random) -> None:
    """Break what is no text: no site can be made of it."""
    broken = [*_pictures(site), *sorted(site.glob("content/**/*.mp3")), *sorted(site.glob("content/**/chapters.json"))]
    path = pick(chance, [one for one in broken if not one.is_symlink()])
    path.write_bytes(b"{" + path.read_bytes()[1:40])
