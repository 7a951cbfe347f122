from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from antenne.ledger import Ledger, read_ledger, record, settle, write_ledger
from antenne.problems import Problem, Problems
from tests.ledger.samples import PUBLIC, enclosure, feed_address, make_episode, make_show


def sample() -> Ledger:
    episodes = [make_episode(), make_episode("2014-01-02-deux", b"deux")]
    return record(Ledger(), *settle([make_show()], episodes, Ledger(), feed_address, enclosure), PUBLIC)


def read(project: Path) -> tuple[Ledger, tuple[Problem, ...]]:
    problems = Problems()
    return read_ledger(project / "content/published.json", project, problems), problems.sorted()


@pytest.fixture
def written(tmp_path: Path) -> Path:
    path = tmp_path / "content/published.json"
    write_ledger(path, sample())
    return path


def test_what_is_written_is_read_again_and_written_the_same(tmp_path: Path, written: Path) -> None:
    ledger, problems = read(tmp_path)
    assert (ledger, problems) == (sample(), ())
    assert write_ledger(written, ledger) is False
    assert [path.name for path in written.parent.iterdir()] == ["published.json"]


def test_the_file_is_sorted_indented_json_with_the_agreed_shape(written: Path) -> None:
    text = written.read_text(encoding="utf-8")
    document = json.loads(text)
    assert text == json.dumps(document, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
    entry = document["shows"]["emission"]["episodes"]["2013-11-05-widoobiz"]
    seen = {"title", "notes", "extras", "page"}
    assert set(entry) == {"guid", "pub_date", "enclosure", "length", "type", "digest"} | seen
    assert entry["pub_date"] == "2013-11-05T11:41:00+00:00"
    assert (document["version"], document["shows"]["emission"]["feed"]) == (2, "flux/emission.xml")
    assert document["site"] == "https://antenne.example"


VERSION_1 = """{
  "shows": {
    "emission": {
      "episodes": {
        "2013-11-05-widoobiz": {
          "digest": "%s",
          "enclosure": "audio/2013-11-05-widoobiz.mp3",
          "guid": "7679ea2d-6be2-50a9-8dbc-b6463a6e1130",
          "length": 12,
          "pub_date": "2013-11-05T11:41:00+01:00",
          "type": "audio/mpeg"
        }
      },
      "feed": "flux/emission.xml",
      "guid": "416ba774-8b5b-5088-8cb6-7bdd01801384"
    }
  },
  "version": 1
}
""" % ("ab" * 32)


def test_a_ledger_of_the_first_version_is_read_and_knows_no_more_than_it_says(tmp_path: Path, written: Path) -> None:
    written.write_text(VERSION_1, encoding="utf-8")
    ledger, problems = read(tmp_path)
    assert problems == ()
    (entry,) = ledger.shows["emission"].episodes.values()
    assert (entry.guid, entry.title, entry.notes, entry.page, ledger.site) == (
        "7679ea2d-6be2-50a9-8dbc-b6463a6e1130",
        "",
        "",
        "",
        "",
    )
    written.write_text(VERSION_1.replace('"guid": "416', '"title": "Trop tôt", "guid": "416'), encoding="utf-8")
    assert "title" in read(tmp_path)[1][0].message


def test_an_entry_knows_its_line(tmp_path: Path, written: Path) -> None:
    ledger, _ = read(tmp_path)
    for key, entry in ledger.shows["emission"].episodes.items():
        assert key in written.read_text(encoding="utf-8").splitlines()[entry.line - 1]


def test_a_missing_file_is_an_empty_ledger(tmp_path: Path) -> None:
    assert read(tmp_path) == (Ledger(), ())


def test_a_failed_write_leaves_the_old_file_and_no_other(written: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = written.read_bytes()

    def refuse(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(OSError, match="No space"):
        write_ledger(written, Ledger())
    assert written.read_bytes() == before
    assert [path.name for path in written.parent.iterdir()] == ["published.json"]


BROKEN = {
    "not json": ("{\n  nope", 2),
    "empty": ("", 1),
    "a merge": ('{\n<<<<<<< HEAD\n"version": 1\n=======\n>>>>>>> x\n}', 2),
    "another version": ('{"version": 3, "shows": {}}', 1),
    "a list": ("[]", 1),
    "nested without end": ("[" * 100_000, 0),
    "a number without end": ('{"version": ' + "1" * 5000 + "}", 0),
    "the same key twice": ('{"version": 1, "shows": {}, "shows": {}}', 0),
    "a key too many": ('{"version": 1, "shows": {}, "more": 1}', 1),
    "a name that climbs": ('{"version": 1, "shows": {\n"../x": {"guid": "a", "feed": "b", "episodes": {}}}}', 2),
}


@pytest.mark.parametrize(("text", "line"), BROKEN.values(), ids=BROKEN)
def test_what_cannot_be_read_is_one_problem_with_its_line(tmp_path: Path, written: Path, text: str, line: int) -> None:
    written.write_text(text, encoding="utf-8")
    ledger, (problem,) = read(tmp_path)
    assert ledger == Ledger()
    assert (problem.code, problem.where.path, problem.where.line) == (
        "ledger-unreadable",
        "content/published.json",
        line,
    )
    assert "second time" in problem.hint


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("guid", ""),
        ("guid", "a\u202eb"),
        ("guid", 7),
        ("pub_date", "2013-11-05T11:41:00"),
        ("pub_date", "yesterday"),
        ("enclosure", "../../etc/passwd"),
        ("enclosure", "/audio/x.mp3"),
        ("enclosure", "https://elsewhere.example/x.mp3"),
        ("length", 0),
        ("length", True),
        ("length", "12"),
        ("digest", "abc"),
    ],
)
def test_a_value_that_antenne_never_wrote_is_refused_at_its_entrys_line(
    tmp_path: Path, written: Path, name: str, value: object
) -> None:
    document = json.loads(written.read_text(encoding="utf-8"))
    document["shows"]["emission"]["episodes"]["2014-01-02-deux"][name] = value
    written.write_text(json.dumps(document, indent=2), encoding="utf-8")
    _, (problem,) = read(tmp_path)
    line = written.read_text(encoding="utf-8").splitlines()[problem.where.line - 1]
    assert "2014-01-02-deux" in line
    assert name in problem.message


def test_bytes_that_are_no_text_and_a_folder_in_its_place_are_told(tmp_path: Path, written: Path) -> None:
    written.write_bytes(b"\xff\xfe\x00")
    assert [problem.code for problem in read(tmp_path)[1]] == ["ledger-unreadable"]
    written.unlink()
    written.mkdir()
    assert [problem.code for problem in read(tmp_path)[1]] == ["ledger-unreadable"]


@settings(max_examples=80, deadline=None)
@given(position=st.integers(0, 2000), byte=st.integers(0, 255))
def test_no_damage_to_one_byte_raises(tmp_path_factory: pytest.TempPathFactory, position: int, byte: int) -> None:
    project = tmp_path_factory.mktemp("project")
    path = project / "content/published.json"
    write_ledger(path, sample())
    data = bytearray(path.read_bytes())
    data[position % len(data)] = byte
    path.write_bytes(data)
    ledger, problems = read(project)
    assert ledger.shows or problems
