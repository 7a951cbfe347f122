"""What is done around the content: the theme, the settings, the output, what is remembered of builds."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

from antenne.pipeline.output import EVERY_SITE
from tests.support.histories.edit import pick, read, write, write_unseen

_SETTINGS = (
    'ANTENNE["search"] = {flag}',
    'ANTENNE["search_transcripts"] = {flag}',
    'ANTENNE["private"] = {flag}',
    'ANTENNE["share"] = ["native", "email"][:{few}]',
    'ANTENNE["without"] = ["tags", "years", "embeds", "archives", "people"][:{few}]',
    'ANTENNE["feeds"] = {{"items": {few} + 1, "tags": {flag}, "opml": {flag}}}',
    'ANTENNE["languages"] = [{{"language": "en"}}, {{"language": "de"}}][:{few}]',
    'ANTENNE["page_size"] = {few} + 2',
    'ANTENNE["routes"] = {{"notes": "carnets-{few}"}}',
    'TIMEZONE = ["Europe/Paris", "UTC", "Pacific/Auckland"][{few}]',
    'SITENAME = "Nom {few}"',
    'ANTENNE["tagline"] = "Dit {many}"',
    "# Une remarque, la {many}e",
)


def own_theme(site: Path) -> None:
    """Let a site have a copy of the theme, which can be changed."""
    theme = (site / "theme").resolve()
    (site / "theme").unlink()
    shutil.copytree(theme, site / "theme")


def restyle(site: Path, chance: random.Random) -> None:
    """Change a style sheet of the theme."""
    path = site / "theme/static/css/tokens.css"
    write(path, f"{read(path)}\n:root {{ --x{chance.randrange(99)}: 1px }}\n")


def rewrite_template(site: Path, chance: random.Random) -> None:
    """Change a template."""
    path = pick(chance, sorted((site / "theme/templates").glob("*.html")))
    write(path, f"{read(path)}<!-- {chance.randrange(99)} -->\n")


def reword(site: Path, chance: random.Random) -> None:
    """Say a word of the theme otherwise."""
    path = site / "theme/locale/fr.po"
    lines = read(path).split("\n")
    plain = [number for number, line in enumerate(lines) if line.startswith('msgstr "') and line[8:9].isalpha()]
    number = pick(chance, plain)
    lines[number] = f'msgstr "{chance.choice("ABC")}{lines[number][8:]}'
    write(path, "\n".join(lines))


def set_otherwise(site: Path, chance: random.Random) -> None:
    """Change a setting, or only a remark among them."""
    path, line = site / "pelicanconf.py", chance.choice(_SETTINGS)
    told = line.format(flag=chance.random() < 0.5, few=chance.randrange(3), many=chance.randrange(99))
    write(path, f"{read(path)}\n{told}\n")


def _made(site: Path) -> list[Path]:
    return [path for path in sorted((site / "output").rglob("*")) if path.is_file()]


def change_output(site: Path, chance: random.Random) -> None:
    """Write into a file of the output by hand."""
    path = pick(chance, _made(site))
    path.write_bytes(path.read_bytes() + b"\n")


def change_output_unseen(site: Path, chance: random.Random) -> None:
    """Change a file of the output in its place, and set its time back."""
    # What the output shares with the store is told by its time alone: who sets that back has spoiled the store.
    own = [path for path in _made(site) if path.stat().st_size and path.stat().st_nlink == 1]
    path = pick(chance, own)
    data = path.read_bytes()
    write_unseen(path, data[:-1] + bytes([data[-1] ^ 1]))


def change_among_output(site: Path, chance: random.Random) -> None:
    """Remove a file of the output, or add one, or remove all of it."""
    how = chance.random()
    if how < 0.4:
        # Without one of those by which a folder is known as a site, the next build refuses it, as it should.
        pick(chance, [path for path in _made(site) if path.name not in EVERY_SITE]).unlink()
    elif how < 0.8:
        write(pick(chance, _made(site)).with_name("de-trop.html"), "De trop.")
    else:
        shutil.rmtree(site / "output", ignore_errors=True)


def _remembered(site: Path) -> list[Path]:
    return [path for path in sorted((site / ".antenne/built").glob("*")) if not path.name.startswith(".")]


def damage_memory(site: Path, chance: random.Random) -> None:
    """Cut, spoil, empty or remove what is remembered of the last build."""
    path = pick(chance, _remembered(site))
    data, how = bytearray(path.read_bytes()), chance.random()
    if how < 0.2:
        path.unlink()
    elif how < 0.5:
        path.write_bytes(data[: chance.randrange(len(data) + 1)])
    else:
        for _ in range(1 if how < 0.8 else 64):
            data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        path.write_bytes(data)


def put_memory_back(site: Path, chance: random.Random) -> None:
    """Put in the place of what is remembered what was remembered of an earlier build; keep today's for later."""
    path = pick(chance, _remembered(site))
    now, kept = path.read_bytes(), path.with_name(f".old-{path.name}")
    if kept.exists():
        path.write_bytes(kept.read_bytes())
    kept.write_bytes(now)


def empty_cache(site: Path, chance: random.Random) -> None:
    """Remove what was made once and is kept: it may be deleted."""
    cache = site / ".antenne/cache"
    shutil.rmtree(pick(chance, sorted(cache.glob("*/"))))
    if chance.random() < 0.5:
        (cache / "facts.sqlite").unlink(missing_ok=True)
