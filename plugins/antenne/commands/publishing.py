"""The steps of `invoke publish`."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from antenne.commands.project import Project
from antenne.commands.report import Report
from antenne.deploy import Publication, publish_folder
from antenne.intake import take_recording
from antenne.ledger import write_ledger
from antenne.pipeline import Site

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
    if recording is not None:
        _take_in(project, report, recording, books, show)
    with report.progress("Pictures") as progress:
        built = project.build(accepted=accepted, progress=progress)
    report.warnings(built.warnings)
    publishing = built.site.settings.publishing
    target = publishing.folder
    with report.progress("Files") as progress:
        publication = publish_folder(built.folder, target, keep=publishing.keep, dry_run=dry_run, progress=progress)
    if not dry_run:
        _remember(project, report, built.site)
    _tell(report, publication, project.shown(target), built.site)


def _take_in(project: Project, report: Report, recording: Path, books: tuple[str, ...], show: str) -> None:
    settings = project.settings()
    today = datetime.now(settings.timezone).date()
    taken = take_recording(recording, settings, today=today, books=books, show=show)
    said = "This recording is there already" if taken.existed else "New episode"
    report.say(f"{said}: {project.shown(taken.folder)}/")


def _remember(project: Project, report: Report, site: Site) -> None:
    """Write the ledger; the author keeps it with the content."""
    settings = site.settings
    if write_ledger(settings.ledger, site.after):
        report.say(f"Wrote down what subscribers have: {project.shown(settings.ledger)} (keep it with the content).")


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
