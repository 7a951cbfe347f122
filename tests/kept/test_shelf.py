"""The file between two builds: whatever happens to it, its rows are those that were written, or none."""

from __future__ import annotations

import random
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from antenne.kept import Rows, read_shelf
from antenne.kept import write_shelf as write_laid

ROWS: Rows = {"read": {"a": b"1", "b": b"", "é": b"\x00\xff" * 500}, "pages": {"a": b"2"}}


def write_shelf(path: Path, rows: Rows, before: Rows, seal: bytes = b"") -> bytes:
    return write_laid(path, ((space, held.items()) for space, held in rows.items()), before, seal)


def test_what_was_written_is_read(tmp_path: Path) -> None:
    seal = write_shelf(tmp_path / "deep/shelf", ROWS, {})
    assert read_shelf(tmp_path / "deep/shelf", seal) == ROWS


def test_later_rows_take_the_place_of_earlier_ones(tmp_path: Path) -> None:
    path = tmp_path / "shelf"
    seal = write_shelf(path, ROWS, {})
    later: Rows = {"read": {"a": b"3", "b": b"", "c": b"4"}, "facts": {"a": b"5"}}
    after = write_shelf(path, later, ROWS, seal)
    assert read_shelf(path, after) == later
    assert after == write_shelf(tmp_path / "other", later, {}), "a seal is of rows, and of no way to them"


def test_rows_that_were_not_those_from_before_are_none(tmp_path: Path) -> None:
    path = tmp_path / "shelf"
    seal = write_shelf(path, ROWS, {})
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("DELETE FROM kept WHERE key = 'b'")
    assert read_shelf(path, write_shelf(path, {**ROWS, "facts": {"a": b"5"}}, ROWS, seal)) == {}


def test_only_what_is_new_is_written(tmp_path: Path) -> None:
    path = tmp_path / "shelf"
    many: Rows = {"read": {str(number): b"x" * 500 for number in range(2000)}}
    write_shelf(path, many, {})
    before = path.read_bytes()
    write_shelf(path, {"read": {**many["read"], "7": b"y" * 500}}, many)
    after = path.read_bytes()
    blocks = [before[place : place + 4096] != after[place : place + 4096] for place in range(0, len(before), 4096)]
    assert sum(blocks) < 6


@pytest.mark.parametrize("seal", [b"", b"\0" * 32])
def test_rows_of_another_seal_are_none(tmp_path: Path, seal: bytes) -> None:
    write_shelf(tmp_path / "shelf", ROWS, {})
    assert read_shelf(tmp_path / "shelf", seal) == {}


def test_no_file_and_no_folder_are_no_rows(tmp_path: Path) -> None:
    assert read_shelf(tmp_path / "none", b"\1" * 32) == {}
    assert read_shelf(tmp_path, b"\1" * 32) == {}


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE kept SET value = x'00' WHERE key = 'a'",
        "UPDATE kept SET value = 7 WHERE key = 'a'",
        "UPDATE kept SET key = 'z' WHERE key = 'b'",
        "UPDATE kept SET space = 'other' WHERE key = 'b'",
        "DELETE FROM kept WHERE key = 'a'",
        "INSERT INTO kept VALUES ('read', 'more', x'01')",
        "DROP TABLE kept",
    ],
)
def test_a_row_that_was_changed_costs_all(tmp_path: Path, change: str) -> None:
    path = tmp_path / "shelf"
    seal = write_shelf(path, ROWS, {})
    with closing(sqlite3.connect(path)) as database, database:
        database.execute(change)
    assert read_shelf(path, seal) == {}


@pytest.mark.parametrize("seed", range(30))
def test_a_damaged_file_never_gives_other_rows(tmp_path: Path, seed: int) -> None:
    path, chance = tmp_path / "shelf", random.Random(seed)
    seal = write_shelf(path, ROWS, {})
    data = bytearray(path.read_bytes())
    for _ in range(chance.choice((1, 3, 50))):
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    path.write_bytes(data if seed % 3 else data[: chance.randrange(len(data))])
    assert read_shelf(path, seal) in ({}, ROWS)
    assert read_shelf(path, write_shelf(path, ROWS, {})) == ROWS


def test_a_place_that_cannot_be_written_costs_what_was_kept_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    assert write_shelf(tmp_path / "file/shelf", ROWS, {}) == b""
    (tmp_path / "folder").mkdir()
    assert write_shelf(tmp_path / "folder", ROWS, {}) == b""
