"""Rounds: every tool has its turn in each case, and nothing of one round is left for the next."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.corpus.corpus import Corpus
from benchmarks.generators.generator import ADD, COLD, FULL, SAME
from benchmarks.measure.rounds import play


@dataclass(kw_only=True)
class Noted:
    """A tool that writes down what is asked of it."""

    name: str
    folder: Path
    notes: list[str] = field(default_factory=list)
    has: tuple[str, ...] = (FULL, SAME, ADD)

    def lacking(self) -> str:
        return ""

    def make(self, corpus: Corpus) -> None:
        self.notes.append("make")

    def cases(self) -> tuple[str, ...]:
        return self.has

    def command(self, case: str) -> list[str]:
        self.notes.append(f"{self.name} {case}")
        return [sys.executable, "-I", "-S", "-c", "pass"]

    def prepare(self, case: str) -> None:
        self.notes.append(f"{self.name} prepare {case}")

    def add(self, number: int) -> None:
        self.notes.append(f"{self.name} add {number}")

    def take_back(self) -> None:
        self.notes.append(f"{self.name} take back")


def test_tools_take_turns_in_each_case_and_the_first_round_does_not_count(tmp_path: Path) -> None:
    notes: list[str] = []
    one = Noted(name="one", folder=tmp_path, notes=notes, has=(COLD, FULL, SAME, ADD))
    two = Noted(name="two", folder=tmp_path, notes=notes)
    runs = play([one, two], 100, 2, lambda line: None)
    round_ = ["one prepare cold", "one cold"]
    for case in (FULL, SAME):
        round_ += [f"{name} {what}" for name in ("one", "two") for what in (f"prepare {case}", case)]
    for name in ("one", "two"):
        round_ += [f"{name} prepare add", f"{name} add 100", f"{name} add", f"{name} take back"]
    assert notes == round_ * 3
    assert {case: {tool: len(taken) for tool, taken in tools.items()} for case, tools in runs.items()} == {
        COLD: {"one": 2},
        FULL: {"one": 2, "two": 2},
        SAME: {"one": 2, "two": 2},
        ADD: {"one": 2, "two": 2},
    }
