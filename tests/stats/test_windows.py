"""The example of the guidelines (IAB 2.3, 5.5.1): four downloads of an episode by one listener, in three windows."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from antenne.stats import Choice, Window
from antenne.stats.windows import rolling
from tests.stats import reference
from tests.stats.samples import count_of, counted, recordings

# 10:00 PM Monday, 3:00 AM Tuesday, 10:15 PM Tuesday, 11:15 PM Wednesday.
EXAMPLE = ("16/Nov/2026:22:00:00", "17/Nov/2026:03:00:00", "17/Nov/2026:22:15:00", "18/Nov/2026:23:15:00")
COLUMNS = {Window.CALENDAR: (1, 1, 0, 1), Window.FIRST_TOUCH: (1, 0, 1, 1), Window.LAST_TOUCH: (1, 0, 0, 1)}


@pytest.mark.parametrize("window", Window)
def test_the_guidelines_example_counts_as_its_table_says(tmp_path: Path, window: Window) -> None:
    log = tmp_path / "access.log"
    totals = []
    for number in range(1, 5):
        line = '203.0.113.5 - - [{} +0000] "GET /audio/a.000000000000.mp3 HTTP/1.1" 200 100000 "-" "AntennaPod/3"\n'
        log.write_text("".join(line.format(when) for when in EXAMPLE[:number]))
        found = counted(count_of([str(log)], recordings("a"), Choice(window=window)))
        totals.append(sum(found.values()))
    assert tuple(now - before for before, now in zip([0, *totals], totals, strict=False)) == COLUMNS[window]


@pytest.mark.parametrize("window", [Window.FIRST_TOUCH, Window.LAST_TOUCH])
@given(gaps=st.lists(st.integers(min_value=1, max_value=40 * 3600), min_size=1, max_size=20))
def test_windows_open_as_in_the_slow_reference(window: Window, gaps: list[int]) -> None:
    at, moments = datetime(2026, 9, 1, tzinfo=UTC), []
    for gap in gaps:
        at += timedelta(seconds=gap)
        moments.append(at)
    windows = rolling(window)
    assert windows is not None
    opened = [windows.opened(0, b"listener", int(moment.timestamp())) for moment in moments]
    new = [start not in opened[:place] for place, start in enumerate(opened)]
    assert new == reference.windows([moment.replace(tzinfo=None) for moment in moments], window.value)
