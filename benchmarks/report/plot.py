"""The plot: seconds of each tool by the number of episodes, on logarithmic scales, as SVG for light and dark pages."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from math import ceil, floor, log10

from benchmarks.generators.generator import ADD, FULL, SAME
from benchmarks.measure.result import Result
from benchmarks.report.table import CASES

_PANEL, _HIGH, _LEFT, _TOP, _FOOT, _NAMES = 300, 260, 52, 56, 40, 140
"""Sizes in pixels: a panel with its scale, the plot's height, the scale, what stands above and below, tools' names."""
_APART = 15
"""The least number of pixels between two names."""
_PANELS = (FULL, ADD, SAME)
_CLASSES = {"Antenne": "a", "Antenne, own theme": "b", "Hugo": "c", "Eleventy": "d", "Pelican": "e"}
"""The tools that are drawn, and their colours."""
_STYLE = (
    "text{font:13px system-ui,sans-serif;fill:#1d1a16}.q{fill:#5f584e}.h{font-weight:600;font-size:15px}"
    ".n{stroke:#fff;stroke-width:4px;stroke-linejoin:round;paint-order:stroke}.r{stroke:#d8d2c8}path,circle{fill:none;stroke-width:2}"
    ".a{stroke:#8f2f1f;stroke-width:3}.b{stroke:#c9765c}.c{stroke:#3a6ea5}.d{stroke:#8a63a8}.e{stroke:#5f8a34}"
    "@media(prefers-color-scheme:dark){text{fill:#ece7de}.q{fill:#a9a196}.n{stroke:#0d1117}.r{stroke:#4a453e}"
    ".a{stroke:#f08a72}.b{stroke:#b8604a}.c{stroke:#7fb0e6}.d{stroke:#c9a4e6}.e{stroke:#a9cf7c}}"
)


def draw_plot(result: Result) -> str:
    """Return the plot of a result as SVG: a panel for each case, a line for each tool."""
    named = (tool for one in result.sizes for runs in one.runs.values() for tool in runs)
    tools = [tool for tool in dict.fromkeys(named) if tool in _CLASSES]
    points = {case: {tool: _points(result, case, tool) for tool in tools} for case in _PANELS}
    seconds = [y for lines in points.values() for line in lines.values() for _, y in line]
    low, high = floor(log10(min(seconds))), ceil(log10(max(seconds)))
    sizes = [one.episodes for one in result.sizes]
    body = []
    for number, case in enumerate(_PANELS):
        at = _Panel(left=number * (_PANEL + _NAMES) + _LEFT, sizes=sizes, low=low, high=max(high, low + 1))
        body += [at.title(CASES[case]), *at.scale(), *at.lines(points[case])]
    return _svg(body, _spoken(points), len(_PANELS) * (_PANEL + _NAMES))


class _Panel:
    """One panel: it knows where a number of episodes and a number of seconds stand."""

    def __init__(self, *, left: int, sizes: Sequence[int], low: int, high: int) -> None:
        self._left, self._sizes, self._low, self._high = left, sizes, low, high

    def title(self, words: str) -> str:
        """Return the panel's title."""
        return f'<text x="{self._left}" y="40">{escape(words)}</text>'

    def scale(self) -> list[str]:
        """Return the rules at each power of ten, and the numbers of episodes."""
        right, foot = self._left + _PANEL - _LEFT, _TOP + _HIGH + 20
        parts = []
        for power in range(self._low, self._high + 1):
            y = self._y(10.0**power)
            parts.append(f'<line class="r" x1="{self._left}" x2="{right}" y1="{y:.1f}" y2="{y:.1f}"/>')
            parts.append(
                f'<text class="q" x="{self._left - 6}" y="{y + 4:.1f}" text-anchor="end">{10.0**power:g}</text>'
            )
        for size in self._sizes:
            x = self._x(size)
            parts.append(f'<text class="q" x="{x:.1f}" y="{foot}" text-anchor="middle">{size:,}</text>')
        return parts

    def lines(self, points: dict[str, list[tuple[int, float]]]) -> list[str]:
        """Return a line for each tool, with its name at the end; names keep apart."""
        parts, ends = [], []
        for tool, line in ((tool, line) for tool, line in points.items() if line):
            kind = _CLASSES[tool]
            places = [(self._x(size), self._y(seconds)) for size, seconds in line]
            path = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
            parts.append(f'<path class="{kind}" d="M{path}"/>')
            parts += [f'<circle class="{kind}" cx="{x:.1f}" cy="{y:.1f}" r="1.5"/>' for x, y in places]
            ends.append((places[-1][1], places[-1][0], tool))
        names = (
            f'<text class="n" x="{x + 8:.1f}" y="{y + 4:.1f}">{escape(tool)}</text>' for y, x, tool in _apart(ends)
        )
        return [*parts, *names]

    def _x(self, size: int) -> float:
        first, last = log10(self._sizes[0]), log10(self._sizes[-1])
        part = (log10(size) - first) / (last - first) if last > first else 0.5
        return self._left + 16 + part * (_PANEL - _LEFT - 40)

    def _y(self, seconds: float) -> float:
        part = (log10(seconds) - self._low) / (self._high - self._low)
        return _TOP + _HIGH * (1 - part)


def _points(result: Result, case: str, tool: str) -> list[tuple[int, float]]:
    there = (one for one in result.sizes if tool in one.runs.get(case, {}))
    return [(one.episodes, one.summary(case, tool).wall) for one in there]


def _apart(ends: list[tuple[float, float, str]]) -> list[tuple[float, float, str]]:
    """Return the ends of lines, from above, so far apart that the names beside them can be read."""
    placed: list[tuple[float, float, str]] = []
    lowest: dict[float, float] = {}
    for y, x, tool in sorted(ends):
        # Those of lines that end elsewhere are not in the way.
        lowest[x] = max(y, lowest[x] + _APART) if x in lowest else y
        placed.append((lowest[x], x, tool))
    return placed


def _spoken(points: dict[str, dict[str, list[tuple[int, float]]]]) -> str:
    said = (
        f"{CASES[case]}, {tool}: " + ", ".join(f"{seconds:.2f} s at {size:,}" for size, seconds in line)
        for case, lines in points.items()
        for tool, line in lines.items()
        if line
    )
    return "; ".join(said)


def _svg(body: Sequence[str], spoken: str, width: int) -> str:
    title = "Seconds by number of episodes"
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {_TOP + _HIGH + _FOOT}" role="img">'
    named = (f"<title>{title}</title>", f"<desc>{escape(spoken)}</desc>", f"<style>{_STYLE}</style>")
    return "\n".join((head, *named, f'<text class="h" x="0" y="16">{title}</text>', *body, "</svg>")) + "\n"
