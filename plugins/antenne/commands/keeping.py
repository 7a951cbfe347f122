"""Keeps the ledger true to what is live: finishes what was cut short, notices a lost one, tells when it fails."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path, PurePosixPath

from antenne.commands.project import Project
from antenne.commands.report import Report
from antenne.deploy import Target
from antenne.fetch import FetchRefused, fetch
from antenne.ledger import Ledger, NoFeed, PublishedFeed, ledger_bytes, read_ledger, read_published_feed, write_bytes
from antenne.model import is_slug
from antenne.problems import Problem, Problems, ProblemsFound, Where
from antenne.problems.rules import LEDGER_LOST, LEDGER_UNWRITTEN
from antenne.settings import Settings


def mend_ledger(project: Project, report: Report, settings: Settings, target: Target, *, dry_run: bool) -> None:
    """Write down what a publication that was cut short could not; raise ProblemsFound when it fails again."""
    memo = target.unrecorded()
    if memo is None:
        return
    shown = project.shown(settings.ledger)
    if dry_run:
        report.say(f"The last publication is not yet written down in {shown}: the next “invoke publish” does it.")
    elif _write(project, settings, target, memo):
        report.say(f"The last publication was cut short before it was written down: it is now, in {shown}.")


def write_down(project: Project, report: Report, settings: Settings, target: Target, after: Ledger) -> None:
    """Write the ledger, which the author keeps with the content; raise ProblemsFound when it cannot be done."""
    if _write(project, settings, target, ledger_bytes(after)):
        report.say(f"Wrote down what subscribers have: {project.shown(settings.ledger)} (keep it with the content).")


def refuse_lost_ledger(project: Project, settings: Settings) -> None:
    """Raise ProblemsFound when what is live holds episodes that the ledger does not know."""
    problems = Problems()
    ledger = read_ledger(settings.ledger, settings.project, problems)
    problems.raise_errors()
    known = {entry.guid for show in ledger.shows.values() for entry in show.episodes.values()}
    for path in _feeds(settings, ledger):
        source, data = _published(settings, path)
        feed = _live_feed(PurePosixPath(path), data)
        unknown = {item.guid for item in feed.items} - known - ledger.withdrawn.keys() if feed else set()
        if unknown:
            problems.add(_lost(project, settings, source, len(unknown)))
    problems.raise_errors()


def _feeds(settings: Settings, ledger: Ledger) -> list[str]:
    """Return the paths of the feeds that may be live."""
    if settings.ledger.exists():
        return [show.feed for show in ledger.shows.values()]
    if settings.publishing.target == "folder":
        live = settings.publishing.folder / "current"
        return [path.relative_to(live).as_posix() for path in sorted((live / settings.routes.feeds).glob("*.xml"))]
    shows = sorted(path.name for path in (settings.content / "shows").glob("*") if path.is_dir())
    return [f"{settings.routes.feeds}/{show}.xml" for show in shows]


def _published(settings: Settings, path: str) -> tuple[str, bytes]:
    """Return where a live feed is and its bytes, none where nothing is published there."""
    if settings.publishing.target == "folder":
        file = settings.publishing.folder / "current" / path
        return str(file), file.read_bytes() if file.is_file() else b""
    address = f"{settings.site_url}/{path}"
    try:
        answer = fetch(address)
    except FetchRefused:
        return address, b""
    return address, answer.body if answer.status == 200 else b""


def _live_feed(path: PurePosixPath, data: bytes) -> PublishedFeed | None:
    """Return the feed of a show at its own address: no archive, no copy at an old address, no feed of all shows."""
    try:
        feed = read_published_feed(data)
    except NoFeed:
        return None
    own = not feed.address or feed.address.endswith(f"/{path.name}")
    return feed if own and not feed.is_archive and is_slug(path.stem) else None


def _lost(project: Project, settings: Settings, feed: str, unknown: int) -> Problem:
    shown, many = project.shown(settings.ledger), f"{unknown} episode{'' if unknown == 1 else 's'}"
    message = (
        f"Subscribers have {many} of which {shown} knows nothing, as if an older one had been put back. They could get "
        "them a second time."
        if settings.ledger.exists()
        else f"The site is live with {many}, but {shown} is gone. Without it subscribers could get every episode a "
        "second time."
    )
    source = feed if "://" in feed else project.shown(Path(feed))
    hint = f"Put it back where you keep your content, or make it anew: invoke ledger --from {source}"
    return LEDGER_LOST.at(Where(shown), message, hint)


def _write(project: Project, settings: Settings, target: Target, data: bytes) -> bool:
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
        target.recorded()
    return changed
