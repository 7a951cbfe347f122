"""Where a result is told: beside the sites, and in the documents when that is asked for."""

from __future__ import annotations

from pathlib import Path

from benchmarks.measure.result import Result, write_result
from benchmarks.report.plot import draw_plot
from benchmarks.report.table import tables

MARK = "<!-- Below this line by invoke bench. -->\n"
PLOT = "performance.svg"


def write_page(result: Result, folder: Path, project: Path | None = None) -> str:
    """Write the tables and the plot of a result into a folder, and into a project's documents; return the tables."""
    text = "\n\n".join(block for block in tables(result) if block) + "\n"
    plot = draw_plot(result)
    (folder / "result.md").write_text(text, encoding="utf-8")
    (folder / PLOT).write_text(plot, encoding="utf-8")
    if project:
        page = project / "docs" / "performance.md"
        kept = page.read_text(encoding="utf-8").partition(MARK)[0]
        image = f"![Seconds by number of episodes, for each tool]({PLOT})"
        page.write_text(f"{kept}{MARK}\n{image}\n\n{text}", encoding="utf-8")
        (page.parent / PLOT).write_text(plot, encoding="utf-8")
        write_result(result, project / "benchmarks" / "result.json")
    return text
