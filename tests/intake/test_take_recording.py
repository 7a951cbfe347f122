from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from antenne.intake import copying, recording, take_recording
from antenne.model import LanguageTag
from antenne.problems import ProblemsFound
from antenne.settings import Settings
from tests.support.audio import silent_mp3

TODAY = date(2026, 11, 23)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    site = tmp_path / "site"
    for folder in ("content/episodes", "content/books/le-livre", "content/shows/essai"):
        (site / folder).mkdir(parents=True)
    return Settings(
        site_name="Essai",
        site_url="https://essai.example",
        language=LanguageTag("fr"),
        timezone=ZoneInfo("Europe/Paris"),
        project=site,
        content=site / "content",
        output=site / "output",
        theme=site / "theme",
        cache=site / ".antenne/cache",
    )


def codes(wrong: Callable[[], Any]) -> list[str]:
    with pytest.raises(ProblemsFound) as found:
        wrong()
    return [problem.code for problem in found.value.problems]


def test_the_bundle_is_named_by_the_tags_and_has_the_very_bytes(settings: Settings, tmp_path: Path) -> None:
    source = silent_mp3(tmp_path / "x.mp3", 1, title="L'été à Ouessant", date="2014-02-03")
    taken = take_recording(source, settings, today=TODAY)
    assert taken.folder.name == "2014-02-03-l-ete-a-ouessant"
    assert not taken.existed
    assert [path.name for path in taken.folder.iterdir()] == ["audio.mp3"]
    assert (taken.folder / "audio.mp3").read_bytes() == source.read_bytes()


def test_what_the_tags_do_not_say_comes_from_the_files_name_and_today(settings: Settings, tmp_path: Path) -> None:
    taken = take_recording(silent_mp3(tmp_path / 'Mon_"bel" entretien.mp3'), settings, today=TODAY)
    assert taken.folder.name == "2026-11-23-mon-bel-entretien"
    assert 'title: "Mon \\"bel\\" entretien"' in (taken.folder / "index.md").read_text(encoding="utf-8")


def test_a_year_alone_is_no_publication_date(settings: Settings, tmp_path: Path) -> None:
    assert (
        take_recording(silent_mp3(tmp_path / "a.mp3", 1, title="A", date="2013"), settings, today=TODAY).folder.name
        == "2026-11-23-a"
    )


def test_books_and_show_are_written_down(settings: Settings, tmp_path: Path) -> None:
    taken = take_recording(
        silent_mp3(tmp_path / "a.mp3", 1, title="A"), settings, today=TODAY, books=("le-livre",), show="essai"
    )
    assert (taken.folder / "index.md").read_text(encoding="utf-8") == "---\nshow: essai\nbooks:\n  - le-livre\n---\n"


def test_two_recordings_of_one_name_stand_side_by_side(settings: Settings, tmp_path: Path) -> None:
    take_recording(silent_mp3(tmp_path / "a.mp3", 1, title="A", date="2014-02-03"), settings, today=TODAY)
    silent_mp3(tmp_path / "b.mp3", 2, title="A", date="2014-02-03")
    assert take_recording(tmp_path / "b.mp3", settings, today=TODAY).folder.name == "2014-02-03-a-2"


def test_the_same_bytes_are_not_taken_twice(settings: Settings, tmp_path: Path) -> None:
    first = take_recording(silent_mp3(tmp_path / "a.mp3", 1, title="A"), settings, today=TODAY)
    (tmp_path / "copy.mp3").write_bytes((tmp_path / "a.mp3").read_bytes())
    again = take_recording(tmp_path / "copy.mp3", settings, today=TODAY)
    assert again.existed
    assert again.folder == first.folder


def test_all_that_is_wrong_is_told_at_once_and_nothing_is_made(settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "a.mp3").write_text("no sound", encoding="utf-8")
    wrong = codes(
        lambda: take_recording(tmp_path / "a.mp3", settings, today=TODAY, books=("le-livr", "autre"), show="essay")
    )
    assert sorted(wrong) == ["unknown-book", "unknown-book", "unknown-show", "unreadable-audio"]
    assert list((settings.content / "episodes").iterdir()) == []


def test_a_missing_file_is_told_in_a_sentence(settings: Settings, tmp_path: Path) -> None:
    assert codes(lambda: take_recording(tmp_path / "nowhere.mp3", settings, today=TODAY)) == ["unreadable-audio"]


@pytest.mark.parametrize("fault", [OSError(28, "No space left on device"), copying.CopyFailed("It differs.")])
def test_a_copy_that_fails_leaves_nothing(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: Exception
) -> None:
    def fail(source: Path, target: Path, digest: str) -> None:
        target.write_bytes(b"half")
        raise fault

    monkeypatch.setattr(recording, "copy_whole", fail)
    source = silent_mp3(tmp_path / "a.mp3", 1, title="A")
    assert codes(lambda: take_recording(source, settings, today=TODAY)) == ["copy-failed"]
    assert list((settings.content / "episodes").iterdir()) == []


def test_a_file_that_changes_while_it_is_copied_is_found_out(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"sound")
    with pytest.raises(copying.CopyFailed, match="differs"):
        copying.copy_whole(tmp_path / "a", tmp_path / "b", "0" * 64)
