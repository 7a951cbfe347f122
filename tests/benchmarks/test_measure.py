"""Whole processes, measured from outside; and what many rounds say together."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import pytest

from benchmarks.measure.medians import Ratio, Summary, compare, summarize
from benchmarks.measure.process import Run, RunFailed, measure

MEGABYTE = 2**20


def run_of(wall: float, *, cpu: float = 1.0, peak: int = 1) -> Run:
    return Run(wall=wall, user=cpu * 0.75, system=cpu * 0.25, peak=peak)


def python(code: str) -> list[str]:
    return [sys.executable, "-I", "-S", "-c", code]


def test_the_median_of_rounds_is_not_moved_by_one_slow_round() -> None:
    runs = [run_of(1.0, cpu=2, peak=10), run_of(90.0, cpu=80, peak=900), run_of(1.2, cpu=4, peak=30)]
    assert summarize(runs) == Summary(wall=1.2, cpu=4, peak=30)


def test_a_ratio_is_taken_within_each_round_before_its_median() -> None:
    # A machine that slows down tenfold in the second round slows both.
    ours = [run_of(1.0, cpu=1, peak=2), run_of(10.0, cpu=10, peak=2), run_of(1.5, cpu=3, peak=2)]
    theirs = [run_of(2.0, cpu=4, peak=8), run_of(20.0, cpu=40, peak=8), run_of(2.0, cpu=4, peak=8)]
    assert compare(ours, theirs) == Ratio(wall=0.5, cpu=0.25, peak=0.25)


def test_runs_of_other_rounds_are_not_compared() -> None:
    with pytest.raises(ValueError):
        compare([run_of(1)], [run_of(1), run_of(2)])


def test_the_work_of_a_commands_own_children_counts(tmp_path: Path) -> None:
    busy = "import time\nwhile time.process_time() < 0.5: pass"
    code = f"import os, sys; os.spawnv(os.P_WAIT, sys.executable, [sys.executable, '-I', '-S', '-c', {busy!r}])"
    run = measure(python(code), tmp_path)
    assert run.cpu >= 0.5
    assert run.wall >= 0.5


def test_the_peak_is_that_of_the_largest_process_and_not_of_who_measures(tmp_path: Path) -> None:
    heavy = bytearray(200 * MEGABYTE)
    assert measure(python("pass"), tmp_path).peak < 100 * MEGABYTE, "this process' own memory was counted"
    child = "bytearray(150 * 2**20)"
    code = f"import os, sys; os.spawnv(os.P_WAIT, sys.executable, [sys.executable, '-I', '-S', '-c', {child!r}])"
    assert 150 * MEGABYTE < measure(python(code), tmp_path).peak < 190 * MEGABYTE
    assert heavy


def test_a_command_that_fails_is_told_with_what_it_said_last(tmp_path: Path) -> None:
    with pytest.raises(RunFailed, match=r"(?s)ended with 3.*no such theme"):
        measure(python("import os; print('no such theme', flush=True); os._exit(3)"), tmp_path)


def test_a_command_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(RunFailed, match="ended with 127"):
        measure([str(tmp_path / "nothing")], tmp_path)


def test_a_command_that_takes_too_long_is_ended_with_its_children(tmp_path: Path) -> None:
    code = "import os, sys, time; os.fork(); open(str(os.getpid()), 'w').close(); time.sleep(600)"
    with pytest.raises(RunFailed, match="ended with 124"):
        measure(python(code), tmp_path, timeout=3)
    deadline = time.monotonic() + 30
    while any(Path(f"/proc/{path.name}").exists() and path.name.isdigit() for path in tmp_path.iterdir()):
        assert time.monotonic() < deadline, "a process is left"
        time.sleep(0.05)
