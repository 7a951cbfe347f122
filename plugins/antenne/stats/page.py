"""A page for the author alone: one file, nothing from elsewhere, no search engine, light and dark."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from antenne.stats.documents import GUIDELINES
from antenne.stats.plots import apps_plot, days_plot, titles_plot
from antenne.stats.result import REASONS, Result

_STYLE = """
:root{color-scheme:light dark;--paper:#fdfbf7;--ink:#1d1a16;--quiet:#5f584e;--hair:#d8d2c8}
@media(prefers-color-scheme:dark){:root{--paper:#191714;--ink:#ece7de;--quiet:#a9a196;--hair:#4a453e}}
body{background:var(--paper);color:var(--ink);font:1.05rem/1.5 Georgia,serif;margin:0 auto;max-width:46rem;
padding:2rem 1rem}
h1,h2{line-height:1.2}h2{border-top:1px solid var(--hair);margin-top:2.5rem;padding-top:1rem}
p.q,td,th,summary{font-family:system-ui,sans-serif;font-size:.95rem}p.q{color:var(--quiet)}
div{overflow-x:auto}svg{display:block;height:auto;margin:1rem 0;min-width:30rem;width:100%}
table{border-collapse:collapse;width:100%}caption{font-weight:600;padding:.5rem 0;text-align:left}
td,th{border-bottom:1px solid var(--hair);padding:.3rem .5rem;text-align:left;vertical-align:top}
td.n,th.n{font-variant-numeric:tabular-nums;text-align:right}
a:focus-visible,summary:focus-visible,div:focus-visible{outline:2px solid}
""".strip()


def page_document(result: Result, site: str) -> str:
    """Return the page of a site's downloads."""
    days = result.by_day()
    span = f"{days[0][0]} – {days[-1][0]}, UTC" if days else "no downloads"
    title = f"Downloads of {site}"
    policy = "default-src 'none'; style-src 'unsafe-inline'"
    parts = [
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
        '<meta name="robots" content="noindex, nofollow, noarchive">',
        '<meta name="referrer" content="no-referrer">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{_text(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>",
        f"<h1>{_text(title)}</h1>",
        f'<p class="q">{result.downloads} downloads · {span} · for you alone: do not publish this page.</p>',
        *_section("Per day", days_plot(result), _folded("Every day", _days(result))),
        *_section("Per episode", titles_plot(result), _titles(result)),
        *_section("Per app", apps_plot(result), _apps(result)),
        "<h2>How this was counted</h2>",
        *_method(result),
        "</main>\n</body>\n</html>\n",
    ]
    return "\n".join(parts)


def _section(name: str, plot: str, table: str) -> Iterable[str]:
    yield f"<h2>{name}</h2>"
    yield f'<div tabindex="0" role="group" aria-label="{name}: plot">{plot}</div>'
    yield table


def _folded(name: str, table: str) -> str:
    return f"<details><summary>{name}</summary>{table}</details>"


def _days(result: Result) -> str:
    return _table("Downloads per day (UTC)", ("Day", "Downloads"), [(d.isoformat(), n) for d, n in result.by_day()])


def _titles(result: Result) -> str:
    first7, first30 = result.first_days(7), result.first_days(30)
    rows = [
        (
            f"{title.title}{' (withdrawn)' if title.gone else ''}",
            title.published.isoformat() if title.published else "",
            number,
            first7.get(title, 0),
            first30.get(title, 0),
        )
        for title, number in result.by_title()
    ]
    return _table("Downloads per episode", ("Episode", "Published", "Downloads", "First 7 days", "First 30 days"), rows)


def _apps(result: Result) -> str:
    whole = result.downloads or 1
    rows = [(app, number, f"{100 * number / whole:.1f} %") for app, number in result.by_app()]
    return _table("Downloads per app", ("App", "Downloads", "Share"), rows)


def _method(result: Result) -> Iterable[str]:
    yield f"<p>{GUIDELINES}; window: {result.window.value}. User agents by {_text(', '.join(result.sources))}.</p>"
    rows: list[tuple[object, ...]] = [("lines of logs", result.lines), ("malformed", result.malformed)]
    rows.append(("requests for recordings", result.requests))
    rows += [(f"left out: {REASONS[reason]}", number) for reason, number in result.left_out.items()]
    if result.late:
        rows.append(("left out: their day was closed when they came", result.late))
    if result.crowds:
        rows.append((f"addresses with more than {result.limit} downloads a day", result.crowds))
        rows.append(("downloads left out for that", result.crowd_downloads))
    yield _table("What was read", ("What", "How many"), rows)
    yield "<p>A download is no listener, and no listening. Data centres and VPNs are not known, and not left out.</p>"


def _table(caption: str, heads: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    numbers = [bool(rows) and isinstance(rows[0][n], int) for n in range(len(heads))]
    head = "".join(f'<th scope="col"{_class(number)}>{name}</th>' for name, number in zip(heads, numbers, strict=True))
    lines = []
    for row in rows:
        first, *others = row
        cells = "".join(f"<td{_class(n)}>{_text(str(one))}</td>" for one, n in zip(others, numbers[1:], strict=True))
        lines.append(f'<tr><th scope="row">{_text(str(first))}</th>{cells}</tr>')
    body = "\n".join(lines)
    label = f'<div tabindex="0" role="group" aria-label="{caption}">'
    table = f"<caption>{caption}</caption>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{body}\n</tbody>"
    return f"{label}<table>{table}</table></div>"


def _class(number: bool) -> str:
    return ' class="n"' if number else ""


def _text(text: str) -> str:
    return escape("".join(c if c.isprintable() else " " for c in text))
