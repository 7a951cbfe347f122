"""Rounds in which every tool has its turn, so that what happens on the machine happens to all."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from benchmarks.generators.generator import ADD, COLD, FULL, SAME, Generator
from benchmarks.measure.process import Run, measure

ORDER = (COLD, FULL, SAME, ADD)
"""One after the other: a full build leaves what the next two begin with."""

Runs = dict[str, dict[str, list[Run]]]
"""By case, then by tool, a run for each round."""

Tell = Callable[[str], None]


def play(
    tools: Sequence[Generator], episodes: int, rounds: int, tell: Tell, *, cases: Sequence[str] = ORDER, warm: int = 1
) -> Runs:
    """Play some rounds, after `warm` that do not count, and return what each run took.

    In each case all tools have their turn before the next case. The added episode is taken away again.
    """
    taken: Runs = {case: {tool.name: [] for tool in tools if case in tool.cases()} for case in cases}
    for number in range(-warm, rounds):
        tell(f"round {number + 1} of {rounds}" if number >= 0 else "a round that does not count")
        for case in cases:
            for tool in (tool for tool in tools if case in tool.cases()):
                run = _turn(tool, case, episodes)
                tell(f"  {case:5} {tool.name:18} {run.wall:8.2f} s  {run.cpu:8.2f} s CPU  {run.peak >> 20:5} MiB")
                if number >= 0:
                    taken[case][tool.name].append(run)
    return {case: runs for case, runs in taken.items() if any(runs.values())}


def _turn(tool: Generator, case: str, episodes: int) -> Run:
    tool.prepare(case)
    if case == ADD:
        tool.add(episodes)
    try:
        return measure(tool.command(case), tool.folder)
    finally:
        if case == ADD:
            tool.take_back()
