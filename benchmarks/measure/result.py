"""What a benchmark found: kept as JSON, from which tables and plots are made."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from benchmarks.generators.generator import FULL
from benchmarks.measure.machine import Machine
from benchmarks.measure.medians import Ratio, Summary, compare, summarize
from benchmarks.measure.process import Run
from benchmarks.measure.rounds import Runs
from benchmarks.measure.work import Work

BASE = "Hugo"
"""The tool that others are held against, in its full build."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sized:
    """The runs on a corpus of so many episodes, and what each tool made of it.

    `saves` are seconds from saving a note to the page that shows it, by tool.
    """

    episodes: int
    runs: Runs
    work: Mapping[str, Work] = field(default_factory=dict)
    saves: Mapping[str, list[float]] = field(default_factory=dict)

    @property
    def rounds(self) -> int:
        """How many rounds count."""
        return max(len(runs) for tools in self.runs.values() for runs in tools.values())

    @property
    def base(self) -> str:
        """The tool that ratios are to: the first one where Hugo is not there."""
        full = self.runs.get(FULL, {})
        return BASE if BASE in full else next(iter(full), "")

    def summary(self, case: str, tool: str) -> Summary:
        """Return the medians of a tool's runs of a case."""
        return summarize(self.runs[case][tool])

    def ratio(self, case: str, tool: str) -> Ratio | None:
        """Return the ratios of a tool's case to the base's full build in the same rounds."""
        base = self.runs.get(FULL, {}).get(self.base)
        return compare(self.runs[case][tool], base) if base else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """A whole benchmark: on which day and machine, with which versions; `covers` are the runs of the covers' case."""

    day: str
    machine: Machine
    versions: Mapping[str, str]
    sizes: tuple[Sized, ...]
    covers: Sized | None = None


def write_result(result: Result, path: Path) -> None:
    """Write a result as JSON, with medians and ratios for whoever reads it without this program."""
    document = asdict(result)
    for sized, told in zip(result.sizes, document["sizes"], strict=True):
        told["medians"] = _figures(sized)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(document, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def read_result(path: Path) -> Result:
    """Return a result that was written."""
    document = json.loads(path.read_text(encoding="utf-8"))
    return Result(
        day=document["day"],
        machine=Machine(**document["machine"]),
        versions=document["versions"],
        sizes=tuple(_sized(one) for one in document["sizes"]),
        covers=_sized(document["covers"]) if document["covers"] else None,
    )


def _figures(sized: Sized) -> dict[str, dict[str, Any]]:
    return {
        case: {
            tool: {**asdict(sized.summary(case, tool)), "ratio": asdict(ratio) if ratio else None}
            for tool in tools
            for ratio in (sized.ratio(case, tool),)
        }
        for case, tools in sized.runs.items()
    }


def _sized(document: Mapping[str, Any]) -> Sized:
    runs = {
        case: {tool: [Run(**run) for run in taken] for tool, taken in tools.items()}
        for case, tools in document["runs"].items()
    }
    work = {tool: Work(**one) for tool, one in document["work"].items()}
    return Sized(episodes=document["episodes"], runs=runs, work=work, saves=document["saves"])
