"""What a step of a history is: one change of the files of a site, the same for the same chance."""

from __future__ import annotations

import os
import random
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")

Edit = Callable[[Path, random.Random], None]
"""Changes a site's folder in one way; raises Impossible where there is nothing to be changed so."""

BUNDLES = ("books", "episodes", "people", "shows", "publishers")
FILES = ("notes", "pages")


class Impossible(Exception):
    """The site has nothing that could be changed in this way."""


def pick(chance: random.Random, things: Sequence[T]) -> T:
    """Return one of some things; raise Impossible where there are none."""
    if not things:
        raise Impossible
    return chance.choice(things)


def texts(site: Path, *sections: str) -> list[Path]:
    """Return the texts of the content folder, of all sections or of some, comments among them."""
    found = sorted(path for path in (site / "content").glob("**/*.md") if path.is_file())
    return [path for path in found if not sections or path.relative_to(site / "content").parts[0] in sections]


def bundles(site: Path, *sections: str) -> list[Path]:
    """Return the folders of things, of all sections that have such or of some."""
    return [path for section in sections or BUNDLES for path in sorted((site / "content" / section).glob("*/"))]


def dated(chance: random.Random) -> str:
    """Return a day long past."""
    return f"20{chance.randrange(10, 26)}-{chance.randrange(1, 13):02d}-{chance.randrange(1, 29):02d}"


def read(path: Path) -> str:
    """Return the text of a file, whatever stands in it."""
    return path.read_text(encoding="utf-8", errors="surrogateescape")


def write(path: Path, text: str) -> Path:
    """Write the text of a file, with its folders."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", errors="surrogateescape")
    return path


def write_unseen(path: Path, data: bytes) -> None:
    """Change a file in its place so that its size and its time of change stay as they were."""
    state = path.stat()
    assert len(data) == state.st_size
    with path.open("r+b") as file:
        file.write(data)
    os.utime(path, ns=(state.st_atime_ns, state.st_mtime_ns))


def with_key(text: str, line: str) -> str:
    """Return a text whose front matter says a key in one line, in the place of what it said of it."""
    key = line.partition(":")[0]
    return re.sub(rf"^{key}:.*\n(?=[a-z_]+:|---)", "", text, count=1, flags=re.M).replace("---\n", f"---\n{line}\n", 1)
