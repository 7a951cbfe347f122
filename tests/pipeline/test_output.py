"""What the last build linked into the output stands there still, and nobody asks where it came from."""

from __future__ import annotations

from pathlib import Path

import pytest

from antenne.kept import Form, Keep
from antenne.pipeline import OutputRefused
from antenne.pipeline.output import EVERY_SITE, Output, staging
from tests.support.site import write


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    place = tmp_path / "cache" / "one"
    place.parent.mkdir()
    place.write_bytes(b"ID3")
    return place


def linked(base: Path, folder: Path, linked: Keep[str], digest: str, kept: Path) -> tuple[Output, int]:
    """Link a file in a build over the last one, and return its output and how often the source was asked for."""
    asked: list[Path] = []

    def source() -> Path:
        asked.append(kept)
        return kept

    linked.begin()
    output = Output.over(folder, base, linked)
    output.link("audio/a.mp3", digest, source)
    linked.commit()
    return output, len(asked)


def test_a_file_that_stands_is_asked_for_again_only_when_it_should_be_another(tmp_path: Path, kept: Path) -> None:
    base, digests = tmp_path / "output", Keep.of(Form(str))
    first, asked = linked(base, base, digests, "one", kept)
    assert (asked, first.changed) == (1, {"audio/a.mp3"})
    same, asked = linked(base, tmp_path / "new", digests, "one", kept)
    assert (asked, same.changed, same.written) == (0, set(), {"audio/a.mp3"})
    other = kept.with_name("two")
    other.write_bytes(b"ID4")
    changed, asked = linked(base, tmp_path / "new", digests, "two", other)
    assert (asked, changed.changed) == (1, {"audio/a.mp3"})
    assert changed.read("audio/a.mp3") == b"ID4"


def test_a_file_that_somebody_took_away_is_linked_again(tmp_path: Path, kept: Path) -> None:
    base, digests = tmp_path / "output", Keep.of(Form(str))
    linked(base, base, digests, "one", kept)
    (base / "audio/a.mp3").unlink()
    output, asked = linked(base, tmp_path / "new", digests, "one", kept)
    assert (asked, output.changed) == (1, {"audio/a.mp3"})


def test_nothing_is_written_outside_the_folder(tmp_path: Path) -> None:
    output = Output(tmp_path / "output")
    for path in ("../a", "a/../../b", "", "a//b", "a\0b", "a\\b"):
        with pytest.raises(Exception, match="outside"):
            output.write(path, b"")
    assert not (tmp_path / "a").exists()


@pytest.mark.parametrize("name", EVERY_SITE)
def test_a_folder_that_is_no_site_is_left_alone_and_what_it_lacks_is_told(tmp_path: Path, name: str) -> None:
    for one in {*EVERY_SITE, "mine.txt"} - {name}:
        write(tmp_path / "output" / one, "")
    with pytest.raises(OutputRefused, match=f"there is no {name}, which every site"):
        staging(tmp_path / "output")
    assert len(list((tmp_path / "output").iterdir())) == len(EVERY_SITE)
