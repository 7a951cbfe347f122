"""The counter against the slow and obvious reference, on logs that have what real ones have."""

from __future__ import annotations

import random
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from antenne.stats import Choice
from antenne.stats.store import CAPACITY
from tests.stats import generated, reference
from tests.stats.samples import count_of, counted, files, generated_recordings


def expected(lines: list[str], limit: int = 0) -> dict[tuple[str, str], int]:
    found: Counter[tuple[str, str]] = Counter()
    for (day, title, _), number in reference.downloads(lines, files(), generated.BOT_WORDS, limit).items():
        found[day, title] += number
    return dict(found)


@settings(max_examples=12)
@given(seed=st.integers(0, 10_000), days=st.integers(1, 5), limit=st.sampled_from((0, 3, 8)))
def test_counts_are_those_of_the_reference(
    tmp_path_factory: pytest.TempPathFactory, seed: int, days: int, limit: int
) -> None:
    lines = list(generated.lines(1500, seed, days))
    log = tmp_path_factory.mktemp("logs") / "access.log"
    log.write_text("\n".join(lines) + "\n")
    assert counted(count_of([str(log)], generated_recordings(), Choice(limit=limit))) == expected(lines, limit)


def test_lines_in_any_order_and_any_number_of_files_count_the_same(tmp_path: Path) -> None:
    lines = list(generated.lines(4000, days=6))
    random.Random(5).shuffle(lines)
    names = []
    for number in range(4):
        log = tmp_path / f"{number}.log"
        log.write_text("\n".join(lines[number::4]) + "\n")
        names.append(str(log))
    assert counted(count_of(names, generated_recordings(), Choice(limit=0))) == expected(lines)


def test_a_full_store_closes_old_days_and_counts_the_same_in_order(tmp_path: Path) -> None:
    lines = list(generated.lines(6000, days=30))
    log = tmp_path / "access.log"
    log.write_text("\n".join(lines) + "\n")
    count = count_of([str(log)], generated_recordings(), Choice(limit=0, capacity=300))
    assert counted(count) == expected(lines)
    assert count.store.late == 0
    assert len(lines) < CAPACITY


def test_what_comes_for_a_closed_day_is_left_out_and_told(tmp_path: Path) -> None:
    lines = list(generated.lines(6000, days=30))
    log = tmp_path / "access.log"
    log.write_text("\n".join([*lines, *lines[:500]]) + "\n")
    count = count_of([str(log)], generated_recordings(), Choice(limit=0, capacity=300))
    assert counted(count) == expected(lines)
    assert count.store.late > 0


def test_the_reference_finds_what_is_plain() -> None:
    # The reference itself, on six lines worked out by hand: two downloads.
    path, length = generated.path_of(0), generated.length_of(0)
    form = '{} - - [01/Sep/2026:0{}:00:00 +0000] "{} ' + path + ' HTTP/1.1" {} {} "-" "{}"'
    lines = [
        form.format("203.0.113.5", 1, "GET", 200, length, "VLC"),
        form.format("203.0.113.5", 2, "GET", 200, length, "VLC"),
        form.format("203.0.113.6", 3, "GET", 206, 500_000, "VLC"),
        form.format("203.0.113.6", 4, "GET", 206, 500_000, "VLC"),
        form.format("203.0.113.7", 5, "HEAD", 200, length, "VLC"),
        form.format("203.0.113.8", 6, "GET", 200, length, "Googlebot"),
    ]
    assert reference.downloads(lines, files(), generated.BOT_WORDS) == {("2026-09-01", "g0", "VLC"): 2}
