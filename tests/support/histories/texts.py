"""What is done to texts: written, changed, called otherwise, translated, removed, spoiled."""

from __future__ import annotations

import os
import random
import re
import shutil
from pathlib import Path

from tests.support.audio import silent_mp3
from tests.support.histories.edit import (
    BUNDLES,
    FILES,
    bundles,
    dated,
    pick,
    read,
    texts,
    with_key,
    write,
    write_unseen,
)


def retitle(site: Path, chance: random.Random) -> None:
    """Give anything another title or name."""
    path, word = pick(chance, texts(site)), chance.choice(("Autre", "L’été", "« Oui »", "Fin"))
    write(path, re.sub(r"^(title|name): (['\"]?)", lambda found: f"{found[0]}{word} ", read(path), count=1, flags=re.M))


def write_on(site: Path, chance: random.Random) -> None:
    """Add a paragraph to any text."""
    path = pick(chance, texts(site))
    write(path, f"{read(path)}\nEncore {chance.random()}, et [un lien](https://essai.example/{chance.randrange(9)}).\n")


def change_unseen(site: Path, chance: random.Random) -> None:
    """Change a letter of a text, and set the file's time back."""
    path = pick(chance, texts(site))
    head, mark, body = path.read_bytes().rpartition(b"---\n")
    write_unseen(path, head + mark + body.swapcase() if mark else body)


def touch(site: Path, chance: random.Random) -> None:
    """Save a file as it is, or set its time, or put a copy in its place."""
    path = pick(chance, [path for path in sorted(site.glob("content/**/*")) if path.is_file()])
    if chance.random() < 0.3:
        os.utime(path, (1_500_000_000, 1_500_000_000 + chance.randrange(9)))
    elif chance.random() < 0.5:
        path.write_bytes(path.read_bytes())
    else:
        copy = path.with_name(f".{path.name}.copy")
        shutil.copyfile(path, copy)
        copy.replace(path)


def tag(site: Path, chance: random.Random) -> None:
    """Give a text other tags: some known, some new."""
    path = pick(chance, [one for one in texts(site, "notes", "episodes", "books") if ".comments" not in str(one)])
    tags = chance.sample(["voix", "radio", "essai", "mer", f"neuf-{chance.randrange(3)}"], 2)
    write(path, with_key(read(path), f"tags: [{', '.join(tags)}]"))


def categorize(site: Path, chance: random.Random) -> None:
    """Put a note into another category, and perhaps a series."""
    path = pick(chance, [one for one in texts(site, "notes") if ".comments" not in str(one)])
    text = with_key(read(path), f"category: {chance.choice(('Livres', 'Journal', 'Mer'))}")
    write(path, with_key(text, "series: Une suite") if chance.random() < 0.3 else text)


def relate(site: Path, chance: random.Random) -> None:
    """Let a note or an episode speak of other books and people, or of none."""
    path = pick(chance, [one for one in texts(site, "notes", "episodes") if ".comments" not in str(one)])
    section = chance.choice(("books", "people"))
    known = [folder.name for folder in bundles(site, section)]
    write(path, with_key(read(path), f"{section}: [{', '.join(chance.sample(known, min(len(known), 2)))}]"))


def write_note(site: Path, chance: random.Random) -> None:
    """Write a new note, of any day."""
    number = chance.randrange(10_000)
    text = f"---\ntitle: Note {number}\ntags: [voix]\n---\nDes mots, {number} fois.\n"
    write(site / f"content/notes/{dated(chance)}-note-{number}.md", text)


def write_page(site: Path, chance: random.Random) -> None:
    """Write a new page, some of them for the menu."""
    number = chance.randrange(10_000)
    menu = f"menu: {chance.randrange(1, 9)}\n" if chance.random() < 0.3 else ""
    write(site / f"content/pages/page-{number}.md", f"---\ntitle: Page {number}\n{menu}---\nUne page.\n")


def write_bundle(site: Path, chance: random.Random) -> None:
    """Write somebody or something new: a person, a book, a publisher of one, a show with an episode, an episode."""
    number, shows = chance.randrange(10_000), [folder.name for folder in bundles(site, "shows")]
    content, section = site / "content", chance.choice(BUNDLES)
    if section == "people":
        write(content / f"people/personne-{number}/index.md", f"---\nname: Personne {number % 100}\n---\n")
    elif section == "publishers":
        name = chance.choice(("Maison", "Éditions du Phare", "Harbour Press"))
        write(content / f"publishers/maison-{number}/index.md", f"---\nname: {name}\n---\nUne maison.\n")
    elif section == "books":
        keys = f"title: Livre {number}\npublisher: Maison\ndate: {dated(chance)}"
        write(content / f"books/livre-{number}/index.md", f"---\n{keys}\n---\nUn livre.\n")
    else:
        show = pick(chance, shows)
        if section == "shows":
            told = re.sub(r"^(guid|title):.*\n", "", read(content / "shows" / show / "index.md"), flags=re.M)
            shutil.copytree(content / "shows" / show, content / f"shows/emission-{number}")
            show = f"emission-{number}"
            write(content / f"shows/{show}/index.md", told.replace("---\n", f"---\ntitle: Émission {number}\n", 1))
        folder = content / f"episodes/{dated(chance)}-episode-{number}"
        write(folder / "index.md", f"---\ntitle: Épisode {number}\nshow: {show}\n---\nLes notes.\n")
        silent_mp3(folder / "audio.mp3", 1 + number % 3)


def comment(site: Path, chance: random.Random) -> None:
    """Let a reader comment on a note."""
    notes = [path for path in texts(site, "notes") if path.parent.name == "notes" and path.stem.count(".") == 0]
    place = pick(chance, notes).with_suffix(".comments")
    name = f"{chance.randrange(1000):03d}.md"
    write(place / name, f"---\nauthor: Zélie\ndate: 2026-01-0{chance.randrange(1, 9)}\n---\nJuste **avis**.\n")


def remove_text(site: Path, chance: random.Random) -> None:
    """Remove a note, a page, a comment, a translation."""
    pick(chance, [path for path in texts(site) if path.name != "index.md"]).unlink()


def remove_bundle(site: Path, chance: random.Random) -> None:
    """Remove a thing with its folder, and mostly what other texts say of it."""
    folder = pick(chance, bundles(site))
    shutil.rmtree(folder)
    if chance.random() < 0.7:
        _say_instead(site, folder, "")


def rename_text(site: Path, chance: random.Random) -> None:
    """Call a note or a page otherwise, its comments and translations with it."""
    path = pick(chance, [path for path in texts(site, *FILES) if path.parent.name in FILES])
    stem = path.name.partition(".")[0]
    for one in sorted(path.parent.glob(f"{stem}.*")):
        one.rename(one.with_name(f"{stem}-bis{one.name.removeprefix(stem)}"))


def rename_bundle(site: Path, chance: random.Random) -> None:
    """Call a thing otherwise, mostly in all texts that speak of it as well."""
    folder = pick(chance, bundles(site))
    folder.rename(folder.with_name(f"{folder.name}-bis"))
    if chance.random() < 0.7:
        _say_instead(site, folder, f"{_slug(folder)}-bis")


def translate(site: Path, chance: random.Random) -> None:
    """Say a thing in English as well, or otherwise."""
    path = pick(chance, [one for one in texts(site) if one.stem.count(".") == 0 and ".comments" not in str(one)])
    key = "name" if "people" in path.parts or "publishers" in path.parts else "title"
    write(path.with_suffix(".en.md"), f"---\n{key}: Said {chance.randrange(99)}\n---\nIn English, {chance.random()}.\n")


def swap(site: Path, chance: random.Random) -> None:
    """Let two files of texts change places: each has a time and number that was known."""
    first = pick(chance, texts(site))
    second = pick(chance, [one for one in first.parent.glob("*.md") if one != first])
    between = first.with_name(".between")
    first.rename(between)
    second.rename(first)
    between.rename(second)


def spoil(site: Path, chance: random.Random) -> None:
    """Break a text: no site can be made of it."""
    path, how = pick(chance, texts(site)), chance.randrange(5)
    text = read(path)
    if how == 0:
        write(path, text.replace("---\n", "---\ntitel: Faux\n", 1))
    elif how == 1:
        write(path, text.replace("---\n", "---\ntags: [voix\n", 1))
    elif how == 2:
        write(path, with_key(text, "date: 2013-02-31"))
    elif how == 3:
        write(path, with_key(text, "people: [personne-de-nulle-part]"))
    else:
        path.write_bytes(path.read_bytes() + b"\xff\xfe\n")


def _say_instead(site: Path, folder: Path, name: str) -> None:
    """Let all texts say another name for a thing, or leave it out of their lists."""
    old = re.escape(_slug(folder))
    for path in texts(site):
        text = read(path)
        said = re.sub(rf"(?<![\w-]){old}(?![\w-])", name, text)
        said = said if name else re.sub(r"\[, |, (?=,|\])", lambda found: found[0].strip(" ,"), said)
        if said != text:
            write(path, said)


def _slug(folder: Path) -> str:
    return re.sub(r"^\d{4}-\d\d-\d\d-", "", folder.name)
