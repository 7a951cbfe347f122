"""The steps of `invoke stats`: logs are read, downloads counted, and shown as they are asked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from antenne.commands.project import Project
from antenne.commands.report import Report
from antenne.commands.stats_report import tell_result
from antenne.fetch import fetch
from antenne.ledger import read_ledger
from antenne.model import Catalog
from antenne.pipeline import assemble
from antenne.problems import Problems, ProblemsFound
from antenne.routes import Routes
from antenne.settings import Settings
from antenne.stats import (
    FILES,
    LIMIT,
    PLOTS,
    SOURCE,
    AgentList,
    Agents,
    AgentsUnreadable,
    Choice,
    Count,
    Log,
    Recordings,
    Result,
    Window,
    csv_document,
    entries_of,
    folder_agents,
    json_document,
    moment_of,
    own_agents,
    package_agents,
    page_document,
    read_logs,
    recordings_of,
    result_of,
)

FORMATS = ("text", "csv", "json")


class StatsRefused(Exception):
    """Nothing can be counted as it was asked for; the message is a sentence for the author."""


class Asked(Struct, frozen=True, kw_only=True):
    """What an author asks of `invoke stats`, in his own words: empty where he says nothing."""

    format: str = "text"
    svg: str = ""
    page: str = ""
    since: str = ""
    until: str = ""
    episode: str = ""
    window: str = Window.CALENDAR.value
    most: int = LIMIT
    agents: str = ""


def show_stats(project: Project, report: Report, logs: Sequence[str], asked: Asked) -> None:
    """Count downloads in logs and show them; raise StatsRefused."""
    if asked.format not in FORMATS:
        raise StatsRefused(f"--format is one of {', '.join(FORMATS)}, not “{asked.format}”.")
    if not logs:
        raise StatsRefused(
            "No log is named. Say which: invoke stats /var/log/nginx/access.log*, or - for what is piped."
        )
    settings = project.settings()
    choice = _choice(asked)
    recordings = _recordings(settings, report)
    if asked.episode:
        title = recordings.chosen(asked.episode)
        if title is None:
            raise StatsRefused(f"No episode, or more than one, is meant by “{asked.episode}”: give its folder's name.")
        choice = replace(choice, title=title)
    count = Count(recordings, Agents(_lists(settings, asked.agents, report)), choice)
    read: list[Log] = []
    for form, block in read_logs(logs, read):
        count.take(form, block)
    count.finish()
    lacking = [log for log in read if log.refused]
    for log in lacking:
        report.warn(log.refused)
    if not any(log.bytes for log in lacking) and len(lacking) == len(read):
        raise StatsRefused("No log was read.")
    _show(settings, report, result_of(count), asked)
    if lacking:
        logs_ = "a log" if len(lacking) == 1 else f"{len(lacking)} logs"
        raise StatsRefused(f"These numbers lack {logs_} that could not be read, or not to the end: see above.")


def get_agents(project: Project, report: Report) -> None:
    """Get OPAWG's newest lists of user agents into the cache; raise StatsRefused or FetchRefused."""
    folder = _folder(project.settings())
    got: dict[str, bytes] = {}
    for name in FILES:
        answer = fetch(SOURCE.format(name))
        if answer.status != 200:
            raise StatsRefused(f"{SOURCE.format(name)} answers {answer.status}.")
        try:
            entries_of(name, answer.body)
        except AgentsUnreadable as reason:
            raise StatsRefused(str(reason)) from None
        got[name] = answer.body
    folder.mkdir(parents=True, exist_ok=True)
    for name, body in got.items():
        (folder / f"{name}.json").write_bytes(body)
    report.say(f"Wrote OPAWG's lists of user agents to {project.shown(folder)}/ (MIT licence).")


def _choice(asked: Asked) -> Choice:
    try:
        window = Window(asked.window)
    except ValueError:
        kinds = ", ".join(kind.value for kind in Window)
        raise StatsRefused(f"--window is one of {kinds}, not “{asked.window}”.") from None
    choice = Choice(window=window, limit=max(0, asked.most))
    if asked.since:
        choice = replace(choice, since=moment_of(_day("--since", asked.since)))
    if asked.until:
        choice = replace(choice, until=moment_of(_day("--until", asked.until) + timedelta(days=1)))
    return choice


def _day(flag: str, said: str) -> date:
    try:
        day = date.fromisoformat(said)
    except ValueError:
        day = date.max
    # The calendar ends with that year, and the day after the last one is asked for.
    if day.year == date.max.year:
        raise StatsRefused(f"{flag} is a day such as 2026-11-23, not “{said}”.")
    return day


def _recordings(settings: Settings, report: Report) -> Recordings:
    """Return all recordings; of content that has errors only what subscribers had is known."""
    routes = Routes(settings)
    catalog: Catalog | None = None
    try:
        site = assemble(settings)
        catalog, ledger = site.catalog, site.ledger
    except ProblemsFound:
        report.warn(
            "The content has errors (invoke check): only what was published counts, and a minute of it is guessed."
        )
        ledger = read_ledger(settings.ledger, settings.project, Problems())
    return recordings_of(catalog, ledger, routes)


def _lists(settings: Settings, folder: str, report: Report) -> Iterator[AgentList]:
    """Give the lists of user agents: the author's, or the newest that were got, or the package's; then our own."""
    cached = _folder(settings)
    place = (
        Path(folder).expanduser()
        if folder
        else cached
        if all((cached / f"{name}.json").is_file() for name in FILES)
        else None
    )
    try:
        found = folder_agents(place) if place else package_agents()
    except AgentsUnreadable as reason:
        raise StatsRefused(str(reason)) from None
    if found:
        yield found
    else:
        report.warn("OPAWG's lists of user agents are not there, so many apps stay unknown: invoke stats --get-agents")
    yield own_agents()


def _folder(settings: Settings) -> Path:
    return settings.cache / "user-agents"


def _show(settings: Settings, report: Report, result: Result, asked: Asked) -> None:
    if asked.format == "csv":
        report.document(csv_document(result))
    elif asked.format == "json":
        report.document(json_document(result))
    else:
        tell_result(report, result)
    if asked.svg:
        folder = _outside(Path(asked.svg), settings)
        folder.mkdir(parents=True, exist_ok=True)
        for name, plot in PLOTS.items():
            (folder / f"{name}.svg").write_text(plot(result), encoding="utf-8", newline="\n")
    if asked.page:
        file = _outside(Path(asked.page), settings)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(page_document(result, settings.site_name), encoding="utf-8", newline="\n")


def _outside(path: Path, settings: Settings) -> Path:
    """Return a path that is not part of what is published or built; raise StatsRefused."""
    place = path.expanduser().resolve()
    media = settings.publishing.media
    public = (settings.output, settings.publishing.folder, *((media.folder,) if media else ()))
    for taken in (*public, settings.content, *settings.themes):
        if place.is_relative_to(taken.resolve()):
            raise StatsRefused(f"{path} would be published or emptied: choose a place outside {taken.name}/.")
    return place
