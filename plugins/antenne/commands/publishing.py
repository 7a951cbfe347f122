"""The steps of `invoke publish`."""

from __future__ import annotations

import hashlib
import shutil
from contextlib import ExitStack
from datetime import datetime
from pathlib import Path

from antenne.build import Asked
from antenne.commands.building import built_site
from antenne.commands.keeping import mend_ledger, refuse_lost_ledger, write_down
from antenne.commands.packing import pack_for
from antenne.commands.project import PUBLIC, Project
from antenne.commands.remarks import come_out, to_come, unwritten
from antenne.commands.report import Report
from antenne.commands.targets import Targets, targets_of
from antenne.commands.world import Telling
from antenne.deploy import Job, LiveIsNotWhole, Progress, Publication, publish, rehearse, roll_back
from antenne.fetch import is_nowhere
from antenne.intake import Taken, take_recording
from antenne.ledger import Ledger, ledger_bytes, news
from antenne.pipeline import Built, Site
from antenne.settings import Settings

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
    targets = targets_of(settings, report.warn, report.note)
    mend_ledger(project, report, settings, targets.pages, dry_run=dry_run)
    if not targets.pages.unrecorded():
        refuse_lost_ledger(project, settings)
    seen = _generation(targets)
    taken = _take_in(project, report, recording, books, show) if recording is not None else None
    with ExitStack() as held:
        try:
            built = held.enter_context(built_site(report, Asked(str(project.folder), PUBLIC, accepted=accepted)))
        finally:
            # A dry run leaves the content as it was.
            if dry_run and taken is not None and not taken.existed:
                shutil.rmtree(taken.folder)
        _send(project, report, built, targets, seen, dry_run=dry_run)


def roll_back_site(project: Project, report: Report, *, to: int | None) -> None:
    """Make an earlier publication live again; what subscribers have is not forgotten, so the ledger stays."""
    settings = project.settings()
    targets = targets_of(settings, report.warn, report.note)
    mend_ledger(project, report, settings, targets.pages, dry_run=False)
    telling = Telling(settings=settings)
    with report.progress("Files") as progress:
        back = roll_back(
            targets.pages,
            keep=settings.publishing.keep,
            to=to,
            gate=targets.gate,
            planned=telling.note,
            purge=telling.purge,
            progress=progress,
        )
    place = _place(project, settings, targets)
    for line in back.lines(_SHOWN):
        report.say(line)
    if back.changes:
        report.say(f"Went back: {place} shows that publication again, as number {back.generation}.")
        report.say("The content is as it was: the next “invoke publish” publishes it as it stands.")
    else:
        report.say(f"Nothing has changed: {place} shows that publication already.")
    telling.tell(report, back)


def _send(project: Project, report: Report, built: Built, targets: Targets, seen: int, *, dry_run: bool) -> None:
    """Publish what was built, and write down what subscribers have now."""
    report.warnings(built.warnings)
    site = built.site
    pack_for(site.settings, built.folder)
    now = datetime.now(site.settings.timezone)
    for sentence in (*to_come(site.catalog, now), *come_out(site.catalog, now.date())):
        report.warn(sentence)
    for sentence in news(site.ledger, site.after):
        report.say(sentence)
    telling = Telling(settings=site.settings)
    try:
        with report.progress("Files") as progress:
            job = _job(built, targets, seen, telling, progress)
            publication = rehearse(job) if dry_run else publish(job)
    except LiveIsNotWhole:
        # It is live all the same: what subscribers may have got must not be forgotten.
        write_down(project, report, site.settings, targets.pages, site.after)
        raise
    if not dry_run:
        write_down(project, report, site.settings, targets.pages, site.after)
    _tell(report, publication, _place(project, site.settings, targets), site)
    if not dry_run:
        telling.tell(report, publication)


def _job(built: Built, targets: Targets, seen: int, telling: Telling, progress: Progress) -> Job:
    site = built.site
    return Job(
        build=built.folder,
        pages=targets.pages,
        media=targets.media,
        media_address=site.settings.media_url,
        keep=site.settings.publishing.keep,
        seen=seen,
        site="" if is_nowhere(site.settings.site_url) else site.settings.site_url,
        former=site.after.former,
        before=_digest(site.ledger),
        after=_digest(site.after),
        memo=ledger_bytes(site.after),
        gate=targets.gate,
        purge=telling.purge,
        planned=telling.note,
        progress=progress,
    )


def _generation(targets: Targets) -> int:
    """Return the number of the live publication before anything is built."""
    with targets.pages.looked_at() as session:
        live = session.live()
    return live.generation if live else 0


def _digest(ledger: Ledger) -> str:
    return hashlib.sha256(ledger_bytes(ledger)).hexdigest()[:16]


def _place(project: Project, settings: Settings, targets: Targets) -> str:
    """Return where the live site is, as the author knows it."""
    if settings.publishing.target == "folder":
        return f"{project.shown(settings.publishing.folder)}/current/"
    return targets.pages.shown


def _take_in(project: Project, report: Report, recording: Path, books: tuple[str, ...], show: str) -> Taken:
    settings = project.settings()
    today = datetime.now(settings.timezone).date()
    taken = take_recording(recording, settings, today=today, books=books, show=show)
    said = "This recording is there already" if taken.existed else "New episode"
    shown = project.shown(taken.folder)
    report.say(f"{said}: {shown}/")
    if taken.made_title:
        report.warn(
            f"The recording has no title: subscribers see « {taken.made_title} », the name of the file. "
            f"Write the one that you mean after `title:` in {shown}/index.md."
        )
    if taken.existed and (sentence := unwritten(taken.folder, shown, books, show)):
        report.warn(sentence)
    return taken


def _tell(report: Report, publication: Publication, target: str, site: Site) -> None:
    """Say what has changed, or would."""
    for line in publication.lines(_SHOWN):
        report.say(line)
    if publication.changes:
        verb = "Would publish" if publication.dry_run else "Published"
        report.say(f"{verb} {site.settings.site_url} to {target}: {publication.summary()}.")
    else:
        report.say(f"Nothing has changed: {target} is up to date, nothing was published.")
    if not publication.dry_run and site.settings.publishing.target == "folder":
        report.say("To look at it: invoke serve")
