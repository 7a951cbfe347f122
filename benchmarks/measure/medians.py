"""What many rounds say together: medians, and ratios of one round's runs before their median is taken.

A machine that others slow down for a minute slows all tools of that round: their ratio stays.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from statistics import median

from benchmarks.measure.process import Run


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """The medians of a tool's runs: seconds, and bytes."""

    wall: float
    cpu: float
    peak: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Ratio:
    """Medians of the ratios of a tool's runs to another's in the same rounds."""

    wall: float
    cpu: float
    peak: float


def summarize(runs: Sequence[Run]) -> Summary:
    """Return the medians of some runs."""
    return Summary(**{name: median(take(run) for run in runs) for name, take in _TAKEN.items()})


def compare(runs: Sequence[Run], base: Sequence[Run]) -> Ratio:
    """Return the medians of the ratios of runs to those of the same rounds in `base`, which has as many."""
    pairs = tuple(zip(runs, base, strict=True))
    return Ratio(**{name: median(take(run) / take(other) for run, other in pairs) for name, take in _TAKEN.items()})


def as_numbers(one: Summary | Ratio) -> dict[str, float]:
    """Return the figures by their names."""
    return asdict(one)


_TAKEN: dict[str, Callable[[Run], float]] = {
    "wall": lambda run: run.wall,
    "cpu": lambda run: run.cpu,
    "peak": lambda run: float(run.peak),
}
