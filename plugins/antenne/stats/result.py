"""What a count found, without anything of those who were counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date, timedelta

from msgspec import Struct

from antenne.stats.count import Count
from antenne.stats.moments import DAY, day_of
from antenne.stats.recordings import Title
from antenne.stats.windows import Window

REASONS = {
    "method": "not a GET",
    "status": "not answered 200 or 206",
    "probe": "two bytes only, to try ranges",
    "bot": "a bot, or a program that is no player",
    "watch": "an Apple Watch, which repeats its telephone's downloads",
    "no user agent": "no user agent",
    "not asked for": "another day or episode than was asked for",
}
"""Why a request for a recording is not part of a download, in the order in which it is judged."""
_MOST_DAYS = 3660

FEW = 5
"""Downloads below which an app is not named: with a day and an episode, a rare app may be somebody who is known."""
OTHERS = "Other apps"
"""The apps that are not named, together."""


class Row(Struct, frozen=True, kw_only=True):
    """Downloads of an episode by an app on a UTC day; by OTHERS, those of apps with fewer than FEW each."""

    day: date
    title: Title
    app: str
    downloads: int


class Result(Struct, frozen=True, kw_only=True):
    """Downloads, and how they came about.

    `lines` were read, `requests` were for recordings; `left_out` of these by the reasons of REASONS; `malformed` lines
    had no form, `late` came when their day was closed. `crowds` are addresses with too many downloads a day, whose
    `crowd_downloads` do not count. `sources` are the lists of user agents. `apps` are the downloads of each app in all,
    of which rows name fewer.
    """

    rows: tuple[Row, ...]
    apps: tuple[tuple[str, int], ...]
    titles: tuple[Title, ...]
    window: Window
    limit: int
    lines: int
    malformed: int
    requests: int
    left_out: Mapping[str, int]
    late: int
    crowds: int
    crowd_downloads: int
    sources: tuple[str, ...]

    @property
    def downloads(self) -> int:
        """All downloads."""
        return sum(row.downloads for row in self.rows)

    def by_title(self) -> list[tuple[Title, int]]:
        """Return the downloads of every title that has any, the most first."""
        found = Counter[Title]()
        for row in self.rows:
            found[row.title] += row.downloads
        return sorted(found.items(), key=lambda one: (-one[1], one[0].key))

    def by_app(self) -> list[tuple[str, int]]:
        """Return the downloads of every app, the most first."""
        return sorted(self.apps, key=lambda one: (-one[1], one[0]))

    def by_day(self) -> list[tuple[date, int]]:
        """Return the downloads of every day from the first to the last that has any, days without some between them."""
        found = Counter[date]()
        for row in self.rows:
            found[row.day] += row.downloads
        if not found:
            return []
        first, last = min(found), max(found)
        if (last - first).days > _MOST_DAYS:
            # A server whose clock was wrong for a while makes no plot of fifty years.
            return sorted(found.items())
        days = (first + timedelta(days=number) for number in range((last - first).days + 1))
        return [(day, found[day]) for day in days]

    def first_days(self, number: int) -> Mapping[Title, int]:
        """Return the downloads of each title in so many days, that of its publication being the first."""
        found = Counter[Title]()
        for row in self.rows:
            if row.title.published and 0 <= (row.day - row.title.published).days < number:
                found[row.title] += row.downloads
        return found


def result_of(count: Count) -> Result:
    """Return what a finished count found."""
    titles, names = count.recordings.titles, count.agents.names
    cells: dict[tuple[int, int], Counter[str]] = {}
    apps = Counter[str]()
    for (day, title, app), number in count.store.numbers.items():
        cells.setdefault((day, title), Counter())[names[app]] += number
        apps[names[app]] += number
    rows = (
        Row(day=day_of(day * DAY), title=titles[title], app=app, downloads=number)
        for (day, title), each in cells.items()
        for app, number in _merged(each).items()
    )
    return Result(
        rows=tuple(sorted(rows, key=lambda row: (row.day, row.title.key, row.title.guid, row.app))),
        apps=tuple(sorted(_merged(apps).items())),
        titles=titles,
        window=count.choice.window,
        limit=count.choice.limit,
        lines=count.lines,
        malformed=count.malformed,
        requests=count.requests,
        left_out={reason: count.left_out[reason] for reason in REASONS if count.left_out[reason]},
        late=count.store.late,
        crowds=count.store.crowds[0],
        crowd_downloads=count.store.crowds[1],
        sources=count.agents.sources,
    )


def _merged(each: Counter[str]) -> Counter[str]:
    """Return the downloads of each app, those of apps with few put together."""
    merged = Counter[str]()
    for app, number in each.items():
        merged[app if number >= FEW else OTHERS] += number
    return merged
