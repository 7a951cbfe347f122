"""The steps of `invoke ledger`: a lost ledger is made anew from what is, or was, published."""

from __future__ import annotations

from antenne.commands.project import Project
from antenne.commands.report import Report
from antenne.commands.sources import find_source
from antenne.ledger import (
    Ledger,
    NoFeed,
    Places,
    PublishedFeed,
    Recovered,
    read_ledger,
    recover,
    write_ledger,
)
from antenne.pipeline import gather
from antenne.problems import Problems, ProblemsFound, Where
from antenne.problems.rules import LEDGER_NOT_MADE
from antenne.routes import Routes
from antenne.settings import Settings


def rebuild_ledger(project: Project, report: Report, feeds: tuple[str, ...], *, force: bool = False) -> None:
    """Make the ledger anew from published feeds: files, or http(s) addresses; raise ProblemsFound."""
    settings = project.settings()
    if not feeds:
        raise _not_made("", "No feed is named.", "Say which: invoke ledger --from public/current/flux/SHOW.xml")
    before = _before(settings, force=force)
    routes, catalog = Routes(settings), gather(settings)
    places = Places(feed=routes.feed, page=routes.path)
    after = before
    for name in feeds:
        try:
            source = find_source(project.folder, name)
            feed = source.whole()
            found = recover(feed, catalog.shows, catalog.episodes, places, source.redirects)
        except NoFeed as reason:
            hint = "Give the feed of one of the shows: a file that was published, or its address."
            raise _not_made(name, f"No ledger can be made from this feed. {reason}", hint) from None
        _refuse_to_forget(found, before, project.shown(settings.ledger), force=force)
        after = found.merged(after)
        _tell(report, feed, found)
    changed = write_ledger(settings.ledger, after)
    shown = project.shown(settings.ledger)
    report.say(f"{'Wrote' if changed else 'Nothing has changed in'} {shown} (keep it with the content).")


def _before(settings: Settings, *, force: bool) -> Ledger:
    problems = Problems()
    before = read_ledger(settings.ledger, settings.project, problems)
    if not force:
        problems.raise_errors()
    return before


def _refuse_to_forget(found: Recovered, before: Ledger, shown: str, *, force: bool) -> None:
    forgotten = found.forgotten(before)
    if forgotten and not force:
        more = "…" if len(forgotten) > 5 else ""
        message = f"The ledger knows {len(forgotten)} more than the feed: {', '.join(forgotten[:5])}{more}."
        hint = "It was left as it is. When the feed is right, give the command again with --force."
        raise _not_made(shown, message, hint)


def _not_made(where: str, message: str, hint: str) -> ProblemsFound:
    return ProblemsFound([LEDGER_NOT_MADE.at(Where(where), message, hint)])


def _tell(report: Report, feed: PublishedFeed, found: Recovered) -> None:
    count = len(found.show.episodes)
    report.say(
        f"« {feed.title or found.key} » (shows/{found.key}): {count} published episode{'' if count == 1 else 's'}."
    )
    for key in found.missing:
        report.say(f"  No folder of the content is this published episode: {key}")
    if feed.skipped:
        report.say(f"  Left out, for they have no guid, date or recording of their own: {feed.skipped}")
