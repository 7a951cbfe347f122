"""The benchmark: corpora, tools, rounds, and what came of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.corpus.corpus import make_corpus
from benchmarks.corpus.items import make_note
from benchmarks.generators.antenne import Antenne, ByInvoke
from benchmarks.generators.covers import AntenneCovers, HugoCovers, count_pictures
from benchmarks.generators.every import make_generator
from benchmarks.generators.generator import FULL, SAVE, Generator
from benchmarks.measure.machine import this_machine, versions
from benchmarks.measure.process import measure
from benchmarks.measure.result import BASE, Result, Sized
from benchmarks.measure.rounds import ORDER, play
from benchmarks.measure.saving import measure_saves
from benchmarks.measure.work import Work, count_work, differences

Tell = Callable[[str], None]
PROJECT = Path(__file__).resolve().parents[1]
CASES = (*ORDER, SAVE)
"""Every case, in the order in which they are played."""
_OWN_THEME = "real"


class BenchRefused(Exception):
    """The benchmark cannot go on, or its figures would say nothing: the text says why and what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What is asked of a benchmark: `tools` by their names, `media` whether the others publish recordings too.

    One that may be `unequal` goes on where the tools do not make the same: its figures are for whoever works on that.
    """

    sizes: tuple[int, ...]
    rounds: int
    tools: tuple[str, ...]
    cases: tuple[str, ...] = CASES
    covers: bool = True
    media: bool = False
    unequal: bool = False
    cache: Path


def run_bench(asked: Asked, tell: Tell, keep: Callable[[Result], None]) -> Result:
    """Make what is needed, measure it and return the result; raise BenchRefused when the work was not equal.

    What there is so far is given to `keep` after each size: the largest takes long.
    """
    machine = this_machine()
    if machine.load > 1:
        tell(f"Others use this machine (load {machine.load}): read the ratios of CPU, and repeat at a quiet time.")
    day = datetime.now(UTC).date().isoformat()
    result = Result(day=day, machine=machine, versions=versions(PROJECT), sizes=())
    for episodes in sorted(asked.sizes):
        result = replace(result, sizes=(*result.sizes, _measure(asked, episodes, tell)))
        keep(result)
    if asked.covers:
        result = replace(result, covers=_measure_covers(asked, tell))
        keep(result)
    return result


def present(tools: Sequence[Generator], tell: Tell) -> list[Generator]:
    """Return the tools that are there, and tell of each that is not how to get it; raise BenchRefused without any."""
    for lack in filter(None, (tool.lacking() for tool in tools)):
        tell(f"{lack} It is left out.")
    found = [tool for tool in tools if not tool.lacking()]
    if not found:
        raise BenchRefused("None of the tools is there.")
    return found


def _measure(asked: Asked, episodes: int, tell: Tell) -> Sized:
    folder = asked.cache / f"sites-{episodes}"
    made = {name: make_generator(name, folder / name, media=asked.media) for name in asked.tools}
    tools = present(list(made.values()), tell)
    tell(f"{episodes:,} episodes: making the corpus and its sites in {asked.cache}")
    corpus = make_corpus(asked.cache / f"corpus-{episodes}", episodes)
    for tool in tools:
        tool.make(corpus)
    work = {tool.name: _work_of(tool) for tool in tools}
    _judge(work, [tool.name for tool in tools if tool is not made.get(_OWN_THEME)], asked, tell)
    shared = [ByInvoke(folder=tool.folder) for tool in tools if tool is made.get("antenne")]
    runs = play(
        [*tools, *shared], episodes, asked.rounds, tell, cases=tuple(case for case in ORDER if case in asked.cases)
    )
    served = [tool for tool in tools if isinstance(tool, Antenne) and SAVE in asked.cases]
    saves = {tool.name: measure_saves(tool.folder, make_note(0), asked.rounds) for tool in served}
    return Sized(episodes=episodes, runs=runs, work=work, saves=saves)


def _work_of(tool: Generator) -> Work:
    """Return what a tool makes in a full build."""
    tool.prepare(FULL)
    measure(tool.command(FULL), tool.folder)
    return count_work(tool.folder / "output")


def _judge(work: dict[str, Work], equal: Sequence[str], asked: Asked, tell: Tell) -> None:
    """Refuse to measure tools that should do equal work and do not."""
    base = BASE if BASE in equal else next(iter(equal), "")
    told = [line for name in equal if name != base for line in differences(name, work[name], base, work[base])]
    if told and not asked.unequal:
        raise BenchRefused("The tools do not do equal work. " + " ".join(told))
    for line in told:
        tell(line)


def _measure_covers(asked: Asked, tell: Tell) -> Sized | None:
    folder = asked.cache / "sites-covers"
    tools = present([HugoCovers(folder=folder / "hugo"), AntenneCovers(folder=folder / "antenne")], tell)
    tell("covers: making the corpus and its sites")
    corpus = make_corpus(asked.cache / "corpus-0", 0)
    for tool in tools:
        tool.make(corpus)
    runs = play(tools, 0, asked.rounds, tell, cases=(FULL,))
    counts = {tool.name: count_pictures(tool.folder / "output") for tool in tools}
    if len(set(counts.values())) > 1:
        raise BenchRefused(f"The tools did not make as many pictures: {counts}.")
    return Sized(episodes=0, runs=runs)
