from __future__ import annotations

import os
import random
import shutil
import tempfile
from collections import Counter
from pathlib import Path

import hypothesis
import pytest
from hypothesis import HealthCheck, Phase, note
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule, run_state_machine_as_test

from tests.support.histories import EDITS, VARIANTS, WAYS, History, own_theme

STEPS = int(os.environ.get("ANTENNE_HISTORY_STEPS", "0"))
"""So many builds in all, of histories drawn anew; the same short ones where nothing is said."""
SEED = int(os.environ.get("ANTENNE_HISTORY_SEED", "1"))
BUILDS = 25 if STEPS else 10
"""How many builds a history has."""

COUNTS: Counter[str] = Counter()


class Histories(RuleBasedStateMachine):
    """Draws sites, what is done to them, and how each is built then."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="history-"))
        self.number = 0

    @initialize(variant=st.sampled_from(list(VARIANTS)))
    def begin(self, variant: str) -> None:
        site = VARIANTS[variant](self.folder / "site")
        own_theme(site)
        self.history = History(site, COUNTS)

    # What is drawn is counted from where a tour of all edits and ways stands: the plainest history is such a tour.
    @rule(
        edits=st.lists(st.integers(0, len(EDITS) - 1), min_size=2, max_size=3),
        way=st.integers(0, len(WAYS) - 1),
        seed=st.integers(0, 2**20),
    )
    def change_and_build(self, edits: list[int], way: int, seed: int) -> None:
        done = [EDITS[(2 * self.number + place + edit) % len(EDITS)] for place, edit in enumerate(edits)]
        built = WAYS[(self.number + way) % len(WAYS)]
        self.number += 1
        note(f"{built}: {', '.join(edit.__name__ for edit in done)}")
        self.history.step(done, built, random.Random(f"{SEED} {self.number} {seed}"))

    def teardown(self) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)


def test_after_any_history_a_build_is_what_a_clean_one_is(capsys: pytest.CaptureFixture[str]) -> None:
    COUNTS.clear()
    run_state_machine_as_test(
        hypothesis.seed(SEED)(Histories) if STEPS else Histories,
        settings=hypothesis.settings(
            max_examples=max(1, STEPS // BUILDS) if STEPS else 2,
            stateful_step_count=BUILDS,
            derandomize=not STEPS,
            database=None,
            deadline=None,
            # To make a history shorter, it has to be gone through again and again.
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        ),
    )
    if STEPS:
        with capsys.disabled():
            print("\n" + "\n".join(f"{count:8} {what}" for what, count in sorted(COUNTS.items())))
    # Much is done that leaves nothing to be kept: what is seen here is that enough was.
    assert COUNTS["pages kept"] > COUNTS["pages made"] / 4
    assert COUNTS["texts read"] < COUNTS["texts"] * 0.8
    assert COUNTS["builds that failed, as the clean one did"] < sum(COUNTS[f"builds: {way}"] for way in {*WAYS}) / 2
