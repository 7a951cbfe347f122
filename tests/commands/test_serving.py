"""Builds of `invoke serve`: after a change only what it concerns is read, and the site is that of a clean build."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from antenne.commands.project import LOCAL, Project
from antenne.commands.report import Report
from antenne.commands.serving import Builds, Followed
from antenne.problems import ProblemsFound
from tests.support.site import digests, make_site, write

URL = "http://127.0.0.1:8000"


class Served:
    """A site that is built again and again, without a server."""

    def __init__(self, folder: Path) -> None:
        self.site, self.said, self.number = make_site(folder / "site"), io.StringIO(), 0
        self.project = Project(self.site)
        self.builds = self.made()

    def made(self) -> Builds:
        followed = Followed(self.project, self.project.settings(LOCAL))
        return Builds(project=self.project, report=Report(self.said, self.said), site_url=URL, followed=followed)

    def build(self) -> int:
        """Build and tell, compare with a clean build, and return how many bundles and texts were read."""
        self.number += 1
        shown = self.builds.build(self.site / ".antenne" / f"build-{self.number}")
        assert shown.tell is not None
        shown.tell()
        clean = self.made().build(self.site / ".antenne" / f"clean-{self.number}")
        assert digests(shown.folder) == digests(clean.folder)
        return self.builds.memos.read.read


@pytest.fixture
def served(tmp_path: Path) -> Served:
    return Served(tmp_path)


def test_a_saved_note_is_read_alone(served: Served) -> None:
    assert served.build() > 1
    assert served.build() == 0
    write(served.site / "content/notes/2020-01-01-un.md", "---\ntitle: Un\n---\nMots.\n")
    assert served.build() == 1
    write(served.site / "content/notes/2020-01-01-un.md", "---\ntitle: Un\n---\nAutres mots.\n")
    assert served.build() == 1


def test_what_was_saved_before_a_bad_build_is_read_after_it(served: Served) -> None:
    served.build()
    notes = served.site / "content/notes"
    write(notes / "2020-01-01-un.md", "---\ntitle: Un\n---\nMots.\n")
    write(notes / "2020-01-02-deux.md", "---\ntitre: Deux\n---\nMots.\n")
    with pytest.raises(ProblemsFound):
        served.builds.build(served.site / ".antenne/bad")
    write(notes / "2020-01-02-deux.md", "---\ntitle: Deux\n---\nMots.\n")
    assert served.build() == 2


def test_a_change_of_settings_reads_everything(served: Served) -> None:
    all_of_it = served.build()
    config = served.site / LOCAL
    config.write_text(config.read_text(encoding="utf-8") + '\nSITENAME = "Autre"\n', encoding="utf-8")
    assert served.build() == all_of_it


def test_warnings_that_are_the_same_are_not_told_again(served: Served) -> None:
    write(served.site / "content/notes/inconnu.txt", "?")
    served.build()
    first = served.said.getvalue()
    served.build()
    again = served.said.getvalue()[len(first) :]
    assert first.count("inconnu.txt") == 1
    assert "inconnu.txt" not in again
    assert "The same as before: " in again
