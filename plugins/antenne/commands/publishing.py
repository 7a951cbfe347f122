"""The steps of `invoke publish`."""

from __future__ import annotations

import shutil
from contextlib import ExitStack
from datetime import datetime
from pathlib import Path

from antenne.commands.keeping import mend_ledger, refuse_lost_ledger, write_down
from antenne.commands.project import Project
from antenne.commands.remarks import come_out, to_come, unwritten
from antenne.commands.report import Report
from antenne.deploy import FolderTarget, Job, Publication, publish, rehearse
from antenne.intake import Taken, take_recording
from antenne.ledger import ledger_bytes, news
from antenne.pipeline import Built, Site

_SHOWN = 20
"""How many changed paths are listed before the rest is only counted."""


def publish_site(
    project: Project,
    report: Report,
    *,
    recording: Path | None = None,
    books: tuple[str, ...] = (),
    show: str = "",
    dry_run: bool = False,
    accepted: frozenset[str] = frozenset(),
) -> None:
    """Take a recording in if there is one, build, check, publish, and write down what subscribers have now."""
    settings = project.settings()
    mend_ledger(project, report, settings, dry_run=dry_run)
    if not FolderTarget(settings.publishing.folder).unrecorded():
        refuse_lost_ledger(project, settings)
    taken = _take_in(project, report, recording, books, show) if recording is not None else None
    with ExitStack() as held:
        try:
            with report.progress("Pictures") as progress:
                built = held.enter_context(project.building(accepted=accepted, progress=progress))
        finally:
            # A dry run leaves the content as it was.
            if dry_run and taken is not None and not taken.existed:
                shutil.rmtree(taken.folder)
        _send(project, report, built, dry_run=dry_run)


def _send(project: Project, report: Report, built: Built, *, dry_run: bool) -> None:
    """Publish what was built, and write down what subscribers have now."""
    report.warnings(built.warnings)
    site, publishing = built.site, built.site.settings.publishing
    now = datetime.now(site.settings.timezone)
    for sentence in (*to_come(site.catalog, now), *come_out(site.catalog, now.date())):
        report.warn(sentence)
    for sentence in news(site.ledger, site.after):
        report.say(sentence)
    target = publishing.folder
    with report.progress("Files") as progress:
        job = Job(
            build=built.folder,
            pages=FolderTarget(target),
            keep=publishing.keep,
            memo=ledger_bytes(site.after),
            progress=progress,
        )
        publication = rehearse(job) if dry_run else publish(job)
    if not dry_run:
        write_down(project, report, site.settings, site.after)
    _tell(report, publication, project.shown(target), site)


def _take_in(project: Project, report: Report, recording: Path, books: tuple[str, ...], show: str) -> Taken:
    settings = project.settings()
    today = datetime.now(settings.timezone).date()
    taken = take_recording(recording, settings, today=today, books=books, show=show)
    said = "This recording is there already" if taken.existed else "New episode"
    shown = project.shown(taken.folder)
    report.say(f"{said}: {shown}/")
    if taken.existed and (sentence := unwritten(taken.folder, shown, books, show)):
        report.warn(sentence)
    return taken


def _tell(report: Report, publication: Publication, target: str, site: Site) -> None:
    """Say what has changed, or would."""
    for line in publication.lines(_SHOWN):
        report.say(line)
    if publication.changes:
        verb = "Would publish" if publication.dry_run else "Published"
        report.say(f"{verb} {site.settings.site_url} to {target}/current/: {publication.summary()}.")
    else:
        report.say(f"Nothing has changed: {target}/current/ is up to date, nothing was published.")
    if not publication.dry_run:
        report.say("To look at it: invoke serve")
