"""What each kind of change costs, in work and not in seconds: more than this is a step back that somebody must mean."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from tests.support.audio import silent_mp3
from tests.support.histories import own_theme
from tests.support.site import make_site, write

PAGES = 29
"""The pages of the fixed site: a first build makes and judges each of them."""
TEXTS = 11


def work_of(site: Path) -> dict[str, int]:
    done = subprocess.run(
        [sys.executable, Path(__file__).parent / "work.py", site],
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    counts: dict[str, int] = json.loads(done.stdout.splitlines()[-1])
    return counts


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = make_site(tmp_path_factory.mktemp("work") / "site")
    own_theme(made)
    for number in range(6):
        write(made / f"content/notes/2020-01-0{number + 1}-n{number}.md", f"---\ntitle: N {number}\n---\nMots.\n")
    assert work_of(made) | {"files written": 0} == FIRST
    return made


def nothing(site: Path) -> None: ...


def a_word(site: Path) -> None:
    note = next((site / "content/notes").glob("2020-01-02-*"))
    note.write_text(note.read_text(encoding="utf-8") + "\nEncore.\n", encoding="utf-8")


def a_title(site: Path) -> None:
    note = next((site / "content/notes").glob("2020-01-03-*"))
    note.write_text("---\ntitle: Un autre titre\n---\nMots.\n", encoding="utf-8")


def a_recording(site: Path) -> None:
    silent_mp3(site / "content/episodes/2013-11-05-premier/audio.mp3", 4)


def a_picture(site: Path) -> None:
    Image.new("RGB", (1500, 1500), (90, 60, 20)).save(site / "content/shows/essai/artwork.png")


def a_style(site: Path) -> None:
    tokens = site / "theme/static/css/tokens.css"
    tokens.write_text(tokens.read_text(encoding="utf-8") + "\n:root { --rien: 0 }\n", encoding="utf-8")


FIRST = {
    "cards drawn": 26,
    "files written": 0,
    "pages parsed": PAGES,
    "pages rendered": PAGES,
    "pictures decoded": 3,
    "pictures encoded": 14,
    "recordings opened": 1,
    "texts read": TEXTS,
}
ALL = {"pages rendered": PAGES, "pages parsed": PAGES}
WORK: dict[Callable[[Path], None], tuple[dict[str, int], int, int]] = {
    nothing: ({}, 0, 0),
    a_word: ({"pages rendered": 7, "pages parsed": 5}, 3, 10),
    a_title: ({"pages rendered": 7, "pages parsed": 7, "cards drawn": 1}, 3, 12),
    # Its card tells how long the recording is.
    a_recording: ({"pages rendered": 10, "pages parsed": 8, "cards drawn": 1, "recordings opened": 1}, 3, 14),
    # Those of the site, the show, its episode and how to subscribe; one picture in all its sizes and forms.
    a_picture: (
        {"pages rendered": PAGES, "pages parsed": 8, "cards drawn": 4, "pictures decoded": 3, "pictures encoded": 14},
        6,
        40,
    ),
    a_style: (ALL, TEXTS, 90),
}
"""What a change costs, the most texts that are read for it, and the most files that are written."""


@pytest.mark.parametrize("change", WORK, ids=lambda change: change.__name__)
def test_a_change_costs_this_much_work_and_no_more(change: Callable[[Path], None], site: Path) -> None:
    change(site)
    counts = work_of(site)
    read, written = counts.pop("texts read", 0), counts.pop("files written", 0)
    wanted, texts, files = WORK[change]
    assert (counts, read <= texts, written <= files) == (wanted, True, True), (read, written)
