"""What is told of a benchmark: tables, a plot, JSON."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from lxml import etree

from benchmarks.generators.generator import ADD, FULL, SAME
from benchmarks.measure.machine import Machine
from benchmarks.measure.process import Run
from benchmarks.measure.result import Result, Sized, read_result, write_result
from benchmarks.measure.work import Work
from benchmarks.report.aims import aims_table
from benchmarks.report.page import MARK, write_page
from benchmarks.report.plot import draw_plot
from benchmarks.report.table import tables

MACHINE = Machine(cores=2, processor="A processor", memory=8 * 2**30, system="Linux x86_64", python="3.11.7", load=0.1)
WORK = Work(pages={"episodes": 1000, "notes": 200, "books": 20, "index": 120}, items=1000, files=1342, bytes=14_000_000)


def runs(*walls: float) -> list[Run]:
    return [Run(wall=wall, user=wall, system=0.0, peak=int(wall * 100 * 2**20)) for wall in walls]


def sized(episodes: int, factor: float) -> Sized:
    taken = {
        FULL: {"Antenne": runs(factor, 2 * factor), "Hugo": runs(2 * factor, 4 * factor)},
        SAME: {"Antenne": runs(0.02, 0.02), "Hugo": runs(2 * factor, 2 * factor)},
        ADD: {"Antenne": runs(0.1, 0.1)},
    }
    return Sized(
        episodes=episodes, runs=taken, work={"Antenne": WORK, "Hugo": WORK}, saves={"Antenne": [0.1, 0.3, 0.12]}
    )


RESULT = Result(
    day="2026-11-23",
    machine=MACHINE,
    versions={"Hugo": "0.1"},
    sizes=(sized(1000, 1.0), sized(10000, 9.0)),
    covers=Sized(episodes=0, runs={FULL: {"Hugo": runs(4.0), "Antenne": runs(1.0)}}),
)


def test_a_result_is_read_as_it_was_written(tmp_path: Path) -> None:
    write_result(RESULT, tmp_path / "result.json")
    assert read_result(tmp_path / "result.json") == RESULT


def test_tables_say_medians_ratios_work_growth_and_where_it_was() -> None:
    text = "\n".join(tables(RESULT))
    assert "Measured on 2026-11-23: 2 cores, A processor, 8 GiB, Linux x86_64, Python 3.11.7; load 0.1" in text
    assert "| full build | Antenne | 1.50 | 1.50 | 150 | 0.50 | 0.50 | 0.50 |" in text
    assert "| one more episode | Antenne | 0.10 | 0.10 | 10 | 0.038 | 0.038 | 0.038 |" in text
    assert "| Antenne | 1,000 | 200 | 20 | 120 | 1,000 | 14.0 |" in text
    assert "| Antenne | 1.0 | 9.0 |" in text
    assert "| Antenne | 0.12 | 0.10 | 0.30 |" in text
    assert "| full build | Antenne | 1.00 | 1.00 | 100 | 0.25 | 0.25 | 0.25 |" in text


def test_what_is_not_reached_is_bold_and_what_was_not_measured_is_said() -> None:
    lines = aims_table(RESULT).splitlines()
    assert "| full build, CPU | 0.6 | 0.50 | 0.4 | **0.50** |" in lines
    assert "| one more episode, wall | 0.2 | 0.038 | 0.06 | 0.004 |" in lines
    assert "| nothing changed, wall | 0.06 | 0.007 | 0.02 | 0.001 |" in lines
    assert "| full build, CPU, as a multiple of 1,000 episodes |  |  | 10 | 9.00 |" in lines
    assert "| covers, CPU | 0.25 | 0.25 |  |  |" in lines
    assert "| saving a note, seconds to its page | 0.15 | 0.12 |  |  |" in lines
    slow = replace(RESULT.sizes[0], saves={"Antenne": [0.3]}, runs={FULL: RESULT.sizes[0].runs[FULL]})
    lines = aims_table(replace(RESULT, sizes=(slow,), covers=None)).splitlines()
    assert "| saving a note, seconds to its page | 0.15 | **0.30** |" in lines
    assert "| one more episode, wall | 0.2 | not measured |" in lines
    assert "| covers, CPU | 0.25 | not measured |" in lines


def test_without_hugo_nothing_is_held_against_the_aims() -> None:
    alone = Sized(episodes=1000, runs={FULL: {"Antenne": runs(2.0)}})
    assert aims_table(Result(day="2026-11-23", machine=MACHINE, versions={}, sizes=(alone,))) == ""


def test_without_hugo_ratios_are_to_the_first_tool() -> None:
    alone = Sized(episodes=100, runs={FULL: {"Antenne": runs(2.0)}, ADD: {"Antenne": runs(1.0)}})
    text = "\n".join(tables(Result(day="2026-11-23", machine=MACHINE, versions={}, sizes=(alone,))))
    assert "Antenne’s full build" in text
    assert "| one more episode | Antenne | 1.00 | 1.00 | 100 | 0.50 | 0.50 | 0.50 |" in text


def test_the_plot_draws_each_tool_in_each_case_and_says_the_same_in_words() -> None:
    plot = etree.fromstring(draw_plot(RESULT).encode())
    assert len(plot.findall("{*}path")) == 5
    description = plot.findtext("{*}desc") or ""
    assert "one more episode, Antenne: 0.10 s at 1,000, 0.10 s at 10,000" in description
    shown = [text.text for text in plot.findall("{*}text")]
    assert shown.count("Hugo") == 2
    box = [float(number) for number in plot.get("viewBox", "").split()]
    for text in plot.findall("{*}text"):
        assert 0 <= float(text.get("x", "")) < box[2]
        assert 0 <= float(text.get("y", "")) < box[3]


def test_a_plot_of_one_size_can_be_drawn() -> None:
    assert draw_plot(Result(day="2026-11-23", machine=MACHINE, versions={}, sizes=(sized(100, 1.0),)))


def test_only_what_stands_below_the_mark_is_written_anew(tmp_path: Path) -> None:
    project = tmp_path / "project"
    (project / "docs").mkdir(parents=True)
    page = project / "docs" / "performance.md"
    page.write_text(f"# Speed\n\nBy hand.\n\n{MARK}\nOld figures.\n", encoding="utf-8")
    write_page(RESULT, tmp_path, project)
    text = page.read_text(encoding="utf-8")
    assert text.startswith(f"# Speed\n\nBy hand.\n\n{MARK}")
    assert "Old figures" not in text
    assert "### 10,000 episodes" in text
    assert (project / "docs" / "performance.svg").is_file()
    assert read_result(project / "benchmarks" / "result.json") == RESULT
