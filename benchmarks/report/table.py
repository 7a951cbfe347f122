"""A result in words and tables of Markdown."""

from __future__ import annotations

from collections.abc import Iterator
from statistics import median

from benchmarks.generators.generator import ADD, COLD, FULL, SAME
from benchmarks.measure.result import Result, Sized
from benchmarks.report.aims import aims_table

CASES = {
    FULL: "full build",
    ADD: "one more episode",
    SAME: "nothing changed",
    COLD: "first build ever, recordings and pictures unknown",
}


def tables(result: Result) -> Iterator[str]:
    """Give the blocks of a page on a result: where it was measured, what is aimed at, a table for each size, growth."""
    yield _where(result)
    yield from _aims(result)
    for sized in result.sizes:
        yield f"### {sized.episodes:,} episodes"
        yield f"{_books(sized)}Medians of {sized.rounds} rounds; × is the median ratio to {sized.base}’s full build."
        yield _times(sized)
        yield _work(sized)
        yield _saves(sized)
    if len(result.sizes) > 1:
        yield "### Growth"
        yield _growth(result.sizes)
    if result.covers:
        yield "### Covers"
        yield f"Ten covers of 1600 × 2400 pixels, as JPEG and WebP in five widths; {result.covers.rounds} rounds."
        yield _times(result.covers)


def _where(result: Result) -> str:
    machine = result.machine
    programs = ", ".join(f"{name} {version}" for name, version in result.versions.items())
    return (
        f"Measured on {result.day}: {machine.cores} cores, {machine.processor}, {machine.memory / 2**30:.0f} GiB, "
        f"{machine.system}, Python {machine.python}; load {machine.load} at the beginning. {programs}."
    )


def _aims(result: Result) -> Iterator[str]:
    table = aims_table(result)
    if table:
        yield "### What is aimed at"
        yield (
            "As ratios to Hugo’s full build with the same templates, unless it says otherwise; "
            "what is bold is not reached."
        )
        yield table


def _books(sized: Sized) -> str:
    pages = next((work.pages for work in sized.work.values()), {})
    return f"With {pages['notes']:,} notes and {pages['books']:,} books. " if pages else ""


def _times(sized: Sized) -> str:
    lines = ["| case | tool | wall s | CPU s | peak MiB | wall × | CPU × | memory × |", "| --- | --- |" + " ---: |" * 6]
    for case, tools in ((case, sized.runs[case]) for case in CASES if case in sized.runs):
        lines += (_line(sized, case, tool) for tool in tools)
    return "\n".join(lines)


def _line(sized: Sized, case: str, tool: str) -> str:
    taken, ratio = sized.summary(case, tool), sized.ratio(case, tool)
    times = (_short(one) for one in (ratio.wall, ratio.cpu, ratio.peak)) if ratio else ("", "", "")
    cells = (CASES[case], tool, _short(taken.wall), _short(taken.cpu), f"{taken.peak / 2**20:.0f}", *times)
    return f"| {' | '.join(cells)} |"


def _short(number: float) -> str:
    """Return a number with three figures or so."""
    return f"{number:.1f}" if number >= 10 else f"{number:.2f}" if number >= 0.1 else f"{number:.3f}"


def _work(sized: Sized) -> str:
    if not sized.work:
        return ""
    lines = ["| tool | episodes | notes | books | index pages | feed items | MB of text |", "| --- |" + " ---: |" * 6]
    for tool, work in sized.work.items():
        counts = (*(work.pages[kind] for kind in ("episodes", "notes", "books", "index")), work.items)
        lines.append(f"| {tool} | {' | '.join(f'{count:,}' for count in counts)} | {work.bytes / 1e6:.1f} |")
    return "\n".join(lines)


def _saves(sized: Sized) -> str:
    if not sized.saves:
        return ""
    lines = ["From saving a note to the page that shows it, while `invoke serve` runs:\n"]
    lines += ["| tool | median s | least | most |", "| --- | ---: | ---: | ---: |"]
    for tool, seconds in sized.saves.items():
        figures = (_short(one) for one in (median(seconds), min(seconds), max(seconds)))
        lines.append(f"| {tool} | {' | '.join(figures)} |")
    return "\n".join(lines)


def _growth(sizes: tuple[Sized, ...]) -> str:
    first = sizes[0]
    heads = " | ".join(f"{one.episodes:,}" for one in sizes)
    lines = [f"CPU of a full build, as a multiple of that of {first.episodes:,} episodes:\n"]
    lines += [f"| tool | {heads} |", "| --- |" + " ---: |" * len(sizes)]
    for tool in first.runs.get(FULL, {}):
        there = [one for one in sizes if tool in one.runs.get(FULL, {})]
        base = first.summary(FULL, tool).cpu
        cells = (f"{one.summary(FULL, tool).cpu / base:.1f}" if one in there else "" for one in sizes)
        lines.append(f"| {tool} | {' | '.join(cells)} |")
    return "\n".join(lines)
