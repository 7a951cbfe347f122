"""What is aimed at, beside what was measured: the table that says what is not reached."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from statistics import median

from benchmarks.generators.generator import ADD, FULL, SAME
from benchmarks.measure.result import BASE, Result, Sized

OURS = "Antenne"
Measure = Callable[[Result, Sized], float | None]
"""What is measured of a size, None where it was not."""


@dataclass(frozen=True, slots=True)
class Aim:
    """A figure that should be at most so much, by the number of episodes."""

    name: str
    measure: Measure
    most: Mapping[int, float]


def aims_table(result: Result) -> str:
    """Return the table of a result's aims; what is bold is not reached. Nothing without the tool that ratios are to."""
    sizes = [sized for sized in result.sizes if sized.base == BASE and any(sized.episodes in one.most for one in AIMS)]
    if not sizes:
        return ""
    heads = " | ".join(f"{sized.episodes:,} episodes: at most | measured" for sized in sizes)
    lines = [f"| | {heads} |", "| --- |" + " ---: | ---: |" * len(sizes)]
    for aim in AIMS:
        cells = (cell for sized in sizes for cell in _cells(aim, result, sized))
        lines.append(f"| {aim.name} | {' | '.join(cells)} |")
    return "\n".join(lines)


def _cells(aim: Aim, result: Result, sized: Sized) -> tuple[str, str]:
    most, found = aim.most.get(sized.episodes), aim.measure(result, sized)
    if most is None:
        return "", ""
    if found is None:
        return f"{most:g}", "not measured"
    shown = f"{found:.3f}" if found < 0.1 else f"{found:.2f}"
    return f"{most:g}", shown if found <= most else f"**{shown}**"


def _ratio(case: str, name: str) -> Measure:
    def measure(_: Result, sized: Sized) -> float | None:
        ratio = sized.ratio(case, OURS) if OURS in sized.runs.get(case, {}) else None
        return getattr(ratio, name) if ratio else None

    return measure


def _growth(result: Result, sized: Sized) -> float | None:
    first = next((one for one in result.sizes if one.episodes == 1000), None)
    there = first is not None and all(OURS in one.runs.get(FULL, {}) for one in (first, sized))
    return sized.summary(FULL, OURS).cpu / first.summary(FULL, OURS).cpu if first and there else None


def _covers(result: Result, _: Sized) -> float | None:
    covers = result.covers
    ratio = covers.ratio(FULL, OURS) if covers and covers.base == BASE and OURS in covers.runs[FULL] else None
    return ratio.cpu if ratio else None


def _saving(_: Result, sized: Sized) -> float | None:
    return median(sized.saves[OURS]) if sized.saves.get(OURS) else None


AIMS = (
    Aim("full build, CPU", _ratio(FULL, "cpu"), {1000: 0.6, 10000: 0.4}),
    Aim("full build, wall", _ratio(FULL, "wall"), {1000: 0.8, 10000: 0.6}),
    Aim("one more episode, wall", _ratio(ADD, "wall"), {1000: 0.2, 10000: 0.06}),
    Aim("nothing changed, wall", _ratio(SAME, "wall"), {1000: 0.06, 10000: 0.02}),
    Aim("full build, peak memory", _ratio(FULL, "peak"), {1000: 0.35, 10000: 0.2}),
    Aim("full build, CPU, as a multiple of 1,000 episodes", _growth, {10000: 10}),
    Aim("covers, CPU", _covers, {1000: 0.25}),
    Aim("saving a note, seconds to its page", _saving, {1000: 0.15}),
)
"""Ratios are to Hugo's full build in the same rounds, unless they say something else."""
