"""The steps of `invoke build`: build what has changed, and remember what it was made from."""

from __future__ import annotations

import io
import json
from collections.abc import Sequence
from dataclasses import astuple
from pathlib import Path

from antenne.build import Asked
from antenne.build.record import Recording
from antenne.build.told import PLAIN, SUMMARY, WARNINGS
from antenne.commands.project import Project
from antenne.commands.report import Report
from antenne.model import Catalog
from antenne.pipeline import Built, building
from antenne.problems import Problem, Severity, Where
from antenne.settings.config import counted, needs_pelican


def build_site(project: Project, report: Report, asked: Asked, why: str) -> None:
    """Build the site, after saying `why` it must be built, and remember it."""
    if why:
        report.say(why)
    with report.progress("Pictures") as progress:
        recording = Recording(asked)
        raw = project.raw(asked.config, {"SITEURL": asked.site_url} if asked.site_url else None)
        output = Path(asked.output) if asked.output else None
        accepted = frozenset(asked.accepted)
        order = project.order(
            asked.config, raw, output=output, site_url=asked.site_url, accepted=accepted, progress=progress
        )
        settings = order.settings
        # What other plugins of Pelican read is known to them alone: such a site is built every time.
        if not needs_pelican(raw):
            recording.read(
                raw, counted(), content=settings.content, themes=settings.themes, zone=str(settings.timezone)
            )
        with building(order, project.door(asked.config, raw)) as built:
            summary = f"Built in {project.shown(built.folder)}/: {counts(built.site.catalog)}."
            recording.keep(built.folder, _said(built, summary))
    report.warnings(built.warnings)
    report.say(summary)


def tell_warnings(said: str) -> None:
    """Tell the warnings of an earlier build."""
    Report().warnings(_problem(*one) for one in json.loads(said))


def counts(catalog: Catalog) -> str:
    """Return what a site holds, in words."""
    found = (
        (len(catalog.books), "book"),
        (len(catalog.episodes), "episode"),
        (len(catalog.notes), "note"),
        (len(catalog.people), "person"),
    )
    plurals = {"person": "people"}
    return ", ".join(f"{n} {noun if n == 1 else plurals.get(noun, noun + 's')}" for n, noun in found)


def _said(built: Built, summary: str) -> dict[str, str]:
    """Return what is said of a build, to be said again."""
    plain = io.StringIO()
    Report(err=plain).warnings(built.warnings)
    return {SUMMARY: summary, WARNINGS: json.dumps([_row(one) for one in built.warnings]), PLAIN: plain.getvalue()}


def _row(problem: Problem) -> Sequence[object]:
    return (problem.code, problem.severity.value, astuple(problem.where), problem.message, problem.hint)


def _problem(code: str, severity: str, where: tuple[str, int], message: str, hint: str) -> Problem:
    return Problem(code, Severity(severity), Where(*where), message, hint)
