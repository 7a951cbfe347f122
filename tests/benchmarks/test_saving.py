"""Saving a note while `invoke serve` runs, as the benchmark measures it."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.corpus.items import make_note
from benchmarks.measure.process import RunFailed
from benchmarks.measure.saving import measure_saves
from tests.support.site import make_site, write


def test_each_save_is_seen_on_its_page_and_the_note_is_as_it_was(tmp_path: Path) -> None:
    site, note = make_site(tmp_path / "site"), make_note(0)
    text = f'---\ntitle: "{note.title}"\n---\nA text.\n'
    source = site / "content" / "notes" / f"{note.date.date()}-{note.slug}.md"
    write(source, text)
    seconds = measure_saves(site, note, 2)
    assert len(seconds) == 2
    assert all(one > 0 for one in seconds)
    assert source.read_text(encoding="utf-8") == text


def test_a_server_that_ends_at_once_is_told_with_what_it_said(tmp_path: Path) -> None:
    site, note = make_site(tmp_path / "site"), make_note(0)
    write(site / "content" / "notes" / f"{note.date.date()}-{note.slug}.md", "---\ntitle: T\n---\nA text.\n")
    write(site / "pelicanconf.py", "THEME = \n")
    with pytest.raises(RunFailed, match="This is not Python"):
        measure_saves(site, note, 1)
