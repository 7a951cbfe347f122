"""What is remembered is whole, this site's and of this program, or everything is built."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from antenne.build import Asked, look
from antenne.build.sealed import read_parts, seal, unseal, write_parts
from tests.support.built import seen
from tests.support.site import PROJECT

CANNOT = "What is remembered of the last build cannot be read: everything is built."


def _memo(site: Path) -> Path:
    return Path(Asked(str(site), "publishconf.py").memo)


def test_a_memo_cut_anywhere_is_not_believed(site: Path) -> None:
    memo = _memo(site)
    whole = memo.read_bytes()
    for length in [*range(120), *range(120, len(whole), len(whole) // 150), len(whole) - 1]:
        memo.write_bytes(whole[:length])
        assert seen(site).why == CANNOT
    memo.write_bytes(whole)
    assert seen(site).same


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(place=st.integers(min_value=0), data=st.binary(min_size=1, max_size=40))
def test_a_memo_that_was_written_into_is_not_believed(site: Path, place: int, data: bytes) -> None:
    memo = _memo(site)
    whole = memo.read_bytes()
    place %= len(whole)
    spoiled = whole[:place] + data + whole[place + len(data) :]
    memo.write_bytes(spoiled)
    try:
        assert seen(site).same == (spoiled == whole)
    finally:
        memo.write_bytes(whole)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.binary(max_size=300))
def test_any_bytes_under_the_right_digest_make_a_build_and_no_crash(site: Path, data: bytes) -> None:
    memo = _memo(site)
    begin = len(seal({}))
    from antenne.build.sealed import digest

    memo.write_bytes(seal({})[: begin - 32] + digest(data) + data)
    assert not seen(site).same


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(left=st.sets(st.integers(min_value=0, max_value=12), min_size=1), wrong=st.binary(max_size=20))
def test_parts_that_lack_or_hold_something_else_make_a_build_and_no_crash(
    site: Path, left: set[int], wrong: bytes
) -> None:
    memo = _memo(site)
    parts = read_parts(str(memo))
    names = [name for name in parts if name.startswith(("identity ", "tree "))]
    spoiled = parts | {name: wrong for n, name in enumerate(names) if n in left}
    memo.write_bytes(seal(spoiled))
    same = seen(site).same
    memo.write_bytes(seal(parts))
    assert same == (spoiled == parts)


@given(parts=st.dictionaries(st.text("abc ", min_size=1), st.binary()))
def test_what_is_sealed_is_what_is_read(parts: dict[str, bytes]) -> None:
    assert unseal(seal(parts)) == parts


def test_a_memo_of_another_form_is_not_believed(site: Path) -> None:
    memo = _memo(site)
    memo.write_bytes(memo.read_bytes().replace(b"from, 2\n", b"from, 0\n", 1))
    assert seen(site).why == CANNOT


def test_a_memo_that_is_a_folder_is_not_believed(site: Path) -> None:
    _memo(site).unlink()
    _memo(site).mkdir()
    assert seen(site).why == CANNOT


def test_no_memo_is_a_first_build_of_which_nothing_is_said(site: Path) -> None:
    shutil.rmtree(site / ".antenne")
    found = seen(site)
    assert not found.same
    assert found.why == ""


def test_a_site_that_was_copied_or_moved_is_built(site: Path, tmp_path: Path) -> None:
    shutil.copytree(site, tmp_path / "copy", symlinks=True)
    assert seen(tmp_path / "copy").why == "The folder of the project changed since the last build."
    site.rename(tmp_path / "moved")
    assert seen(tmp_path / "moved").why == "The folder of the project changed since the last build."


def test_a_copy_in_the_same_place_is_built(site: Path, tmp_path: Path) -> None:
    shutil.copytree(site, tmp_path / "copy", symlinks=True)
    shutil.rmtree(site)
    (tmp_path / "copy").rename(site)
    assert not seen(site).same


WRITE = """
import sys
from antenne.build.sealed import write_parts
n = 0
while True:
    n += 1
    write_parts(sys.argv[1], {"number": b"%d" % n * 1000, "names": b"x" * 300_000})
    print(n, flush=True)
"""


@pytest.mark.parametrize("turn", range(12))
def test_a_memo_is_whole_whenever_its_writer_is_killed(tmp_path: Path, turn: int) -> None:
    memo = tmp_path / "built/publishconf"
    writer = subprocess.Popen(
        [sys.executable, "-c", WRITE, memo],
        stdout=subprocess.PIPE,
        env=os.environ | {"PYTHONPATH": str(PROJECT / "plugins")},
        text=True,
    )
    assert writer.stdout
    with writer.stdout:
        for _ in range(turn + 1):
            writer.stdout.readline()
        time.sleep(turn / 4000)
        writer.send_signal(signal.SIGKILL)
        writer.wait()
    number = read_parts(str(memo))["number"][: len(str(turn))]
    assert int(number)
    write_parts(str(memo), {"number": b"0"})
    assert [path.name for path in memo.parent.iterdir()] == ["publishconf"], "a half was left"


def test_two_that_write_at_once_leave_one_whole_memo(tmp_path: Path) -> None:
    memo = tmp_path / "built/publishconf"
    writers = [
        subprocess.Popen(
            [sys.executable, "-c", WRITE, memo],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=os.environ | {"PYTHONPATH": str(PROJECT / "plugins")},
        )
        for _ in range(2)
    ]
    try:
        seen_at = 0
        until = time.monotonic() + 60
        while seen_at < 50 and time.monotonic() < until:
            seen_at += bool(read_parts(str(memo)))
        assert seen_at
    finally:
        for writer in writers:
            writer.kill()
            writer.wait()


def test_a_disk_that_takes_no_memo_costs_the_memory_alone(site: Path) -> None:
    from antenne.build.memo import read_memo

    memo = read_memo(str(_memo(site)))
    assert memo
    shutil.rmtree(site / ".antenne/built")
    (site / ".antenne/built").write_text("no folder")
    memo.write(str(_memo(site)))
    assert not look(Asked(str(site), "publishconf.py")).same
