from __future__ import annotations

from pathlib import Path

import pytest

from antenne.model import Link
from tests.support.content import read, report, write

SHOW = "---\ntitle: Essai\nsummary: Un essai.\nlanguage: fr\ndirectories:\n{lines}---\n"


def directories(project: Path, *lines: str) -> tuple[Link, ...]:
    """Read a show that names some directories, and nothing wrong with it."""
    show = SHOW.format(lines="".join(f"- {line}\n" for line in lines))
    content, problems = read(write(project, **{"shows/essai/index.md": show}))
    assert report(problems) == ""
    return content.shows[0].directories


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("https://podcasts.apple.com/fr/podcast/essai/id123", "Apple Podcasts"),
        ("https://www.deezer.com/fr/show/1", "Deezer"),
        ("{name: spotify, url: https://spoti.example/x}", "Spotify"),
        ("{name: L'agora, url: https://agora.example/x}", "L’agora"),
        ("{name: Deezer France, url: https://www.deezer.com/fr/show/1}", "Deezer France"),
        ("https://agora.example/x", "agora.example"),
    ],
)
def test_a_directory_has_the_name_by_which_people_know_it(tmp_path: Path, line: str, label: str) -> None:
    (link,) = directories(tmp_path, line)
    assert link.label == label


def test_known_directories_come_first_and_each_page_once(tmp_path: Path) -> None:
    found = directories(
        tmp_path,
        "https://zeta.example/",
        "https://open.spotify.com/show/1",
        "https://alpha.example/",
        "https://podcasts.apple.com/fr/podcast/id1",
        "https://open.spotify.com/show/1",
    )
    assert [link.label for link in found] == ["Apple Podcasts", "Spotify", "zeta.example", "alpha.example"]


def test_an_address_that_no_browser_should_follow_is_refused(tmp_path: Path) -> None:
    show = SHOW.format(lines="- javascript:alert(1)\n")
    _, problems = read(write(tmp_path, **{"shows/essai/index.md": show}))
    assert "bad-address" in report(problems)
