"""Keeps the ledger true to what is live: finishes what was cut short, notices a lost one, tells when it fails."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from antenne.commands.project import Project
from antenne.commands.report import Report
from antenne.deploy import FolderTarget
from antenne.ledger import Ledger, NoFeed, PublishedFeed, ledger_bytes, read_ledger, read_published_feed, write_bytes
from antenne.model import is_slug
from antenne.problems import Problem, Problems, ProblemsFound, Where
from antenne.problems.rules import LEDGER_LOST, LEDGER_UNWRITTEN
from antenne.settings import Settings


def mend_ledger(project: Project, report: Report, settings: Settings, *, dry_run: bool) -> None:
    """Write down what a publication that was cut short could not; raise ProblemsFound when it fails again."""
    memo = FolderTarget(settings.publishing.folder).unrecorded()
    if memo is None:
        return
    shown = project.shown(settings.ledger)
    if dry_run:
        report.say(f"The last publication is not yet written down in {shown}: the next “invoke publish” does it.")
    elif _write(project, settings, memo):
        report.say(f"The last publication was cut short before it was written down: it is now, in {shown}.")


def write_down(project: Project, report: Report, settings: Settings, after: Ledger) -> None:
    """Write the ledger, which the author keeps with the content; raise ProblemsFound when it cannot be done."""
    if _write(project, settings, ledger_bytes(after)):
        report.say(f"Wrote down what subscribers have: {project.shown(settings.ledger)} (keep it with the content).")


def refuse_lost_ledger(project: Project, settings: Settings) -> None:
    """Raise ProblemsFound when what is live holds episodes that the ledger does not know."""
    problems = Problems()
    ledger = read_ledger(settings.ledger, settings.project, problems)
    problems.raise_errors()
    live = settings.publishing.folder / "current"
    feeds = [live / show.feed for show in ledger.shows.values()]
    if not settings.ledger.exists():
        feeds = sorted((live / settings.routes.feeds).glob("*.xml"))
    known = {entry.guid for show in ledger.shows.values() for entry in show.episodes.values()}
    for path in feeds:
        feed = _live_feed(path)
        unknown = {item.guid for item in feed.items} - known - ledger.withdrawn.keys() if feed else set()
        if unknown:
            problems.add(_lost(project, settings, path, len(unknown)))
    problems.raise_errors()


def _live_feed(path: Path) -> PublishedFeed | None:
    """Return the feed of a show at its own address: no archive, no copy at an old address, no feed of all shows."""
    try:
        feed = read_published_feed(path.read_bytes())
    except (OSError, NoFeed):
        return None
    own = not feed.address or feed.address.endswith(f"/{path.name}")
    return feed if own and not feed.is_archive and is_slug(path.stem) else None


def _lost(project: Project, settings: Settings, feed: Path, unknown: int) -> Problem:
    shown, many = project.shown(settings.ledger), f"{unknown} episode{'' if unknown == 1 else 's'}"
    message = (
        f"Subscribers have {many} of which {shown} knows nothing, as if an older one had been put back. They could get "
        "them a second time."
        if settings.ledger.exists()
        else f"The site is live with {many}, but {shown} is gone. Without it subscribers could get every episode a "
        "second time."
    )
    hint = f"Put it back where you keep your content, or make it anew: invoke ledger --from {project.shown(feed)}"
    return LEDGER_LOST.at(Where(shown), message, hint)


def _write(project: Project, settings: Settings, data: bytes) -> bool:
    shown = project.shown(settings.ledger)
    try:
        changed = write_bytes(settings.ledger, data)
    except OSError as error:
        message = f"The site is live, but what subscribers have could not be written down: {error.strerror or error}."
        hint = (
            f"Make room on the disk, or let {shown} be written, then give “invoke publish” again: it writes it down "
            "before it does anything else. Until then neither delete nor rename an episode."
        )
        raise ProblemsFound([LEDGER_UNWRITTEN.at(Where(shown), message, hint)]) from None
    # What stays behind says the same once more.
    with suppress(OSError):
        FolderTarget(settings.publishing.folder).recorded()
    return changed
