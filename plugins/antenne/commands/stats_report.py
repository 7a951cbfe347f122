"""Downloads, as a person reads them on a terminal."""

from __future__ import annotations

from antenne.commands.report import Report
from antenne.stats import GUIDELINES, REASONS, Result

_MOST_APPS, _MOST_DAYS = 15, 31


def tell_result(report: Report, result: Result) -> None:
    """Show the downloads per episode, app and day, and how they came about."""
    days = result.by_day()
    span = f", {days[0][0]} to {days[-1][0]} (UTC days)" if days else ""
    report.say(f"{result.downloads} download{'' if result.downloads == 1 else 's'}{span}.")
    if days:
        _tables(report, result)
    _how(report, result)


def _tables(report: Report, result: Result) -> None:
    first7, first30 = result.first_days(7), result.first_days(30)
    rows = [
        (title.title, str(title.published or ""), number, first7.get(title, 0), first30.get(title, 0))
        for title, number in result.by_title()
    ]
    report.say("")
    report.table(("Episode", "Published", "Downloads", "First 7 days", "First 30 days"), rows)
    report.say("")
    report.table(("App", "Downloads"), result.by_app()[:_MOST_APPS])
    days = result.by_day()
    report.say("")
    shown = days[-_MOST_DAYS:]
    report.table(("Day" if shown == days else f"Last {_MOST_DAYS} days", "Downloads"), shown)


def _how(report: Report, result: Result) -> None:
    report.say("")
    report.say(f"Read {result.lines} lines, {result.malformed} of them malformed; {result.requests} for recordings.")
    for reason, number in result.left_out.items():
        report.say(f"  left out {number}: {REASONS[reason]}")
    if result.late:
        report.say(f"  left out {result.late}: too far out of order; name the files instead of piping them")
    if result.crowds:
        plural = "address" if result.crowds == 1 else "addresses"
        many = f"more than {result.limit} a day from {result.crowds} {plural} (--most)"
        report.say(f"  left out {result.crowd_downloads} downloads: {many}")
    report.say(f"{GUIDELINES}; window: {result.window.value}. User agents: {', '.join(result.sources)}.")
    report.say("Data centres and VPNs are not known, and not left out. A download is not a listening (docs/stats.md).")
