"""Plots as SVG of our own: the same numbers make the same bytes, and a screen reader hears what they say."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from html import escape
from math import ceil, log10

from antenne.stats.result import Result

WIDTH, ROW, LEFT, RIGHT = 720, 30, 240, 64
"""Sizes in pixels: of a plot, of a row of bars, of the names beside them, of the numbers behind them."""
_HIGH, _FOOT, _HEAD = 220, 28, 34
_LONGEST, _MOST = 34, 20
_STYLE = (
    "text{font:13px system-ui,sans-serif;fill:#1d1a16}.q{fill:#5f584e}.h{font-weight:600;font-size:15px}"
    ".b{fill:#8f2f1f}.s{fill:#d9b3a8}.r{stroke:#d8d2c8}"
    "@media(prefers-color-scheme:dark){text{fill:#ece7de}.q{fill:#a9a196}.b{fill:#f08a72}.s{fill:#7a4438}.r{stroke:#4a453e}}"
)
"""Colours that are told apart in both schemes; what is important stands in words, too."""


def days_plot(result: Result) -> str:
    """Return the plot of downloads per UTC day."""
    days = result.by_day()
    top = _round_up(max((number for _, number in days), default=1))
    step = (WIDTH - 64) / max(1, len(days))
    bars = [_column(48 + step * n, step, number / top) for n, (_, number) in enumerate(days) if number]
    lines = [_rule(part, top) for part in (0, 0.5, 1)]
    body = [*lines, *bars, *_dates(days, step)]
    total = sum(number for _, number in days)
    spoken = f"{total} downloads from {days[0][0]} to {days[-1][0]}." if days else "No downloads."
    return _svg("Downloads per day (UTC)", spoken, body, _HEAD + _HIGH + _FOOT)


def titles_plot(result: Result) -> str:
    """Return the plot of the downloads of each episode's first 7 and 30 days."""
    first7, first30 = result.first_days(7), result.first_days(30)
    rows = [(title.title, first7.get(title, 0), first30.get(title, 0)) for title, _ in result.by_title()[:_MOST]]
    top = max((thirty for *_, thirty in rows), default=0) or 1
    body = []
    for number, (name, seven, thirty) in enumerate(rows):
        y = _HEAD + ROW * number
        body += [_name(name, y), _bar("s", y, thirty / top), _bar("b", y, seven / top)]
        body.append(_number(f"{seven} / {thirty}", y, thirty / top))
    spoken = "; ".join(f"{name}: {seven} in 7 days, {thirty} in 30" for name, seven, thirty in rows) or "No downloads."
    title = "Downloads in the first 7 days (strong) and 30 days (pale)"
    return _svg(title, spoken, body, _HEAD + ROW * max(1, len(rows)))


def apps_plot(result: Result) -> str:
    """Return the plot of downloads per app."""
    rows = result.by_app()[:_MOST]
    top = max((number for _, number in rows), default=1)
    body = []
    for place, (name, number) in enumerate(rows):
        y = _HEAD + ROW * place
        body += [_name(name, y), _bar("b", y, number / top), _number(str(number), y, number / top)]
    spoken = "; ".join(f"{name}: {number}" for name, number in rows) or "No downloads."
    return _svg("Downloads per app", spoken, body, _HEAD + ROW * max(1, len(rows)))


PLOTS = {"days": days_plot, "episodes": titles_plot, "apps": apps_plot}
"""Every plot by the name of its file."""


def _svg(title: str, spoken: str, body: Sequence[str], height: int) -> str:
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img">'
    name = f'<text class="h" x="0" y="16">{_text(title)}</text>'
    parts = (head, f"<title>{_text(title)}</title>", f"<desc>{_text(spoken)}</desc>", f"<style>{_STYLE}</style>", name)
    return "\n".join((*parts, *body, "</svg>")) + "\n"


def _column(x: float, step: float, part: float) -> str:
    high = part * (_HIGH - 20)
    wide = max(0.5, step - (1 if step > 3 else 0))
    return f'<rect class="b" x="{x:.2f}" y="{_HEAD + _HIGH - high:.2f}" width="{wide:.2f}" height="{high:.2f}"/>'


def _rule(part: float, top: int) -> str:
    y = _HEAD + _HIGH - part * (_HIGH - 20)
    line = f'<line class="r" x1="48" x2="{WIDTH - 16}" y1="{y:.1f}" y2="{y:.1f}"/>'
    return f'{line}<text class="q" x="42" y="{y + 4:.1f}" text-anchor="end">{top * part:g}</text>'


def _dates(days: Sequence[tuple[date, int]], step: float) -> list[str]:
    """Return the names of at most six days under their columns."""
    each = max(1, ceil(len(days) / 6))
    y = _HEAD + _HIGH + 18
    return [
        f'<text class="q" x="{48 + step * n:.1f}" y="{y}">{day.isoformat()}</text>'
        for n, (day, _) in enumerate(days)
        if n % each == 0 and 48 + step * n < WIDTH - 76
    ]


def _bar(kind: str, y: int, part: float) -> str:
    wide = part * (WIDTH - LEFT - RIGHT - 16)
    return f'<rect class="{kind}" x="{LEFT}" y="{y + 5}" width="{wide:.1f}" height="{ROW - 12}"/>'


def _name(name: str, y: int) -> str:
    short = name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1].rstrip()}…"
    return f'<text x="{LEFT - 10}" y="{y + 18}" text-anchor="end">{_text(short)}</text>'


def _number(number: str, y: int, part: float) -> str:
    x = LEFT + part * (WIDTH - LEFT - RIGHT - 16) + 6
    return f'<text class="q" x="{x:.1f}" y="{y + 18}">{number}</text>'


def _round_up(number: int) -> int:
    """Return a round number that is not smaller, so that the middle of the scale is round, too."""
    unit = 10 ** max(0, int(log10(max(1, number))))
    return next(int(unit * part) for part in (2, 4, 6, 8, 10, 20) if unit * part >= number)


def _text(text: str) -> str:
    """Return a text that may stand in XML: without control characters, and escaped."""
    return escape("".join(c if c.isprintable() else " " for c in text))
